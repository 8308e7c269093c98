import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { limitsOf, runningClocks } from './clocks';
import { superviseByClock } from './commands/supervise-by-clock';
import { findOrderById, type OrderRow } from './facts';
import { clockStarts } from './queries/clock-start';
import { noticesOf } from './queries/orders-to-look-at';
import { isOpen } from './status';
import { type Look, lookAt, strongest } from './supervision';
import { endNotices, markLooked, type NoticeRow, reviveNotices } from './supervision-store';

type LookOf = (order: OrderRow) => Look;

/** Catalogue, calendar and beginnings of clocks, read once for many orders. */
export async function looker(ctx: Context, rows: OrderRow[], calendar: WorkingCalendar): Promise<LookOf> {
  const items = new Map((await listItems(ctx.db)).map((item) => [item.code, item]));
  const began = await clockStarts(ctx.db, rows);
  return (order) => {
    const item = items.get(order.itemCode);
    const clocks = item ? runningClocks(order, limitsOf(item, order.urgency), began) : [];
    return lookAt(order, clocks, ctx.now(), calendar);
  };
}

/** Whether what a notice says is no longer so, or is nobody's to answer any more. */
function isOver(notice: NoticeRow, order: OrderRow, look: Look, now: number): boolean {
  const { ground, key } = notice;
  // Merging answers for nothing: what a person asked is still asked, and the order may come back.
  if (order.status === 'merged' && ground === 'person') return false;
  if (!isOpen(order.status)) return true;
  if (ground === 'person' || ground === 'rework' || ground === 'reopen') return false;
  // A late finish is answered for also when the work was handed in meanwhile; only a new due time takes it back.
  if (ground === 'finish') return order.finishBy === null || order.finishBy > now;
  return !look.found.some((found) => found.key === key);
}

/** Issues what is new of one order, ends what is over, takes up again what holds again, and keeps its colour and when to look next. */
export async function settle(ctx: Context, order: OrderRow, lookOf: LookOf): Promise<number> {
  const known = new Set((await noticesOf(ctx.db, order)).map(({ key }) => key));
  let issued = 0;
  for (const found of lookOf(order).found) {
    if (known.has(found.key)) continue;
    try {
      await superviseByClock(ctx, { code: order.code, found });
      issued++;
    } catch (error) {
      // Another process was first, or the order was moved meanwhile and is looked at again.
      if (!isDomainError(error)) throw error;
    }
  }
  await ctx.transaction(async (tx) => {
    const now = ctx.now();
    const row = await findOrderById(tx, order.id);
    // Moved meanwhile: it is looked at again, as it stands then.
    if (!row || row.version !== order.version || row.dueAt !== order.dueAt) return;
    const look = lookOf(row);
    const all = await noticesOf(tx, order);
    if (look.found.some(({ key }) => !all.some((notice) => notice.key === key))) return;
    // Ended unanswered, and what it said holds again: a dispatch was taken back, or a merging undone.
    const back = all.filter(
      ({ key, endedAt, repliedAt }) =>
        endedAt !== null && repliedAt === null && look.found.some((found) => found.key === key),
    );
    await reviveNotices(
      tx,
      back.map(({ id }) => id),
    );
    const standing = all.filter((notice) => notice.endedAt === null || back.includes(notice));
    const ended = standing.filter((notice) => isOver(notice, row, look, now));
    await endNotices(
      tx,
      ended.map(({ id }) => id),
      now,
    );
    const unanswered = standing.filter((notice) => !ended.includes(notice) && notice.repliedAt === null);
    const colour = strongest([...look.found, ...unanswered].map((one) => one.colour));
    await markLooked(tx, row, { colour, lookAt: look.lookAt });
  });
  return issued;
}
