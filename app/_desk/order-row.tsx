import Link from 'next/link';
import { Chip } from '@/components/chip';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { ListRow } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import { AgainChip, againTone } from '../_order/again-chip';
import { Marked } from '../_order/marked';
import { barOfPhase, readRemaining } from '../_order/remaining';
import { RemainingTime } from '../_order/remaining-time';
import { clockOfRow, stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { formatWhen, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { OrderMarks } from './order-marks';

/** What a row has beside its state: urgency, typed for another, sealed, and how it came back. */
function Marks({ order, t }: { order: OrderListItem; t: Translate }) {
  return (
    <span className="row-marks">
      {order.urgency === 'U1' && (
        <Chip tone="cinnabar" icon="triangle">
          {t('desk.urgency.U1')}
        </Chip>
      )}
      <AgainChip state={stateOf(order)} t={t} />
      <OrderMarks order={order} t={t} />
    </span>
  );
}

/** What is waited for once the work is done: the call-back of somebody else, else the resident's own rating. */
function AfterWork({ order, now, locale, t }: { order: OrderListItem; now: number; locale: Locale; t: Translate }) {
  const rated = order.status === 'awaiting_rating' ? order.dueAt : null;
  const text = order.callbackBy ?? rated;
  if (!text) return null;
  const at = Date.parse(text);
  const late = order.callbackBy !== null && at < now;
  return (
    <time className={classNames('remaining', late ? 'ink-cinnabar strong' : 'quiet')} dateTime={machineTime(at)}>
      {late && <Icon name="triangle" />}
      {t(order.callbackBy ? 'desk.row.call_by' : 'desk.row.rate_until', { when: formatWhen(at, now, locale) })}
    </time>
  );
}

/** One order of the queue: bar by its clock, the requester's words, where and through which channel, state, time left. */
export function OrderRow(props: {
  order: OrderListItem;
  /** Of the queue, with this order in the pane beside it; a list without a pane has none. */
  besideHref?: string;
  /** Id of the form that takes ticked rows; without it there is no box. */
  pickFor?: string;
  /** It stands in the pane now. */
  current?: boolean;
  /** What was looked for; it is marked where it stands. */
  q?: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { order, besideHref, pickFor, current, q, now, locale, t } = props;
  const clock = clockOfRow(order, now);
  const where = order.place && nameIn(locale, order.place);
  const facts = [where, nameIn(locale, order.itemName), order.channel && t(`channel.${order.channel}`)];
  if (order.flags?.anonymous) facts.push(t('desk.mark.anonymous'));
  const rowId = `row-${order.code}`;
  const title = (
    <span lang={order.excerpt ? wordsLang(locale) : undefined}>
      <Marked text={order.excerpt ?? order.code} q={q} />
    </span>
  );
  return (
    <ListRow
      id={rowId}
      href={`/desk/o/${order.code}`}
      current={current}
      pick={
        pickFor
          ? { name: 'o', value: order.code, label: t('desk.bulk.pick', { code: order.code }), form: pickFor }
          : undefined
      }
      beside={
        besideHref && (
          <Link
            className="row-title row-beside"
            href={`${besideHref}#${rowId}`}
            scroll={false}
            prefetch={false}
            aria-current={current ? 'true' : undefined}
          >
            {title}
          </Link>
        )
      }
      bar={
        (clock && barOfPhase[readRemaining(clock).phase]) ?? againTone(stateOf(order)) ?? (current ? 'teal' : undefined)
      }
      title={title}
      meta={
        <>
          <Marks order={order} t={t} />
          <Marked text={facts.filter(Boolean).join(' · ')} q={q} />
        </>
      }
      side={
        <>
          <StateChip state={stateOf(order)} audience="staff" t={t} />
          <RemainingTime clock={clock} t={t} />
          <AfterWork {...{ order, now, locale, t }} />
        </>
      }
    />
  );
}
