import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import { Chip } from '@/components/chip';
import { answerLooks, answerState, answerTime } from '../_board/answer-state';
import { wordsLang } from '../_shell/names';
import type { TrackPart } from './track-page';

/** What the community decided about a suggestion, and until when; whole here, also where it was asked in confidence. */
export function TrackAnswer({ data: { answer }, now, reader }: TrackPart) {
  const { t, locale } = reader;
  const said = answer?.said.at(-1);
  if (!answer || !said) return null;
  const state = answerState(answer);
  const english = locale === 'en' ? said.words.en : null;
  return (
    <Card className="stack">
      <CardHead
        title={t('answers.track')}
        aside={<Chip {...answerLooks[state]}>{t(`answers.state.${state}`)}</Chip>}
        meta={answerTime(answer, now, reader)}
      />
      <p className="words" lang={english ? undefined : wordsLang(locale)}>
        {english ?? said.words.zh}
      </p>
      {said.reason && (
        <p>
          <b>{t('answers.why')}</b> <span lang={wordsLang(locale)}>{said.reason}</span>
        </p>
      )}
      <p>
        <a className="alone" href={`/board/${answer.code}`}>
          {t('answers.track_open')}
        </a>
      </p>
    </Card>
  );
}
