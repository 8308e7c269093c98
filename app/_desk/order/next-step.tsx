import { LinkButton } from '@/components/button';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { RunningClock } from '../../_order/remaining';
import { RemainingTime } from '../../_order/remaining-time';
import { formatWhen } from '../../_order/when';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** By when the step of each state is to be done; `dueAt` where the clock that runs says it. */
function dueOf({ status, dueAt, clock }: OrderDetail): string | null {
  if (status === 'need_info') return clock.needInfoUntil;
  if (status === 'awaiting_rating') return clock.ratingUntil;
  if (status === 'closed') return clock.reopenUntil;
  return dueAt ?? null;
}

/** 下一步, where it is not this reader's: whose it is, by when, and how to reach them. */
export function NextStep(props: {
  order: OrderDetail;
  running: RunningClock | null;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { order, running, now, locale, t } = props;
  const due = dueOf(order);
  const open = due !== null && Date.parse(due) > now;
  const who = order.handler ? nameIn(locale, order.handler.name) : t('desk.next.handler');
  const phone = order.status === 'assigned' || order.status === 'in_progress' ? order.handler?.phone : null;
  return (
    <section className="card stack act" aria-labelledby="next">
      <h2 id="next">{t('desk.next.title')}</h2>
      <p>
        {t(`desk.next.${order.status}`, { who })}{' '}
        {open && (
          <span className="quiet">{t('desk.next.until', { when: formatWhen(Date.parse(due), now, locale) })}</span>
        )}{' '}
        <RemainingTime clock={running} t={t} />
      </p>
      {phone && (
        <p>
          <LinkButton href={`tel:${phone}`} kind="outline" icon="phone">
            {t('desk.next.call', { who, phone })}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
