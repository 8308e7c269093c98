import { eq } from 'drizzle-orm';
import { eventAt } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { ordersAmong } from '@/lib/orders/queries/orders-by-code';
import type { DeliberationEventType } from '../events';
import { caseKind } from '../status';
import { deliberation, deliberationSource } from '../tables';

/** One step of a case, for whoever tells others of it. */
export interface Step {
  type: DeliberationEventType;
  caseCode: string;
  caseId: string;
  community: string;
  seq: number;
  /** As `actorKey` names them. */
  actor: string;
  from: string | null;
  to: string;
  at: number;
  /** The orders whose senders it is news for: of joining, those that joined. */
  orderIds: string[];
  /** The document that it added. */
  document: string | null;
  /** The meeting that it belongs to. */
  meeting: string | null;
}

/** The step that a message of the outbox names; null when there is no such event. */
export async function stepOf(ctx: Context, input: { caseId: string; seq: number }): Promise<Step | null> {
  const [row] = await ctx.db.select().from(deliberation).where(eq(deliberation.id, input.caseId));
  const event = await eventAt(ctx.db, caseKind, input.caseId, input.seq);
  if (!row || !event) return null;
  const data = JSON.parse(event.data) as { orders?: string[]; document?: string; meeting?: string };
  const type = event.type as DeliberationEventType;
  const joined =
    type === 'deliberation.source_added' && (await ordersAmong(ctx.db, row.communityCode, data.orders ?? []));
  const sources = await ctx.db
    .select({ id: deliberationSource.orderId })
    .from(deliberationSource)
    .where(eq(deliberationSource.deliberationId, row.id))
    .orderBy(deliberationSource.orderId);
  return {
    type,
    caseCode: row.code,
    caseId: row.id,
    community: row.communityCode,
    seq: event.seq,
    actor: event.actor,
    from: event.fromStatus,
    to: event.toStatus,
    at: event.at,
    orderIds: (joined || sources).map(({ id }) => id),
    document: data.document ?? null,
    meeting: data.meeting ?? null,
  };
}
