import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { getOrder } from '@/lib/orders/queries/get-order';
import { lookInput, lookMs } from '../input';
import { deskPerson } from '../policy';
import { type Looker, listLookers } from '../queries/list-lookers';
import { putLook } from '../store';

/**
 * Says that somebody at the desk has this order open, and answers who else has. Quiet: the order itself knows nothing of it.
 * @throws not_found `order.not_found` for what they do not see
 */
export async function lookAtOrder(ctx: Context, raw: z.input<typeof lookInput>): Promise<Looker[]> {
  const { personId } = deskPerson(ctx.actor);
  const { code, tab } = parse(lookInput, raw);
  await getOrder(ctx, { code });
  const seenAt = Date.now();
  await ctx.transaction((tx) => putLook(tx, { tab, personId, orderCode: code, seenAt }, seenAt - lookMs.over));
  return listLookers(ctx, { code });
}
