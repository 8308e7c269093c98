import { eq } from 'drizzle-orm';
import { eventAt } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import type { RoundEventType } from '../events';
import { caseKind } from '../store';
import { opinionRound } from '../tables';

export interface RoundStep {
  type: RoundEventType;
  caseCode: string;
  caseId: string;
  seq: number;
  /** As `actorKey` names them. */
  actor: string;
  at: number;
  communityCode: string;
}

/** One event of a round. Null when there is no such event. */
export async function toldOfRound(
  ctx: Context,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<RoundStep | null> {
  const [row] = await ctx.db.select().from(opinionRound).where(eq(opinionRound.id, caseId));
  const event = await eventAt(ctx.db, caseKind, caseId, seq);
  if (!row || !event) return null;
  const { actor, at } = event;
  const type = event.type as RoundEventType;
  return { type, caseCode: row.code, caseId, seq, actor, at, communityCode: row.communityCode };
}
