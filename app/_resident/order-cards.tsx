import { ItemCard } from '@/components/item-card';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { RunningClock } from '../_order/remaining';
import { RemainingTime } from '../_order/remaining-time';
import { stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { formatWhen } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import type { MyOrder } from './my-orders';
import { OrderStepBar } from './order-step-bar';

const working: readonly string[] = ['submitted', 'offered', 'assigned', 'in_progress', 'awaiting_verification'];

/** The promise as a running clock, while somebody still works on it. */
export function promiseClock(order: OrderDetail, now: number): RunningClock | null {
  if (!working.includes(order.status) || !order.submittedAt) return null;
  return { startedAt: Date.parse(order.submittedAt), dueAt: Date.parse(order.promise.finishBy), now };
}

interface Props {
  orders: MyOrder[];
  now: number;
  locale: Locale;
  t: Translate;
}

/** Orders as cards, each one link: the first words, where, until when, and the state in the resident's words. */
export function OrderCards({ orders, now, locale, t }: Props) {
  return (
    <ul className="stack-tight">
      {orders.map(({ order, href }) => {
        const clock = promiseClock(order, now);
        const place = order.place && nameIn(locale, order.place);
        const excerpt = [...(order.words ?? '')];
        return (
          <li key={order.code}>
            <ItemCard
              href={href}
              title={
                <span lang={wordsLang(locale)}>
                  {excerpt.length > 40 ? `${excerpt.slice(0, 40).join('')}…` : excerpt.join('')}
                </span>
              }
              meta={[
                place,
                clock
                  ? t('mine.promised', { when: formatWhen(clock.dueAt, now, locale) })
                  : order.submittedAt &&
                    t('mine.sent', { when: formatWhen(Date.parse(order.submittedAt), now, locale) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              aside={
                <span className="item-side">
                  <StateChip state={stateOf(order)} audience="resident" t={t} />
                  <RemainingTime clock={clock} t={t} />
                </span>
              }
            >
              <OrderStepBar order={order} locale={locale} t={t} />
            </ItemCard>
          </li>
        );
      })}
    </ul>
  );
}
