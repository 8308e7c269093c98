import type { Context } from '@/lib/kernel/context';
import { eventOf } from '@/lib/orders/queries/concerned-by';
import { requestersAmong } from '@/lib/orders/queries/requesters-among';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { addNotices, takeBack } from './store';
import { tell } from './tell';
import { takenBack } from './told';

export interface OrderMessage {
  orderId: string;
  seq: number;
}

/** A bulk may be undone some time after its first order; what is older belongs to an earlier dispatch. */
const undoneWithinMs = 10 * 60_000;

/** Tells of one order event, as the table of told.ts says; a repeat tells nothing. */
export async function tellOfOrder(ctx: Context, topic: string, message: OrderMessage): Promise<void> {
  const found = await eventOf(ctx, message);
  if (!found) return;
  const { order, event } = found;
  const once = `${order.id}:${event.seq}`;
  if (topic === takenBack.topic && (JSON.parse(event.data) as { undone?: true }).undone) {
    const kind = takenBack.follow;
    const follow = { kind, orderCode: order.code, dedupe: `${kind}:${once}`, at: event.at };
    const what = { orderCode: order.code, kinds: takenBack.kinds, since: event.at - undoneWithinMs };
    await ctx.transaction((tx) => takeBack(tx, what, follow));
  }
  await tell(ctx, { order, event, topic, at: event.at, once });
}

/** One step of a case that answers orders: a project, a deliberation. */
export interface CaseStep {
  /** Message key below `notice.kind`. */
  kind: string;
  caseCode: string;
  caseId: string;
  seq: number;
  /** Who did it, as `actorKey` names them. */
  actor: string;
  at: number;
  /** The orders that it answers. */
  orderIds: readonly string[];
}

/** Tells whoever sent one of the orders of a step of the case that answers them; the line leads to the public case. */
export async function tellSources(ctx: Context, step: CaseStep): Promise<void> {
  const people = [...(await requestersAmong(ctx.db, step.orderIds))].filter((id) => id !== step.actor);
  if (people.length === 0) return;
  const { kind, caseCode, at } = step;
  const dedupe = `${kind}:${step.caseId}:${step.seq}`;
  await ctx.transaction((tx) => addNotices(tx, people, { kind, orderCode: caseCode, dedupe, at }));
}

/** Tells those who keep the papers of a community: its secretary, dispatchers and hall. */
export async function tellKeepers(
  ctx: Context,
  step: Omit<CaseStep, 'orderIds'> & { community: string },
): Promise<void> {
  const roles = ['secretary', 'dispatcher', 'hall_clerk'] as const;
  const holders = await Promise.all(roles.map((role) => listRoleHolders(ctx, { role, areaCodes: [step.community] })));
  const people = holders.flat().flatMap(({ personId }) => (personId === step.actor ? [] : [personId]));
  if (people.length === 0) return;
  const { kind, caseCode, at } = step;
  const dedupe = `${kind}:${step.caseId}:${step.seq}`;
  await ctx.transaction((tx) => addNotices(tx, people, { kind, orderCode: caseCode, dedupe, at }));
}
