import type { Context } from '@/lib/kernel/context';
import { act } from '../act';
import { issue } from '../issuing';
import { firstRung } from '../ladder';
import { ladderStaff } from '../queries/ladder-staff';
import type { Found } from '../supervision';
import type { OrderSummary } from '../view';

/**
 * 督办 by the clock: to the first living person whose turn it is (3.5). Once for each ground, whoever looks.
 * @throws conflict `supervision.issued` when the ground was noticed before
 */
export async function superviseByClock(ctx: Context, input: { code: string; found: Found }): Promise<OrderSummary> {
  const { code, found } = input;
  return act(ctx, 'supervise', { code }, async (on) => {
    const staff = await ladderStaff({ db: on.tx, now: ctx.now }, on.order);
    return issue(ctx, on, staff, { ...found, rung: firstRung(on.order.status, found.ground, staff) });
  });
}
