import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { indexOrder, listUnindexed } from '../search-store';

/** Few enough that whoever writes an order meanwhile does not wait for long. */
const batch = 100;

/**
 * Makes what was there before the index of words findable by it: in small transactions, so that a run that was cut short
 * goes on where it stopped, also beside a server. @returns how many orders were written to it
 */
export async function indexOrders(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'order.system_only');
  let written = 0;
  for (let after = ''; ; ) {
    const last = await ctx.transaction(async (tx) => {
      const rows = await listUnindexed(tx, after, batch);
      const items = new Map((await listItems(tx)).map((item) => [item.code, item]));
      for (const order of rows) await indexOrder(tx, { order, item: items.get(order.itemCode) });
      return { id: rows.at(-1)?.id, count: rows.length };
    });
    written += last.count;
    if (!last.id || last.count < batch) return written;
    after = last.id;
  }
}
