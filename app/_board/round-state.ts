import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/tone';
import type { RoundListItem } from '@/lib/rounds/queries/list-rounds';
import type { Reader } from '../_track/viewer';
import { dayText } from './answer-state';

type Phase = RoundListItem['phase'];

export const roundLooks: Record<Phase, { tone: Tone; icon: IconName }> = {
  coming: { tone: 'info', icon: 'calendar' },
  collecting: { tone: 'gold', icon: 'message' },
  closed: { tone: 'grey', icon: 'hourglass' },
  published: { tone: 'green', icon: 'seal-check' },
};

/** From when, until when, or since when a list stands there. */
export function roundTime(
  { phase, opensOn, closesOn }: Pick<RoundListItem, 'phase' | 'opensOn' | 'closesOn'>,
  { t, locale }: Pick<Reader, 't' | 'locale'>,
): string {
  if (phase === 'coming') return t('rounds.time.coming', { date: dayText(opensOn, locale) });
  return t(`rounds.time.${phase}`, { date: dayText(closesOn, locale) });
}
