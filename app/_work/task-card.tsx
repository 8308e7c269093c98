import type { ReactNode } from 'react';
import { Chip } from '@/components/chip';
import { ItemCard } from '@/components/item-card';
import type { Locale } from '@/components/preferences';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import { AgainChip } from '../_order/again-chip';
import { RemainingTime } from '../_order/remaining-time';
import { clockOfRow, stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { UrgencyChip } from './urgency-chip';

/** One order in a list of tasks or of orders to check; the whole card leads to it. */
export function TaskCard(props: {
  order: OrderListItem;
  href: string;
  now: number;
  locale: Locale;
  t: Translate;
  children?: ReactNode;
}) {
  const { order, now, locale, t } = props;
  const where = order.place && nameIn(locale, order.place);
  return (
    <ItemCard
      href={props.href}
      title={nameIn(locale, order.itemName)}
      meta={
        <>
          {where && <span className="task-place">{where}</span>}
          {order.excerpt && (
            <span className="task-said" lang={wordsLang(locale)}>
              {order.excerpt}
            </span>
          )}
        </>
      }
      aside={<StateChip state={stateOf(order)} audience="staff" t={t} />}
    >
      <div className="task-foot">
        <span className="chips">
          <UrgencyChip urgency={order.urgency} t={t} />
          <AgainChip state={stateOf(order)} t={t} />
          {order.kin && (
            <Chip tone="brown" icon="users">
              {t('work.kin')}
            </Chip>
          )}
          <RemainingTime clock={clockOfRow(order, now)} t={t} />
        </span>
        {props.children}
      </div>
    </ItemCard>
  );
}
