import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { concernedBy, eventOf } from '@/lib/orders/queries/concerned-by';
import { requestersJoined } from '@/lib/orders/queries/merged-with';
import { requestersAmong } from '@/lib/orders/queries/requesters-among';
import { subjectsOf } from '@/lib/orders/queries/subjects-of';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { addNotices } from './store';
import { type Only, tellingsOf } from './told';

export interface OrderMessage {
  orderId: string;
  seq: number;
}

type Found = NonNullable<Awaited<ReturnType<typeof eventOf>>>;

const holds: Record<Only, (found: Found) => boolean> = {
  callbackBy: ({ event }) => Boolean(JSON.parse(event.data).callbackBy),
  reopened: ({ event }) => Boolean(JSON.parse(event.data).reopened),
  namesUnit: ({ order }) => order.aboutUnit !== null && !order.aboutCommunity && !order.sealed,
};

/**
 * Those whom a complaint is about learn that there is one and no more (3.9): no number, no words, and of its time only
 * the day. Once for each unit, when it is named at submit or by the desk. Nothing of what is sealed, and of a complaint
 * about the community itself, which is the street's, nothing either (`namesUnit`).
 */
async function tellSubject(ctx: Context, { order, event }: Found, kind: string): Promise<void> {
  const subjects = [...(await subjectsOf(ctx, order))].filter((id) => id !== order.requesterId && id !== order.proxyId);
  if (subjects.length === 0) return;
  const dedupe = `${kind}:${order.aboutUnit}:${order.id}`;
  const at = dayStart(dayNumber(event.at));
  await ctx.transaction((tx) => addNotices(tx, subjects, { kind, orderCode: '', dedupe, at }));
}

/** Steps of a main order that are news for whoever reported the same thing. */
const followed: readonly string[] = [
  'order.claimed',
  'order.signed',
  'order.released',
  'order.reworked',
  'order.passed',
];

/** Each requester of an order that follows this one is told under their own number (3.8). */
async function tellJoined(ctx: Context, { order, event }: Found, kind: string): Promise<void> {
  for (const { code, requesterId } of await requestersJoined(ctx.db, order.id)) {
    if (requesterId === event.actor) continue;
    const dedupe = `${kind}:${order.id}:${event.seq}:${code}`;
    await ctx.transaction((tx) => addNotices(tx, [requesterId], { kind, orderCode: code, dedupe, at: event.at }));
  }
}

/** Turns one order event into inbox lines, as the table of told.ts says; a repeat makes none. */
export async function tellOfOrder(ctx: Context, topic: string, message: OrderMessage): Promise<void> {
  const found = await eventOf(ctx, message);
  if (!found) return;
  const { order, event } = found;
  for (const { to, kind = topic, only } of tellingsOf(topic)) {
    if (only && !holds[only](found)) continue;
    if (to === 'subject') {
      await tellSubject(ctx, found, kind);
      continue;
    }
    if (to === 'requester' && followed.includes(topic)) await tellJoined(ctx, found, kind);
    // Nobody is told of what they did themselves.
    const others = (await concernedBy(ctx, order, to)).filter((id) => id !== event.actor);
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
