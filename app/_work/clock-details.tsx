import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../_order/when';
import type { Translate } from '../_shell/translate';
import { Fold } from './fold';

/** 时限怎么算的: each clock of the order, its due time line by line; the running one first. */
export function ClockDetails({
  order,
  now,
  locale,
  t,
}: {
  order: OrderDetail;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const clocks = order.clock.all.filter((clock) => clock.why.length > 0);
  if (clocks.length === 0) return null;
  const running = clocks.findLast((clock) => clock.dueAt === order.dueAt);
  const sorted = [...(running ? [running] : []), ...clocks.filter((clock) => clock !== running).reverse()];
  return (
    <Fold title={t('work.clock.title')}>
      {sorted.map((clock, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clocks of one order in their order
        <div key={index} className="stack-tight">
          <h3>
            {t('work.clock.of', {
              kind: t(`work.clock.${clock.kind}`),
              when: formatWhen(Date.parse(clock.dueAt), now, locale),
            })}
          </h3>
          <ol className="stack-tight small">
            {clock.why.map((line, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished calculation, in their order
              <li key={number}>{t(line.key, line.params)}</li>
            ))}
          </ol>
        </div>
      ))}
    </Fold>
  );
}
