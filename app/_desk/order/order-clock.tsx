import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { ClockView, OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../../_order/when';
import type { Translate } from '../../_shell/translate';

function WhyLines({ clock, t }: { clock: ClockView; t: Translate }) {
  return (
    <ol className="why">
      {clock.why.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished calculation, in their order
        <li key={i}>{t(line.key, line.params)}</li>
      ))}
    </ol>
  );
}

/** 时限: each due time, and how it came about line by line; the clock that runs now is open. */
export function OrderClock(props: { order: OrderDetail; now: number; locale: Locale; t: Translate }) {
  const { order, now, locale, t } = props;
  const { clock, promise } = order;
  const when = (text: string | null | undefined) => (text ? formatWhen(Date.parse(text), now, locale) : null);
  const running = clock.all.findLast((one) => one.dueAt === order.dueAt);
  const milestone =
    clock.milestone &&
    (clock.milestone.metAt
      ? t('desk.clock.met', { when: when(clock.milestone.metAt) ?? '' })
      : when(clock.milestone.by));
  return (
    <Card className="stack">
      <h2>{t('desk.clock.title')}</h2>
      <Facts
        facts={[
          { name: t('desk.clock.promise'), value: when(promise.finishBy) },
          { name: t('desk.clock.dispatch'), value: when(clock.dispatchBy) },
          { name: t('desk.clock.accept'), value: when(clock.acceptBy) },
          { name: t('desk.clock.return'), value: when(clock.returnBy) },
          {
            name: clock.milestone ? t(`clock.limit.label.${clock.milestone.kind}`) : '',
            value: milestone,
          },
          { name: t('desk.clock.finish'), value: when(clock.finishBy) },
          { name: t('desk.clock.need_info'), value: when(clock.needInfoUntil) },
          { name: t('desk.clock.verify'), value: when(clock.verifyBy) },
          { name: t('desk.clock.rating'), value: when(clock.ratingUntil) },
          { name: t('desk.clock.callback'), value: when(clock.callbackBy) },
          { name: t('desk.clock.reopen'), value: when(clock.reopenUntil) },
        ]}
      />
      {running && running.why.length > 0 && (
        <details className="fold" open>
          <summary>{t('desk.clock.why', { kind: t(`desk.clock.kind.${running.kind}`) })}</summary>
          <WhyLines clock={running} t={t} />
        </details>
      )}
      {clock.all
        .filter((one) => one !== running && one.why.length > 0)
        .reverse()
        .map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: clocks are only ever added at the end
          <details className="fold" key={i}>
            <summary>
              {t('desk.clock.why_past', { kind: t(`desk.clock.kind.${one.kind}`), when: when(one.dueAt) ?? '' })}
            </summary>
            <WhyLines clock={one} t={t} />
          </details>
        ))}
    </Card>
  );
}
