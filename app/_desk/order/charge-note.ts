import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { type WhoVerifies, whoVerifies } from '@/lib/orders/queries/who-verifies';
import { formatWhen } from '../../_order/when';
import type { StaffContext } from '../../_shell/enter';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { chargeSentence } from '../../_work/verify-charge';

interface Reader {
  now: number;
  locale: Locale;
  t: Translate;
}

/** Why an order that waits for its check lies with another than its branch, or with nobody; null where all is as ever. */
export function chargeWords(order: OrderDetail, who: WhoVerifies, { now, locale, t }: Reader): string | null {
  if (!who.org) return t('verify.charge.nobody');
  if (who.free > 0) return chargeSentence(order, who, { isParent: false, now, locale, t });
  const org = nameIn(locale, who.org);
  const { verifyBy } = order.clock;
  if (!who.parent || who.freeAbove === 0 || !verifyBy) return t('verify.charge.all_aside', { org });
  const parent = nameIn(locale, who.parent);
  const at = Date.parse(verifyBy);
  return at < now
    ? t('verify.charge.aside_now', { org, parent })
    : t('verify.charge.aside_later', { org, parent, when: formatWhen(at, now, locale) });
}

/** The same for an order's page at the desk, only while the check is awaited. */
export async function chargeNote(ctx: StaffContext, order: OrderDetail, reader: Reader): Promise<string | null> {
  if (order.status !== 'awaiting_verification') return null;
  return chargeWords(order, await whoVerifies(ctx, { code: order.code }), reader);
}
