import { eq } from 'drizzle-orm';
import { eventAt } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { ordersAmong } from '@/lib/orders/queries/orders-by-code';
import type { ProjectEventData } from '../events';
import { sourceIdsOf } from '../facts';
import { caseKind } from '../store';
import { project } from '../tables';

export interface ProjectStep {
  type: keyof ProjectEventData;
  caseCode: string;
  caseId: string;
  seq: number;
  actor: string;
  at: number;
  /** The orders whose senders it is news for: of joining, those that joined. */
  orderIds: string[];
  /** The photo that it added. */
  photo: string | null;
  /** The deliberation that it was opened for, or that raised its budget. */
  deliberation: string | null;
}

/** One event of a project with whom it is news for. Null when there is no such event. */
export async function toldOfProject(
  ctx: Context,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<ProjectStep | null> {
  const [row] = await ctx.db.select().from(project).where(eq(project.id, caseId));
  const event = await eventAt(ctx.db, caseKind, caseId, seq);
  if (!row || !event) return null;
  const { orders, upload, deliberation } = JSON.parse(event.data) as {
    orders?: string[];
    upload?: string;
    deliberation?: string;
  };
  const joined = orders && (await ordersAmong(ctx.db, row.communityCode, orders)).map(({ id }) => id);
  return {
    type: event.type as keyof ProjectEventData,
    caseCode: row.code,
    caseId,
    seq,
    actor: event.actor,
    at: event.at,
    orderIds: joined ?? (await sourceIdsOf(ctx.db, caseId)),
    photo: upload ?? null,
    deliberation: deliberation ?? null,
  };
}
