import { PromiseBox } from '@/components/promise-box';
import { OrderPromise } from '../_order/promise';
import { formatDay, formatWhen } from '../_order/when';
import type { TrackPart } from './track-page';
import { clockBehind, waitingFor } from './waiting';

/** What to expect until when, a visit that is due before it, and how that time came about. */
export function TrackTime({ viewer: { order }, reader: { t, locale }, now }: TrackPart) {
  const waiting = waitingFor(order);
  if (!waiting) return null;
  const { kind, dueAt, startedAt } = waiting;
  const when = formatWhen(dueAt, now, locale);
  // A window of days ends with its last day; the instant itself belongs to the next.
  const day = formatDay(dueAt - 1, now, locale);
  const isLate = dueAt < now;
  const { milestone } = order.clock;
  const visit = milestone && !milestone.metAt && kind === 'finish' ? Date.parse(milestone.by) : null;
  const why = clockBehind(order.clock.all, waiting);
  return (
    <>
      {kind === 'finish' ? (
        <OrderPromise clock={{ startedAt, dueAt, now }} locale={locale} t={t} />
      ) : kind === 'reopen' || kind === 'appeal' ? (
        <p className="quiet">{t(`track.wait.${kind}`, { day })}</p>
      ) : (
        <PromiseBox
          tone={kind === 'answer' || kind === 'rate' || kind === 'resume' ? 'gold' : isLate ? 'cinnabar' : 'teal'}
        >
          {isLate && (kind === 'verify' || kind === 'dispatch')
            ? t(`track.wait.${kind}_late`, { when })
            : t(`track.wait.${kind}`, { when, day })}
        </PromiseBox>
      )}
      {visit !== null && visit > now && milestone && (
        <p>
          {t('track.wait.visit', {
            label: t(`clock.limit.label.${milestone.kind}`),
            when: formatWhen(visit, now, locale),
          })}
        </p>
      )}
      {why && why.why.length > 0 && (
        <details>
          <summary>{t('track.why')}</summary>
          <ol className="why">
            {why.why.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished calculation, in their order
              <li key={at}>{t(line.key, line.params)}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
