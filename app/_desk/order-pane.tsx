import { EmptyState } from '@/components/empty-state';
import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import { PlaceLine } from '../_order/place-line';
import type { KeptForm } from '../_shell/kept';
import { nameIn, rowName, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { KeptNotice } from './order/kept-notice';
import type { OrderPageData } from './order/load-order';
import { OrderActions } from './order/order-actions';
import { OrderChips, OrderLine, runningClock } from './order/order-head';
import { alsoFact, contactFacts, requestPhotos } from './order/order-request';

interface Props {
  /** Null where the list is empty. */
  data: OrderPageData | null;
  kept: KeptForm | null;
  /** Where its forms go on to (`paneField`). */
  from: string;
  /** Who reads. */
  by: string;
  now: number;
  calendar: WorkingCalendar;
  locale: Locale;
  t: Translate;
}

/** As many characters of the words as a title may have; longer ones stand whole beneath it. */
const longestTitle = 40;

/**
 * The third pane of the queue: the selected order, as much of it as a dispatch needs, and the next act. What shows more of
 * a person, and everything else, is on the order's own page.
 */
export function OrderPane(props: Props) {
  const { data, kept, from, by, now, calendar, locale, t } = props;
  if (!data) return <EmptyState title={t('desk.pane.none')} />;
  const { order, cell } = data;
  const words = order.words ?? '';
  const isLong = [...words].length > longestTitle;
  const item = nameIn(locale, order.itemName);
  const where = order.place && nameIn(locale, order.place);
  const running = runningClock(order, now, calendar);
  const own = `/desk/o/${order.code}`;
  return (
    <div className="pane stack" key={`${order.code} ${order.version} ${kept ? kept.form : ''}`}>
      <header className="order-head stack-tight">
        <p className="pane-line quiet small">
          <span>
            <OrderLine {...{ order, now, locale, t }} />
          </span>
          <a className="alone" href={own}>
            {t('desk.pane.open')} <Icon name="external" />
          </a>
        </p>
        <h2 lang={!isLong && words ? wordsLang(locale) : undefined}>{isLong || !words ? item : words}</h2>
        <OrderChips {...{ order, now, calendar, t }} />
      </header>
      {isLong && (
        <blockquote className="request-words" lang={wordsLang(locale)}>
          {words}
        </blockquote>
      )}
      <PhotoStrip photos={requestPhotos(order, t)} />
      <Facts
        facts={[
          { name: t('desk.field.item'), value: isLong || !words ? null : item },
          { name: t('desk.field.place'), value: <PlaceLine {...{ where, locale }} detail={order.contact.detail} /> },
          {
            name: t('common.map.cell'),
            value: cell && t('desk.field.cell_line', { cell: rowName(locale, cell), count: data.cellLoad }),
          },
          ...contactFacts({ order, revealed: {}, t }),
          alsoFact(order, locale, t),
          { name: t('desk.field.about'), value: order.about && <span lang={wordsLang(locale)}>{order.about}</span> },
          { name: t('desk.field.handler'), value: order.handler && nameIn(locale, order.handler.name) },
        ]}
      />
      <KeptNotice {...{ kept, order, now, locale, t }} />
      <OrderActions {...{ data, kept, running, from, now, locale, t }} by={by} revealed={{}} />
    </div>
  );
}
