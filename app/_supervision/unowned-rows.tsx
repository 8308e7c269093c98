import { ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { Actor } from '@/lib/kernel/context';
import type { UnownedOrder } from '@/lib/orders/queries/list-unowned';
import { stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { formatWhen, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { ColourChip } from './colour-chip';
import { orderHref } from './order-href';

/** Orders that nobody looks after: since when, and who was told of it when. */
export function UnownedRows(props: {
  items: UnownedOrder[];
  label: string;
  actor: Actor;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { items, label, actor, now, locale, t } = props;
  const told = ({ notice }: UnownedOrder) => {
    const last = notice?.told.at(-1);
    if (!last) return t('supervision.unowned.told_nobody');
    const when = formatWhen(Date.parse(last.at), now, locale);
    const step = t(`supervision.step.${last.step}`);
    return `${t('supervision.told.title')} ${t('supervision.told.line', { when, name: nameIn(locale, last.name), step })}`;
  };
  return (
    <ListRows label={label}>
      {items.map((one) => {
        const { order } = one;
        const dueAt = order.dueAt ? Date.parse(order.dueAt) : null;
        return (
          <ListRow
            key={order.code}
            href={orderHref(actor, order.code) ?? `/oversight/urge/${order.code}`}
            title={<span lang={order.excerpt ? wordsLang(locale) : undefined}>{order.excerpt ?? order.code}</span>}
            meta={
              <>
                {order.code} · {order.place && `${nameIn(locale, order.place)} · `}
                {nameIn(locale, order.itemName)}
                <br />
                {told(one)}
              </>
            }
            side={
              <>
                <ColourChip colour={order.colour} t={t} />
                <StateChip state={stateOf(order)} audience="staff" t={t} />
                {dueAt !== null && (
                  <time className="small" dateTime={machineTime(dueAt)}>
                    {t('supervision.unowned.since', { when: formatWhen(dueAt, now, locale) })}
                  </time>
                )}
              </>
            }
          />
        );
      })}
    </ListRows>
  );
}
