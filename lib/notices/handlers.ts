import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import type { OrderEventType } from '@/lib/orders/events';
import { type Concerned, concernedBy, eventOf } from '@/lib/orders/queries/concerned-by';
import { requestersAmong } from '@/lib/orders/queries/requesters-among';
import { subjectsOf } from '@/lib/orders/queries/subjects-of';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { addNotices } from './store';

/** What each event tells to whom; the kind is the event's name, or the one given here. */
const told: Partial<Record<OrderEventType, { to: Concerned[]; kind?: string }[]>> = {
  'order.submitted': [{ to: ['dispatcher'] }],
  'order.supplemented': [{ to: ['dispatcher'] }],
  'order.appealed': [{ to: ['dispatcher'] }],
  'order.info_asked': [{ to: ['requester'] }],
  'order.declined': [{ to: ['requester'] }],
  'order.assigned': [{ to: ['assignee'] }, { to: ['beside'], kind: 'order.named_beside' }],
  'order.reassigned': [{ to: ['assignee'] }],
  'order.claimed': [{ to: ['requester', 'dispatcher'] }],
  'order.signed': [{ to: ['requester'] }],
  'order.returned': [{ to: ['dispatcher'] }],
  'order.released': [{ to: ['dispatcher', 'requester'] }],
  'order.evidence_submitted': [{ to: ['verifier'] }],
  'order.reworked': [{ to: ['assignee', 'requester'] }],
  'order.passed': [{ to: ['requester'] }],
  'order.reopened': [{ to: ['dispatcher', 'supervisor'] }],
  'order.nudged': [{ to: ['assignee', 'dispatcher'] }],
  'order.withdrawn': [{ to: ['dispatcher', 'assignee'] }],
  'order.closed_no_info': [{ to: ['requester'] }],
};

/** Somebody has to call within a working day: after one or two stars that closed (3.1.3), and of what was done anew. */
const callers: Concerned[] = ['caller'];

/** A "not solved" is told like a reopening, whichever way it was said. */
const reopened: Concerned[] = ['dispatcher', 'supervisor'];

export interface OrderMessage {
  orderId: string;
  seq: number;
}

/**
 * Those whom a complaint is about learn that there is one and no more (3.9): no number, no words, and of its time only
 * the day. Once for each unit, when it is named at submit or by the desk. Nothing of what is sealed, and of a complaint
 * about the community itself, which is the street's, nothing either.
 */
async function tellSubject(ctx: Context, found: NonNullable<Awaited<ReturnType<typeof eventOf>>>): Promise<void> {
  const { order, event } = found;
  const named = event.type === 'order.submitted' || event.type === 'order.classified';
  if (!named || !order.aboutUnit || order.aboutCommunity || order.sealed) return;
  const subjects = [...(await subjectsOf(ctx, order))].filter((id) => id !== order.requesterId && id !== order.proxyId);
  if (subjects.length === 0) return;
  const kind = 'order.about_you';
  const dedupe = `${kind}:${order.aboutUnit}:${order.id}`;
  const at = dayStart(dayNumber(event.at));
  await ctx.transaction((tx) => addNotices(tx, subjects, { kind, orderCode: '', dedupe, at }));
}

/** Turns one order event into inbox lines; a repeat makes none. */
export async function tellOfOrder(ctx: Context, topic: string, message: OrderMessage): Promise<void> {
  const found = await eventOf(ctx, message);
  if (!found) return;
  await tellSubject(ctx, found);
  const { order, event } = found;
  const data = JSON.parse(event.data) as { reopened?: boolean; callbackBy?: string };
  const lines = [
    ...(told[topic as OrderEventType] ?? []),
    ...(data.callbackBy
      ? [{ to: callers, kind: topic === 'order.passed' ? 'order.callback_again' : 'order.callback_due' }]
      : []),
    ...(data.reopened ? [{ to: reopened, kind: 'order.reopened' }] : []),
  ];
  for (const { to, kind = topic } of lines) {
    const people = (await Promise.all(to.map((which) => concernedBy(ctx, order, which)))).flat();
    // Nobody is told of what they did themselves.
    const others = people.filter((id) => id !== event.actor);
    if (others.length === 0) continue;
    const dedupe = `${kind}:${order.id}:${event.seq}`;
    await ctx.transaction((tx) => addNotices(tx, others, { kind, orderCode: order.code, dedupe, at: event.at }));
  }
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
