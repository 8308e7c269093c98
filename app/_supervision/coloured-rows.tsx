import { ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import { RemainingTime } from '../_order/remaining-time';
import { clockOfRow, stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { ColourChip } from './colour-chip';

/** Coloured orders for whoever may send a 督办单: each leads to the form. */
export function ColouredRows(props: {
  items: OrderListItem[];
  label: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { items, label, now, locale, t } = props;
  return (
    <ListRows label={label}>
      {items.map((order) => (
        <ListRow
          key={order.code}
          href={`/oversight/urge/${order.code}`}
          title={<span lang={order.excerpt ? wordsLang(locale) : undefined}>{order.excerpt ?? order.code}</span>}
          meta={
            <>
              {order.code} · {order.place && `${nameIn(locale, order.place)} · `}
              {nameIn(locale, order.itemName)}
            </>
          }
          side={
            <>
              <ColourChip colour={order.colour} t={t} />
              <StateChip state={stateOf(order)} audience="staff" t={t} />
              <RemainingTime clock={clockOfRow(order, now)} t={t} />
            </>
          }
        />
      ))}
    </ListRows>
  );
}
