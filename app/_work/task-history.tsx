import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { OrderTimeline, type TimelineEntry } from '../_order/order-timeline';
import { staffSentence } from '../_order/staff-sentence';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { Fold } from './fold';
import { orderPhotos } from './order-photos';

/** The life of the order as staff read it, newest first. */
export function TaskHistory(props: { order: OrderDetail; now: number; locale: Locale; t: Translate; open?: boolean }) {
  const { order, now, locale, t } = props;
  const entries = order.timeline.map((event): TimelineEntry => {
    const who = event.actor && nameIn(locale, event.actor);
    return {
      key: String(event.seq),
      title: staffSentence(event, t),
      at: Date.parse(event.at),
      detail: [who, event.words].filter(Boolean).join(t('work.history.said')) || undefined,
      lang: event.words ? wordsLang(locale) : undefined,
      photos: orderPhotos(event.photos, event.relation === 'requester' ? 'by_resident' : 'by_handler', t),
    };
  });
  if (entries.length === 0) return null;
  return (
    <Fold title={t('work.history.title', { count: entries.length })} open={props.open}>
      <OrderTimeline entries={entries.reverse()} now={now} locale={locale} t={t} />
    </Fold>
  );
}
