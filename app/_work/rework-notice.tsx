import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { staffSentence } from '../_order/staff-sentence';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';

/** Why the verifier sent it back, where the handler looks first. */
export function ReworkNotice({ order, locale, t }: { order: OrderDetail; locale: Locale; t: Translate }) {
  const last = order.timeline.findLast((event) => event.type === 'order.reworked');
  if (!last || order.status !== 'in_progress' || !order.counts?.rework) return null;
  return (
    <Notice kind="bad">
      <p className="strong">{staffSentence(last, t)}</p>
      <p lang={wordsLang(locale)}>{last.words}</p>
      {last.actor && <p className="quiet small">{nameIn(locale, last.actor)}</p>}
    </Notice>
  );
}
