import type { Locale } from '@/components/preferences';
import type { RoundDetail } from '@/lib/rounds/queries/get-round';
import { formatDay } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** What people said, word for word: to write the list from, and for nobody else. */
export function EntryList(props: {
  entries: NonNullable<RoundDetail['entries']>;
  /** Of all pages. */
  count: number;
  /** Where the next page is; null on the last. */
  next: string | null;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { entries, count, next, now, locale, t } = props;
  return (
    <section className="card stack">
      <h2>{t('rounds.entries', { count })}</h2>
      <p className="quiet">{t('rounds.entries_words')}</p>
      <ul className="stack-tight">
        {entries.map((one) => (
          <li key={one.id}>
            <p className="words" lang={wordsLang(locale)}>
              {one.words}
            </p>
            <p className="quiet small">
              {t(`rounds.way.${one.way}`)} · {t('rounds.heads', { count: one.heads })} ·{' '}
              {formatDay(one.at, now, locale)}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a className="alone" href={next}>
            {t('rounds.entries_next')}
          </a>
        </p>
      )}
    </section>
  );
}
