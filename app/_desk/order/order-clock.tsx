import { Card } from '@/components/card';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { ClockView, OrderDetail } from '@/lib/orders/queries/get-order';
import { barOfPhase, readRemaining } from '../../_order/remaining';
import { RemainingTime } from '../../_order/remaining-time';
import { formatDuration, formatWhen, machineTime } from '../../_order/when';
import type { Translate } from '../../_shell/translate';
import { type LimitRow, limitRows } from './limit-rows';

interface Props {
  order: OrderDetail;
  now: number;
  calendar: WorkingCalendar;
  locale: Locale;
  t: Translate;
}

/** How much of a limit is used, as a thin line; the words beside it say the same. */
function UsedBar({ row }: { row: LimitRow }) {
  if (!row.clock) return null;
  const tone = barOfPhase[readRemaining(row.clock).phase] ?? 'teal';
  const used = Math.min(1, Math.max(0.02, row.clock.usedShare ?? 1));
  return (
    <svg
      className={classNames('limit-bar', `bar-${tone}`)}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="limit-all" width="100" height="6" />
      <rect className="limit-used" width={Math.round(used * 100)} height="6" />
    </svg>
  );
}

/** 剩 6 分, 超时 2小时, or when it was met and whether that was in time. */
function Standing({ row, now, locale, t }: { row: LimitRow } & Omit<Props, 'order' | 'calendar'>) {
  if (row.clock) return <RemainingTime clock={row.clock} t={t} />;
  if (row.metAt === null) return null;
  const late = row.metAt > row.dueAt;
  const words = late ? 'desk.clock.met_late' : 'desk.clock.met_in_time';
  return (
    <span className={classNames('remaining', late ? 'ink-cinnabar' : 'quiet')}>
      <Icon name={late ? 'triangle' : 'check'} />
      {t(words, {
        when: formatWhen(row.metAt, now, locale),
        duration: formatDuration(row.metAt - row.dueAt, t),
      })}
    </span>
  );
}

function Why({ clock, now, locale, t }: { clock: ClockView } & Omit<Props, 'order' | 'calendar'>) {
  return (
    <>
      <h3>
        {t('desk.clock.why_of', {
          kind: t(`desk.clock.kind.${clock.kind}`),
          when: formatWhen(Date.parse(clock.dueAt), now, locale),
        })}
      </h3>
      <ol className="why">
        {clock.why.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished calculation, in their order
          <li key={i}>{t(line.key, line.params)}</li>
        ))}
      </ol>
    </>
  );
}

/** 时限: one row a limit, drawn on its own clock, and how all of them came about behind one fold, the running one first. */
export function OrderClock(props: Props) {
  const { order, now, calendar, locale, t } = props;
  const { clock } = order;
  const rows = limitRows(order, now, calendar);
  const told = clock.all.filter((one) => one.why.length > 0).toReversed();
  const running = told.find((one) => one.dueAt === order.dueAt);
  const sorted = running ? [running, ...told.filter((one) => one !== running)] : told;
  return (
    <Card className="stack">
      <h2 id="limits">{t('desk.clock.title')}</h2>
      <table className="limits" aria-labelledby="limits">
        <thead className="away">
          <tr>
            <th scope="col">{t('desk.clock.limit')}</th>
            <th scope="col">{t('desk.clock.due')}</th>
            <th scope="col">{t('desk.clock.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.limit} className={row.clock ? 'limit-runs' : undefined}>
              <th scope="row">
                {row.limit === 'milestone' && clock.milestone
                  ? t(`clock.limit.label.${clock.milestone.kind}`)
                  : t(`desk.clock.${row.limit}`)}
              </th>
              <td>
                <time dateTime={machineTime(row.dueAt)}>{formatWhen(row.dueAt, now, locale)}</time>
              </td>
              <td>
                <UsedBar row={row} />
                <Standing {...{ row, now, locale, t }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > 0 && (
        <details className="fold">
          <summary>{t('desk.clock.how')}</summary>
          <div className="stack-tight">
            {sorted.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: clocks are only ever added at the end
              <Why key={i} clock={one} {...{ now, locale, t }} />
            ))}
          </div>
        </details>
      )}
    </Card>
  );
}
