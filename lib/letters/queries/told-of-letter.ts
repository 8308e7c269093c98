import { eq } from 'drizzle-orm';
import { eventAt } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import type { LetterEventType } from '../events';
import { type UnitRow, unitsOfLetter } from '../facts';
import { caseKind } from '../store';
import { liaisonLetter } from '../tables';

export interface LetterTold {
  type: LetterEventType;
  caseCode: string;
  caseId: string;
  seq: number;
  /** As `actorKey` names them. */
  actor: string;
  at: number;
  communityCode: string;
  orderId: string | null;
  /** Whether the lead owes its reply now, or what a meeting decided is not carried out yet. */
  isOwed: boolean;
  units: UnitRow[];
}

/** One event of a letter. Null when there is no such event. */
export async function toldOfLetter(
  ctx: Context,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<LetterTold | null> {
  const [row] = await ctx.db.select().from(liaisonLetter).where(eq(liaisonLetter.id, caseId));
  const event = await eventAt(ctx.db, caseKind, caseId, seq);
  if (!row || !event) return null;
  const { actor, at } = event;
  const { code: caseCode, communityCode, orderId } = row;
  const isOwed = row.status === 'open' && (row.leadRepliedAt === null || row.openDecisions > 0);
  const units = await unitsOfLetter(ctx.db, caseId);
  return {
    type: event.type as LetterEventType,
    caseCode,
    caseId,
    seq,
    actor,
    at,
    communityCode,
    orderId,
    isOwed,
    units,
  };
}
