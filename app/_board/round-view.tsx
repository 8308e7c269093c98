import { LinkButton } from '@/components/button';
import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import type { HeardRow, RoundDetail } from '@/lib/rounds/queries/get-round';
import { formatDay } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import { dayText } from './answer-state';
import type { Medium } from './board-kind';
import { DocumentHead } from './document-head';
import { Figures, Fold } from './paper-parts';
import { roundLooks, roundTime } from './round-state';

interface Props {
  shown: RoundDetail;
  community: { zh: string; en: string };
  medium: Medium;
  reader: Reader;
}

function Told({ text, reader: { locale } }: { text: { zh: string; en: string | null }; reader: Reader }) {
  const english = locale === 'en' ? text.en : null;
  return <span lang={english ? undefined : wordsLang(locale)}>{english ?? text.zh}</span>;
}

/** 我们听到 / 我们做, row by row: what was said in other words, and what is done, by whom and until when. */
export function HeardList({ rows, reader }: { rows: readonly HeardRow[]; reader: Reader }) {
  const { t, locale } = reader;
  return (
    <ol className="said">
      {rows.map((row) => (
        <li key={row.heard.zh}>
          <p>
            <b>{t('rounds.heard')}</b> <Told text={row.heard} reader={reader} />
          </p>
          <div className="reply">
            <p>
              <b>{t('rounds.doing')}</b> <Told text={row.doing} reader={reader} />
            </p>
            {(row.who || row.dueOn) && (
              <p className="small">
                {row.who && <span lang={wordsLang(locale)}>{row.who}</span>}
                {row.who && row.dueOn && ' · '}
                {row.dueOn && t('rounds.until', { date: dayText(row.dueOn, locale) })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A question to everybody: what is asked, until when, how many spoke, and what came of it. No word of theirs as it stands. */
export function RoundView({ shown, community, medium, reader }: Props) {
  const { t, locale } = reader;
  const latest = shown.lists.at(-1);
  const earlier = shown.lists.slice(0, -1).reverse();
  const look = roundLooks[shown.phase];
  /** By which office, and when; the list is the community's word. */
  const published = (at: number | null) =>
    at !== null && t('rounds.published_by', { place: nameIn(locale, community), date: formatDay(at, null, locale) });
  return (
    <article className="doc">
      <DocumentHead
        code={shown.code}
        kind={t('rounds.kind')}
        place={nameIn(locale, community)}
        title={shown.question}
        reader={reader}
      />
      <p className={`promise tone-${look.tone}`}>
        <Icon name={look.icon} />
        <span>
          {t(`rounds.phase.${shown.phase}`)}
          <br />
          {roundTime(shown, reader)}
          {shown.endedEarly && (
            <>
              <br />
              {t('rounds.ended_early')} <span lang={wordsLang(locale)}>{shown.endedEarly}</span>
            </>
          )}
        </span>
      </p>
      {shown.words && (
        <p className="say" lang={wordsLang(locale)}>
          {shown.words}
        </p>
      )}
      {shown.phase === 'collecting' && medium === 'screen' && (
        <p>
          <LinkButton icon="message" large wide href={`/board/${shown.code}/opinion`}>
            {t('rounds.say')}
          </LinkButton>
        </p>
      )}
      {latest && (
        <section className="part" id="list">
          <h2>{t('rounds.list')}</h2>
          <p className="quiet small">{published(latest.at ?? shown.publishedAt)}</p>
          <HeardList rows={latest.rows} reader={reader} />
        </section>
      )}
      {!latest && shown.phase === 'closed' && <p className="quiet">{t('rounds.no_list')}</p>}
      {shown.counts.length > 0 && (
        <section className="part">
          <h2>{t('rounds.counts')}</h2>
          <Figures
            caption={t('rounds.counts')}
            figures={shown.counts.map(({ way, heads }) => ({
              name: t(`rounds.way.${way}`),
              value: t('rounds.heads', { count: heads }),
            }))}
          />
          <p className="quiet small">{t('rounds.unpublished')}</p>
        </section>
      )}
      {earlier.length > 0 && (
        <section className="part">
          <h2>{t('rounds.earlier')}</h2>
          {earlier.map(({ version, at, rows }) => (
            <Fold key={version} medium={medium} title={t('rounds.version', { version })}>
              {at !== null && <p className="quiet small">{published(at)}</p>}
              <HeardList rows={rows} reader={reader} />
            </Fold>
          ))}
        </section>
      )}
      <section className="part">
        <h2>{t('board.about.title')}</h2>
        <Facts
          facts={[
            { name: t('board.about.number'), value: shown.code },
            { name: t('board.about.by'), value: nameIn(locale, community) },
            { name: t('rounds.fact.asked'), value: formatDay(shown.openedAt, null, locale) },
            { name: t('rounds.open.opens_on'), value: dayText(shown.opensOn, locale) },
            { name: t('rounds.open.closes_on'), value: dayText(shown.closesOn, locale) },
            {
              name: t('rounds.fact.listed'),
              value: shown.publishedAt && formatDay(shown.publishedAt, null, locale),
            },
          ]}
        />
      </section>
    </article>
  );
}
