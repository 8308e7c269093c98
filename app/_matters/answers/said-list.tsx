import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import type { AnswerDetail } from '@/lib/answers/queries/get-answer';
import { dayText } from '../../_board/answer-state';
import { formatWhen, machineTime } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** Everything that was said, the latest first, as it stands on the board. */
export function SaidList({ shown, locale, t }: { shown: AnswerDetail; locale: Locale; t: Translate }) {
  if (shown.said.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t('answers.said')}</h2>
      <ol className="stack">
        {[...shown.said].reverse().map((one) => (
          <li key={one.version} className="stack-tight">
            <p className="quiet small">
              <time dateTime={machineTime(one.at)}>{formatWhen(one.at, null, locale)}</time>
              {one.dueOn && ` · ${t('answers.time.due', { date: dayText(one.dueOn, locale) })}`}
            </p>
            <p className="words" lang={wordsLang(locale)}>
              {one.words.zh}
            </p>
            {one.words.en && (
              <p className="words" lang="en">
                {one.words.en}
              </p>
            )}
            {one.reason && (
              <p className="quiet">
                {t('answers.why')} <span lang={wordsLang(locale)}>{one.reason}</span>
              </p>
            )}
            <PhotoStrip
              photos={one.photos.map((id, i) => ({
                src: `/photos/${id}?of=${shown.code}&size=thumb`,
                href: `/photos/${id}?of=${shown.code}`,
                alt: t('answers.photo', { n: i + 1, total: one.photos.length }),
              }))}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
