import type { Context } from '@/lib/kernel/context';
import { ordersAmong } from '@/lib/orders/queries/orders-by-code';

/** As many as a case takes at once. */
const mostOrders = 200;
const longestNumber = 32;

export interface AskedOrders {
  /** Orders of these communities, as the form takes them. */
  known: string[];
  /** What stood in the address and is none, or is none that a case may answer. */
  unknown: string[];
}

/** The address of a form that opens a case, with these orders in it. */
export const withOrders = (path: string, orders: readonly string[]): string =>
  `${path}?open=new&orders=${orders.slice(0, mostOrders).join(',')}#open`;

/**
 * The orders that an address brings to a form, looked up in the communities in whose name its reader may open a case; what
 * is sealed is not there for a case, like a number that was cut.
 */
export async function askedOrders(
  ctx: Context,
  typed: string | string[] | undefined,
  communities: readonly string[],
): Promise<AskedOrders> {
  const parts = [typed ?? '']
    .flat()
    .join(',')
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,、;]+/);
  const numbers = [...new Set(parts.filter(Boolean).map((part) => part.slice(0, longestNumber)))].slice(0, mostOrders);
  if (numbers.length === 0) return { known: [], unknown: [] };
  const found = await Promise.all(communities.map((code) => ordersAmong(ctx.db, code, numbers)));
  const open = new Set(found.flat().flatMap(({ code, sealed }) => (sealed ? [] : code)));
  return {
    known: numbers.filter((one) => open.has(one)),
    unknown: numbers.filter((one) => !open.has(one)),
  };
}
