import { DomainError } from '@/lib/kernel/errors';
import { getOrder } from '@/lib/orders/queries/get-order';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { getArea } from '@/lib/places/queries/get-area';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import type { StaffContext } from '../../_shell/enter';
import type { SlipData } from './slip-page';
import type { SlipSecret } from './slip-secret';

/**
 * Everything on the slip of one order. `origin` is that of the site; `inEnglish`: the desk works in English, so that the
 * slip has both languages whatever the item. @throws not_found `order.not_found`
 */
export async function loadSlip(
  ctx: StaffContext,
  code: string,
  secret: SlipSecret | null,
  origin: string,
  inEnglish = false,
): Promise<SlipData> {
  // The slip is the requester's: it is printed also where the order is about the very desk that typed it (3.9).
  const reader = secret ? { ...ctx, actor: await openByCode(ctx, { code: secret.queryCode, pin: secret.pin }) } : ctx;
  const order = await getOrder(reader, { code });
  if (order.code !== code) throw new DomainError('not_found', 'order.not_found');
  const cell = await getArea(ctx, { code: order.cell ?? '' });
  const community = cell.ancestors.find((area) => area.kind === 'community');
  const [worker] = await listRoleHolders(ctx, { role: 'grid_worker', areaCodes: [cell.code] });
  const item = await getItem(ctx.db, order.item ?? '');
  const opensWith = order.flags?.anonymous ? 'pin' : order.contact.phone ? 'phone' : 'nothing';
  return {
    code: order.code,
    secret,
    opensWith,
    lookupUrl: `${origin}/t`,
    trackUrl: secret && `${origin}/t/${secret.queryCode}`,
    community: { zh: community?.nameZh ?? '', en: community?.nameEn ?? '' },
    item: order.itemName,
    place: order.place ?? null,
    submittedAt: Date.parse(order.submittedAt ?? ''),
    promise: { acceptBy: Date.parse(order.promise.acceptBy), finishBy: Date.parse(order.promise.finishBy) },
    worker: worker ? { zh: worker.name, en: worker.nameEn ?? worker.name, phone: worker.phone } : null,
    phones: {
      community: await getSetting(ctx, 'phones.community'),
      supervision: await getSetting(ctx, 'phones.supervision'),
      hotline: await getSetting(ctx, 'phones.hotline'),
    },
    bilingual: inEnglish || item.flags.includes('en'),
  };
}
