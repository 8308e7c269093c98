import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/tone';
import type { AnswerListItem } from '@/lib/answers/queries/list-answers';
import { dayNumber, dayOfDate, startOfDay } from '@/lib/calendar/shanghai';
import { formatDay } from '../_order/when';
import type { Reader } from '../_track/viewer';

export type AnswerState = 'late' | 'promised' | 'done' | 'not_adopted' | 'taken_back';
export type ShownAnswer = Pick<AnswerListItem, 'status' | 'decision' | 'late' | 'dueOn' | 'doneOn'>;

/** How an answer stands, in one word: red once its day has passed and nothing new was said. */
export function answerState({ status, decision, late }: ShownAnswer): AnswerState {
  if (late) return 'late';
  if (status !== 'closed') return status;
  return decision === 'not_adopted' ? 'not_adopted' : 'taken_back';
}

export const answerLooks: Record<AnswerState, { tone: Tone; icon: IconName }> = {
  late: { tone: 'cinnabar', icon: 'triangle' },
  promised: { tone: 'gold', icon: 'clock' },
  done: { tone: 'green', icon: 'seal-check' },
  not_adopted: { tone: 'grey', icon: 'message' },
  taken_back: { tone: 'grey', icon: 'undo' },
};

/** A date text as people write it; the whole date, since papers are read for years. */
export const dayText = (date: string, locale: Reader['locale']): string => formatDay(startOfDay(date), null, locale);

/** What is promised until when, what is late by how many days, what is done since when; null where there is no date. */
export function answerTime(
  shown: ShownAnswer,
  now: number,
  { t, locale }: Pick<Reader, 't' | 'locale'>,
): string | null {
  const { dueOn, doneOn, late } = shown;
  if (doneOn) return t('answers.time.done', { date: dayText(doneOn, locale) });
  if (!dueOn || shown.status !== 'promised') return null;
  const date = dayText(dueOn, locale);
  return late
    ? t('answers.time.late', { date, days: dayNumber(now) - dayOfDate(dueOn) })
    : t('answers.time.due', { date });
}
