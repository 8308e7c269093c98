import { cookies } from 'next/headers';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { phoneOfLast } from '@/lib/orders/queries/phone-of-last';
import { loadMyOrders } from '../my-orders';
import { myOrdersCookie, readMyCodes } from '../my-orders-cookie';
import type { Fields } from './fields';
import { placeOf } from './load-report';

/**
 * Where this browser's last report was, as fields of the form: offered first, so that nobody says twice where they
 * live (WCAG 3.3.7). Null when there is none, it was sent without a name, or the place is not known any more.
 */
export async function lastPlace(ctx: Context): Promise<Fields | null> {
  const { orders } = await loadMyOrders(ctx, 1);
  const last = orders[0]?.order;
  const found = last?.place ? await placeOf(ctx, { address: last.place.zh }) : null;
  if (!last || !found) return null;
  return { area: found.areaCode, detail: last.contact.detail ?? '' };
}

/**
 * The phone that this browser's last report named, so that nobody types it twice (WCAG 3.3.7); it stands in its field and
 * can be taken out. Null when there was none, or it was for the community alone: that is not to slip into an open one.
 */
export async function lastPhone(ctx: Context): Promise<string | null> {
  const codes = readMyCodes((await cookies()).get(myOrdersCookie)?.value);
  try {
    return await phoneOfLast(ctx, { codes });
  } catch (error) {
    // Nothing is offered then; the form is as useful without.
    if (isDomainError(error)) return null;
    throw error;
  }
}
