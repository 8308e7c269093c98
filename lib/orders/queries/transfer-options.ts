import type { Context } from '@/lib/kernel/context';
import { communityDesk } from '@/lib/people/queries/community-desk';
import { listCells } from '@/lib/places/queries/list-cells';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { decide } from '../decide';
import { orderFacts } from '../facts';
import { staysAtStreet } from '../transferring';
import { loadSeen } from './get-order';
import type { Named } from './holders-of';

/** Where an order may be transferred to: a cell of another community, or `back` to its own. */
export interface TransferOption {
  code: string;
  name: Named;
  community: Named;
  back: boolean;
}

/**
 * Every place that `transfer` would take for this order, so that a form offers none that is refused; empty for who may not
 * transfer it. @throws not_found `order.not_found`
 */
export async function transferOptions(ctx: Context, input: { code: string }): Promise<TransferOption[]> {
  const { order, standing } = await loadSeen(ctx, input.code);
  if (!decide('transfer', orderFacts(order, ctx.now(), ctx.actor), standing).ok) return [];
  const found: TransferOption[] = [];
  for (const community of await listCommunities(ctx)) {
    if (community.street?.code !== order.streetCode || (await communityDesk(ctx, community.code)) === 0) continue;
    const name = { zh: community.nameZh, en: community.nameEn };
    if (community.code === order.communityCode) {
      const isBack = order.level === 'street' && !staysAtStreet(order);
      if (isBack) found.unshift({ code: community.code, name, community: name, back: true });
      continue;
    }
    for (const cell of await listCells(ctx, { communityCode: community.code })) {
      found.push({ code: cell.code, name: { zh: cell.nameZh, en: cell.nameEn }, community: name, back: false });
    }
  }
  return found;
}
