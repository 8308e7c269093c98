import { ChannelFault, type OutsideMessage } from '@/lib/channels/message';
import { isOpen, type OpenChannels } from '@/lib/channels/open';
import type { OutsideChannel } from '@/lib/channels/targets';
import type { Context } from '@/lib/kernel/context';
import { groupAreaOf, outsideFacts, phoneOfOrder, ratingTokenOf } from '@/lib/orders/queries/outside-facts';
import { claimDeliveries, type Delivery, dueTargets, keepDelivery, markSent, markUnsent } from '../delivery-store';
import { isQuiet } from '../pace';
import { messageOf, shortMessage, testMessage } from '../words';

/** How messages leave; the worker gives the real ones. */
export interface Doors {
  open: OpenChannels;
  /** Real clock. */
  now: () => number;
  /** 0 ≤ n < 1 */
  dice: () => number;
  outside(
    to: { channel: Exclude<OutsideChannel, 'sms'>; target: string },
    message: OutsideMessage,
    now: number,
  ): Promise<void>;
  sms(phone: string, text: string, id: string): Promise<void>;
}

// At once to one target; an order's messages stay in order because only its first is ever claimed.
const lanes = 8;

type Ready = () => Promise<void>;

/** Makes what a message says now; null where there is nobody to send it to any more. */
async function ready(ctx: Context, row: Delivery, doors: Doors): Promise<Ready | null> {
  const { channel, target, orderId, kind } = row;
  const { origin, isDemo } = doors.open;
  const sending = { id: row.id, at: row.at, kind, origin, isDemo };
  if (orderId === null) {
    if (channel === 'sms') return null;
    return () => doors.outside({ channel, target }, testMessage(sending), doors.now());
  }
  const facts = await outsideFacts(ctx, orderId);
  if (!facts) return null;
  if (channel === 'sms') {
    const phone = await phoneOfOrder(ctx, orderId);
    if (phone === null) return null;
    const page = kind === 'order.passed' ? `/t/${ratingTokenOf(orderId, row.seq)}` : '/t';
    const text = shortMessage(kind, facts, `${origin ?? ''}${page}`);
    return () => doors.sms(phone, text, row.id);
  }
  // It may have become somebody else's business, or one about somebody, since it was put down.
  if (channel !== 'webhook' && groupAreaOf(facts.order) !== target) return null;
  return () => doors.outside({ channel, target }, messageOf(sending, facts), doors.now());
}

async function deliver(ctx: Context, claimed: Delivery, doors: Doors): Promise<void> {
  const row = await ctx.transaction((tx) => keepDelivery(tx, claimed, doors.now()));
  if (!row) return;
  const unsent = (why: string, final: 'dead' | 'dropped' | null) =>
    ctx.transaction((tx) => markUnsent(tx, row, { now: doors.now(), dice: doors.dice(), why, final }));
  if (!isOpen(doors.open, row.channel, row.target)) return unsent('off', row.orderId === null ? 'dropped' : 'dead');
  try {
    const send = await ready(ctx, row, doors);
    if (!send) return await unsent('nobody', 'dropped');
    await send();
  } catch (error) {
    const why = error instanceof ChannelFault ? error.message : 'inside';
    return unsent(why, row.orderId === null ? 'dropped' : null);
  }
  await ctx.transaction((tx) => markSent(tx, row, doors.now()));
}

/**
 * Sends what waits to be sent outside, at least once each: a process that dies between a send and its mark sends it
 * again under the same id. @returns how many messages were taken
 */
export async function deliverNotices(ctx: Context, doors: Doors): Promise<number> {
  const quiet = isQuiet(doors.now(), doors.open.quiet);
  const targets = await dueTargets(ctx.db, doors.now());
  const taken = await Promise.all(
    targets.map(async (to) => {
      const queue = await ctx.transaction((tx) => claimDeliveries(tx, to, doors.now(), quiet));
      const count = queue.length;
      const work = async () => {
        for (let row = queue.shift(); row; row = queue.shift()) await deliver(ctx, row, doors);
      };
      await Promise.all(Array.from({ length: lanes }, work));
      return count;
    }),
  );
  return taken.reduce((a, b) => a + b, 0);
}
