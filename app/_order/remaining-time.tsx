import { classNames } from '@/components/class-names';
import { Icon, type IconName } from '@/components/icon';
import type { Translate } from '../_shell/translate';
import { type RemainingPhase, type RunningClock, readRemaining } from './remaining';
import { formatDuration, machineTime } from './when';

const looks: Record<RemainingPhase, { ink?: 'gold' | 'cinnabar' | 'grey'; icon?: IconName; word: string }> = {
  calm: { word: 'common.remaining.left' },
  near: { ink: 'gold', icon: 'clock', word: 'common.remaining.left' },
  late: { ink: 'cinnabar', icon: 'triangle', word: 'common.remaining.late' },
  paused: { ink: 'grey', icon: 'pause', word: 'common.remaining.paused' },
};

/** 剩 18分 / 超时 2小时05分: words first, colour and sign from 80 % on. Nothing where no clock runs (`null`). */
export function RemainingTime({ clock, t }: { clock: RunningClock | null; t: Translate }) {
  if (!clock) return null;
  const { phase, leftMs } = readRemaining(clock);
  const look = looks[phase];
  return (
    <time
      className={classNames('remaining', look.ink ? `ink-${look.ink}` : 'quiet', look.icon && 'strong')}
      dateTime={machineTime(clock.dueAt)}
    >
      {look.icon && <Icon name={look.icon} />}
      {t(look.word, { duration: formatDuration(leftMs, t) })}
    </time>
  );
}
