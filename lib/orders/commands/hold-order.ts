import type { Context } from '@/lib/kernel/context';
import { setHold } from '../store';

/**
 * Keeps an order's work from being handed in, or no longer: an effect of the letter of this number. A repeat changes
 * nothing.
 */
export async function holdOrder(
  ctx: Context,
  { orderId, by, isHeld }: { orderId: string; by: string; isHeld: boolean },
): Promise<void> {
  await ctx.transaction((tx) => setHold(tx, { orderId, by, at: ctx.now() }, isHeld));
}
