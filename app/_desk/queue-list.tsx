import { LinkButton } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { OrderList, OrderListItem } from '@/lib/orders/queries/list-orders';
import { formatWhen } from '../_order/when';
import type { Translate } from '../_shell/translate';
import { BulkBar, bulkForm } from './bulk/bulk-bar';
import { type DeskFilter, deskHref, isNarrowed } from './desk-views';
import { OrderRow } from './order-row';

interface Props {
  list: OrderList;
  /** Open U1 orders; they stand on top of whatever is filtered. */
  emergencies: OrderListItem[];
  filter: DeskFilter;
  /** Number of the order in the pane. */
  selected?: string;
  /** RFC 3339; the nearest due time of all open orders. */
  nextDueAt?: string | null;
  now: number;
  locale: Locale;
  t: Translate;
}

/** The rows, emergencies above them under a heading of their own, then the pages. */
export function QueueList(props: Props) {
  const { list, emergencies, filter, selected, now, locale, t } = props;
  const onTop = new Set(emergencies.map((order) => order.code));
  const rest = list.items.filter((order) => !onTop.has(order.code));
  const rows = (orders: OrderListItem[]) =>
    orders.map((order) => (
      <OrderRow
        key={order.code}
        {...{ order, now, locale, t }}
        q={filter.q}
        pickFor={bulkForm}
        besideHref={deskHref({ ...filter, o: order.code })}
        current={order.code === selected}
      />
    ));
  return (
    <>
      {list.items.length + emergencies.length > 0 && <BulkBar t={t} />}
      {emergencies.length > 0 && (
        <section className="queue-urgent" aria-labelledby="urgent">
          <h2 id="urgent">{t('desk.list.urgent', { count: emergencies.length })}</h2>
          <ListRows label={t('desk.list.urgent', { count: emergencies.length })}>{rows(emergencies)}</ListRows>
        </section>
      )}
      {rest.length > 0 ? (
        <ListRows label={t(`desk.view.${filter.view}`)}>{rows(rest)}</ListRows>
      ) : (
        <Nothing {...props} />
      )}
      <div className="queue-pager">
        <CursorPager
          label={t('common.pager.label')}
          first={
            filter.cursor
              ? { href: deskHref({ ...filter, cursor: undefined, o: undefined }), label: t('common.pager.first') }
              : undefined
          }
          next={
            list.nextCursor
              ? { href: deskHref({ ...filter, cursor: list.nextCursor, o: undefined }), label: t('common.pager.next') }
              : undefined
          }
        />
      </div>
    </>
  );
}

/** Why the list is empty, and what comes next. */
function Nothing({ filter, nextDueAt, now, locale, t }: Props) {
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        title={t('desk.empty.narrowed')}
        action={
          <LinkButton kind="outline" href={deskHref({ view: filter.view })}>
            {t('desk.filter.clear')}
          </LinkButton>
        }
      />
    );
  }
  const words =
    filter.view === 'to_dispatch' && nextDueAt
      ? t('desk.empty.next_due', { when: formatWhen(Date.parse(nextDueAt), now, locale) })
      : undefined;
  return <EmptyState title={t(`desk.empty.${filter.view}`)} words={words} />;
}
