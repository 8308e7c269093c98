import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { looker, settle } from '../looking';
import { noticesDue } from '../queries/notices-due';
import { ordersToLookAt } from '../queries/orders-to-look-at';
import { isOpen, statuses } from '../status';
import { forgetOver } from '../supervision-store';
import { moveSupervision } from './move-supervision';

const batch = 200;
const over = statuses.filter((status) => !isOpen(status));

/**
 * The clock's round, each minute: colours and notices of orders where something may have changed, then notices that go up
 * a step. Safe to run again and in several processes. @returns how many notices were issued or moved
 */
export async function lookAtOrders(ctx: Context): Promise<number> {
  await ctx.transaction((tx) => forgetOver(tx, over));
  const calendar = await loadWorkingCalendar(ctx.db);
  let done = 0;
  let fault: unknown;
  const tryTo = async (work: () => Promise<number>) => {
    try {
      done += await work();
    } catch (error) {
      // One broken order keeps nobody else from being told; the fault is reported after the others had their turn.
      if (!isDomainError(error)) fault ??= error;
    }
  };
  for (let after = ''; ; ) {
    const rows = await ordersToLookAt(ctx.db, { now: ctx.now(), after, limit: batch });
    const lookOf = await looker(ctx, rows, calendar);
    for (const order of rows) await tryTo(() => settle(ctx, order, lookOf));
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = last.id;
  }
  for (const notice of await noticesDue(ctx)) {
    await tryTo(async () => {
      await moveSupervision(ctx, notice);
      return 1;
    });
  }
  if (fault) throw fault;
  return done;
}
