import { and, count, eq, inArray } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findHandler } from '@/lib/people/queries/find-handler';
import { barredSteps, loadRoute } from '../handover';
import { proposeHandler, type RouteStep } from '../route';
import { orderPart, orders } from '../tables';
import { loadSeen } from './get-order';

export interface Candidate {
  handler: { unit: string } | { person: string };
  name: { zh: string; en: string };
  group: string | null;
  /** Orders that they hold now. */
  load: number;
  /** Message keys: why they are proposed, or what to know before choosing them. */
  reasons: ('route_first' | 'route_then' | 'route_or' | 'route_with' | 'handled_before')[];
  preselected: boolean;
}

/** Who could take the order by the default table, with the reasons; barred ones are left out. For dispatchers. */
export async function listCandidates(
  ctx: Context,
  input: { code: string },
): Promise<{ items: Candidate[]; offer: boolean }> {
  const { order, standing } = await loadSeen(ctx, input.code);
  if (!standing.relations.has('dispatcher')) throw new DomainError('forbidden', 'order.not_for_you.assign');
  const steps = await loadRoute(ctx.db, order.itemCode, order.cellCode);
  const barred = await barredSteps(ctx.db, order, steps, ctx.now());
  const proposal = proposeHandler(steps, order.comeback === 'returned' || order.status === 'offered', barred);
  const items: Candidate[] = [];
  for (const step of steps) {
    const candidate = await candidateOf(ctx, order.id, step, proposal.handler);
    if (candidate && !barred.has(step.unit ?? step.person ?? '')) items.push(candidate);
  }
  return { items, offer: proposal.offer };
}

async function candidateOf(
  ctx: Context,
  orderId: string,
  step: RouteStep,
  lead: { unit: string } | { person: string } | null,
): Promise<Candidate | null> {
  const target = step.unit ? { unit: step.unit } : step.person ? { person: step.person } : null;
  const found = target && (await findHandler(ctx.db, target, shanghaiDate(ctx.now())));
  if (!target || !found || found.members.length === 0) return null;
  const held = found.unitCode
    ? eq(orders.assigneeUnit, found.unitCode)
    : eq(orders.assigneePerson, found.personId ?? '');
  const [load] = await ctx.db
    .select({ n: count() })
    .from(orders)
    .where(and(held, inArray(orders.status, ['assigned', 'in_progress'])));
  const parts = await ctx.db
    .select({ part: orderPart.part })
    .from(orderPart)
    .where(and(eq(orderPart.orderId, orderId), inArray(orderPart.personId, found.members)));
  if (found.personId && parts.some((p) => p.part === 'declared_tie')) return null;
  return {
    handler: target,
    name: { zh: found.name, en: found.nameEn ?? found.name },
    group: found.handlerGroup,
    load: load?.n ?? 0,
    reasons: [
      `route_${step.join}` as const,
      ...(parts.some((p) => p.part === 'handled') ? (['handled_before'] as const) : []),
    ],
    preselected: lead !== null && JSON.stringify(lead) === JSON.stringify(target),
  };
}
