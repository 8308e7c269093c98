import { Chip } from '@/components/chip';
import type { Locale } from '@/components/preferences';
import { usedShare } from '@/lib/calendar/used-share';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { AgainChip } from '../../_order/again-chip';
import { OrderNumber } from '../../_order/order-number';
import type { RunningClock } from '../../_order/remaining';
import { RemainingTime } from '../../_order/remaining-time';
import { stateOf } from '../../_order/row-clock';
import { StateChip } from '../../_order/state-chip';
import { formatWhen, machineTime } from '../../_order/when';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { OrderMarks } from '../order-marks';

/**
 * The clock that runs now; null where none does. How much of it is used is counted on its own clock, wall or working
 * time, which its explanation names (3.5).
 */
export function runningClock(
  order: Pick<OrderDetail, 'status' | 'dueAt' | 'submittedAt' | 'clock'>,
  now: number,
  calendar: WorkingCalendar,
): RunningClock | null {
  if (!order.dueAt || order.status === 'awaiting_rating') return null;
  const running = order.clock.all.findLast((clock) => clock.dueAt === order.dueAt);
  const dueAt = Date.parse(order.dueAt);
  const startedAt = Date.parse(running?.startedAt ?? order.submittedAt ?? order.dueAt);
  const onWall = running?.why.some((line) => line.key === 'clock.why.limit_wall') ?? false;
  const paused = order.status === 'need_info' || order.status === 'suspended';
  const used = usedShare(startedAt, dueAt, now, onWall ? 'wall' : 'working', calendar);
  return { startedAt, dueAt, now, usedShare: used, paused };
}

interface Props {
  order: OrderDetail;
  now: number;
  calendar: WorkingCalendar;
  locale: Locale;
  t: Translate;
}

/** Number, time and channel, in one quiet line. */
export function OrderLine({ order, now, locale, t }: Omit<Props, 'calendar'>) {
  const submittedAt = order.submittedAt ? Date.parse(order.submittedAt) : null;
  return (
    <>
      <OrderNumber code={order.code} />
      {submittedAt !== null && (
        <>
          {' · '}
          <time dateTime={machineTime(submittedAt)}>{formatWhen(submittedAt, now, locale)}</time>
        </>
      )}
      {order.channel && ` · ${t(`channel.${order.channel}`)}`}
    </>
  );
}

/** State, what is special about it, and the time that is left. */
export function OrderChips({ order, now, calendar, t }: Omit<Props, 'locale'>) {
  return (
    <p className="chips">
      <StateChip state={stateOf(order)} audience="staff" t={t} />
      {order.urgency && (
        <Chip
          tone={order.urgency === 'U1' ? 'cinnabar' : order.urgency === 'U2' ? 'gold' : 'grey'}
          icon={order.urgency === 'U1' ? 'triangle' : 'hourglass'}
        >
          {t(`desk.urgency.${order.urgency}`)}
        </Chip>
      )}
      <AgainChip state={stateOf(order)} t={t} />
      {order.level === 'street' && (
        <Chip tone="violet" icon="whistle">
          {t('desk.mark.street')}
        </Chip>
      )}
      <OrderMarks order={order} long t={t} />
      <RemainingTime clock={runningClock(order, now, calendar)} t={t} />
    </p>
  );
}

/** Number, item, state, what is special about it, and the time that is left. */
export function OrderHead(props: Props) {
  const { order, locale } = props;
  return (
    <header className="order-head stack-tight">
      <p className="quiet small">
        <OrderLine {...props} />
      </p>
      <h1>{nameIn(locale, order.itemName)}</h1>
      <OrderChips {...props} />
    </header>
  );
}
