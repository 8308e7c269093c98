import { eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { readQueryCode } from '@/lib/kernel/ids';
import { hit } from '@/lib/throttle/throttle';
import { secretHash } from '../secrets';
import { orderContact, orders } from '../tables';
import { phoneToOffer } from '../view';

/**
 * The phone that the newest of these orders named, in one read. `codes`: query codes, the newest first; what may be said of
 * each is `phoneToOffer`'s to say. A code that opens nothing ends the look and counts as a try of this address, as it does in `openByCode`.
 * @throws too_many `throttle.lookup`
 */
export async function phoneOfLast(ctx: Context, input: { codes: readonly string[] }): Promise<string | null> {
  const hashes = input.codes.flatMap((code) => readQueryCode(code) ?? []).map(secretHash);
  if (hashes.length === 0) return null;
  const rows = await ctx.db
    .select({
      queryHash: orders.queryHash,
      anonymous: orders.anonymous,
      confidential: orders.confidential,
      phone: orderContact.phone,
    })
    .from(orders)
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(inArray(orders.queryHash, hashes));
  for (const hash of hashes) {
    const order = rows.find(({ queryHash }) => queryHash === hash);
    if (!order) {
      await hit(ctx, 'lookup', ctx.caller.address);
      return null;
    }
    const offered = phoneToOffer(order, order.phone);
    if (offered !== 'passed_over') return offered;
  }
  return null;
}
