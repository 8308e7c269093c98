import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import { isOpen, type OpenChannels, openChannels } from '@/lib/channels/open';
import { groupChannels, hookTarget, isOutside, type OutsideChannel } from '@/lib/channels/targets';
import type { Context } from '@/lib/kernel/context';
import { concernedBy, type eventOf } from '@/lib/orders/queries/concerned-by';
import { requestersJoined } from '@/lib/orders/queries/merged-with';
import { groupAreaOf, phoneOfOrder } from '@/lib/orders/queries/outside-facts';
import { subjectsOf } from '@/lib/orders/queries/subjects-of';
import { addDeliveries, type NewDelivery } from './delivery-store';
import { addNotices } from './store';
import { type Only, type Telling, tellingsOf } from './told';

type Found = NonNullable<Awaited<ReturnType<typeof eventOf>>>;
type Order = Found['order'];

/** What is told of an order: an event of its history, or something that the clock found. */
export interface Told {
  order: Order;
  /** Null where the clock found it. */
  event: Found['event'] | null;
  topic: string;
  at: number;
  /** What makes it one: behind the kind of a message, it is told once to each person, group and receiver. */
  once: string;
}

const data = ({ event }: Told): Record<string, unknown> => (event ? JSON.parse(event.data) : {});

const holds: Record<Only, (told: Told) => boolean> = {
  callbackBy: (told) => Boolean(data(told).callbackBy),
  reopened: (told) => Boolean(data(told).reopened),
  asksSuspension: (told) => data(told).suspension === 'asked',
  asksStreet: (told) => Number(data(told).no) > 1,
  namesUnit: ({ order }) => order.aboutUnit !== null && !order.aboutCommunity && !order.sealed,
  toResident: (told) => Boolean(data(told).toResident) && told.event?.relation !== 'requester',
};

/**
 * Those whom a complaint is about learn that there is one and no more (3.9): no number, no words, and of its time only
 * the day. Once for each unit, when it is named at submit or by the desk. Nothing of what is sealed, and of a complaint
 * about the community itself, which is the street's, nothing either (`namesUnit`).
 */
async function tellSubject(ctx: Context, { order, at }: Told, kind: string): Promise<void> {
  const subjects = [...(await subjectsOf(ctx, order))].filter((id) => id !== order.requesterId && id !== order.proxyId);
  if (subjects.length === 0) return;
  const dedupe = `${kind}:${order.aboutUnit}:${order.id}`;
  const day = dayStart(dayNumber(at));
  await ctx.transaction((tx) => addNotices(tx, subjects, { kind, orderCode: '', dedupe, at: day }));
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
async function tellJoined(ctx: Context, { order, event, at, once }: Told, kind: string): Promise<void> {
  for (const { code, requesterId } of await requestersJoined(ctx.db, order.id)) {
    if (requesterId === event?.actor) continue;
    const dedupe = `${kind}:${once}:${code}`;
    await ctx.transaction((tx) => addNotices(tx, [requesterId], { kind, orderCode: code, dedupe, at }));
  }
}

interface To {
  channel: OutsideChannel;
  target: string;
}

/** The targets of one row on the channels that are open now. */
async function targetsOf(ctx: Context, { order }: Told, { to, by }: Telling, open: OpenChannels): Promise<To[]> {
  const outside = by.filter(isOutside).filter((channel) => open.isOn.has(channel));
  const area = to === 'group' ? groupAreaOf(order) : null;
  const asked = outside.flatMap((channel): To[] => {
    if (channel === 'sms') return to === 'requester' ? [{ channel, target: to }] : [];
    if (channel === 'webhook') return to === 'receiver' ? [{ channel, target: hookTarget }] : [];
    return area !== null && (groupChannels as readonly string[]).includes(channel) ? [{ channel, target: area }] : [];
  });
  const reached = asked.filter(({ channel, target }) => isOpen(open, channel, target));
  const needsPhone = reached.some(({ channel }) => channel === 'sms');
  const hasPhone = needsPhone && (await phoneOfOrder(ctx, order.id)) !== null;
  return reached.filter(({ channel }) => channel !== 'sms' || hasPhone);
}

/** Tells of an order as the table of told.ts says: lines of inboxes, and messages to be sent; a repeat makes none. */
export async function tell(ctx: Context, told: Told): Promise<void> {
  const { order, event, topic, at, once } = told;
  const rows = tellingsOf(topic);
  if (rows.length === 0) return;
  const open = await openChannels(ctx);
  for (const row of rows) {
    const { to, kind = topic, only } = row;
    if (only && !holds[only](told)) continue;
    if (to === 'subject') {
      await tellSubject(ctx, told, kind);
      continue;
    }
    if (to === 'requester' && followed.includes(topic)) await tellJoined(ctx, told, kind);
    const dedupe = `${kind}:${once}`;
    const people =
      to === 'group' || to === 'receiver' || !row.by.includes('inbox') ? [] : await concernedBy(ctx, order, to);
    // Nobody is told of what they did themselves.
    const others = people.filter((id) => id !== event?.actor);
    const seq = event?.seq ?? order.lastSeq;
    const line = { kind, dedupe, orderId: order.id, seq, at, urgent: order.urgency === 'U1' };
    const sends = (await targetsOf(ctx, told, row, open)).map((target): NewDelivery => ({ ...line, ...target }));
    if (others.length === 0 && sends.length === 0) continue;
    await ctx.transaction(async (tx) => {
      await addNotices(tx, others, { kind, orderCode: order.code, dedupe, at });
      await addDeliveries(tx, sends);
    });
  }
}
