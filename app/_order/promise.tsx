import type { Locale } from '@/components/preferences';
import { PromiseBox } from '@/components/promise-box';
import type { Translate } from '../_shell/translate';
import { type RunningClock, readRemaining } from './remaining';
import { formatDuration, formatWhen } from './when';

/**
 * The promise to a resident: clock time and what is left of it; near the limit in gold. A late order says so, and that
 * it is being urged; the telephone belongs below it.
 */
export function OrderPromise({ clock, locale, t }: { clock: RunningClock; locale: Locale; t: Translate }) {
  const { phase, leftMs } = readRemaining(clock);
  const when = formatWhen(clock.dueAt, clock.now, locale);
  const [tone, first, second] =
    phase === 'late'
      ? (['cinnabar', t('common.promise.late', { when }), t('common.promise.urged')] as const)
      : ([
          phase === 'near' ? 'gold' : 'teal',
          t('common.promise.finish', { when }),
          t('common.promise.left', { duration: formatDuration(leftMs, t) }),
        ] as const);
  return (
    <PromiseBox tone={tone}>
      <span className="phrase">{first}</span> <span className="phrase">{second}</span>
    </PromiseBox>
  );
}
