import { eq } from 'drizzle-orm';
import { eventAt } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import type { AnswerEventType } from '../events';
import { caseKind } from '../store';
import { answer } from '../tables';

export interface AnswerStep {
  kind: AnswerEventType;
  caseCode: string;
  caseId: string;
  seq: number;
  /** As `actorKey` names them. */
  actor: string;
  at: number;
  orderIds: string[];
  /** The photos that it made public. */
  photos: string[];
}

/** One event of an answer with the order whose sender it is news for. Null when there is no such event. */
export async function toldOfAnswer(
  ctx: Context,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<AnswerStep | null> {
  const [row] = await ctx.db.select().from(answer).where(eq(answer.id, caseId));
  const event = await eventAt(ctx.db, caseKind, caseId, seq);
  if (!row || !event) return null;
  const { photos = [] } = JSON.parse(event.data) as { photos?: string[] };
  return {
    kind: event.type as AnswerEventType,
    caseCode: row.code,
    caseId,
    seq,
    actor: event.actor,
    at: event.at,
    orderIds: [row.orderId],
    photos,
  };
}
