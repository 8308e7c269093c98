import type { Locale } from '@/components/preferences';
import { PromiseBox } from '@/components/promise-box';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { readRemaining } from '../_order/remaining';
import { formatDuration, formatWhen } from '../_order/when';
import type { Translate } from '../_shell/translate';

/** Which clock a state runs against, as message keys of `work.due`. */
const kinds: Partial<Record<OrderDetail['status'], 'claim' | 'sign' | 'finish' | 'verify'>> = {
  offered: 'claim',
  assigned: 'sign',
  in_progress: 'finish',
  awaiting_verification: 'verify',
};

/** The due time that runs now, as clock time and what is left: teal, gold near the limit, cinnabar past it. */
export function DueBox({ order, now, locale, t }: { order: OrderDetail; now: number; locale: Locale; t: Translate }) {
  const kind = kinds[order.status];
  if (!kind || !order.dueAt) return null;
  const dueAt = Date.parse(order.dueAt);
  const running = order.clock.all.findLast((clock) => clock.dueAt === order.dueAt);
  const startedAt = Date.parse(running?.startedAt ?? order.submittedAt ?? order.dueAt);
  const { phase, leftMs } = readRemaining({ startedAt, dueAt, now });
  const tone = phase === 'late' ? 'cinnabar' : phase === 'near' ? 'gold' : 'teal';
  const duration = formatDuration(leftMs, t);
  const { milestone } = order.clock;
  const byWhen = milestone && !milestone.metAt && order.status === 'in_progress' ? Date.parse(milestone.by) : null;
  return (
    <>
      {milestone && byWhen !== null && (
        <PromiseBox tone={byWhen < now ? 'cinnabar' : 'gold'}>
          {t(byWhen < now ? 'work.due.milestone_late' : 'work.due.milestone', {
            what: t(`clock.limit.label.${milestone.kind}`),
            when: formatWhen(byWhen, now, locale),
            duration: formatDuration(byWhen - now, t),
          })}
        </PromiseBox>
      )}
      <PromiseBox tone={tone}>
        <span className="phrase">{t(`work.due.${kind}`, { when: formatWhen(dueAt, now, locale) })}</span>{' '}
        <span className="phrase">{t(phase === 'late' ? 'work.due.late' : 'work.due.left', { duration })}</span>
      </PromiseBox>
    </>
  );
}
