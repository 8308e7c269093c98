import { LinkButton } from '@/components/button';
import type { Locale } from '@/components/preferences';
import type { WaitingVote } from '@/lib/deliberation/queries/votes-waiting';
import { formatWhen } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';

/** Secret votes on the web that wait for who is signed in, each with the way to its ballot; gone once it is cast. */
export function VoteCards(props: { votes: readonly WaitingVote[]; now: number; locale: Locale; t: Translate }) {
  const { votes, now, locale, t } = props;
  if (votes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="votes">
      <h2 id="votes">{t('mine.votes')}</h2>
      {votes.map(({ code, title, until }) => (
        <div key={code} className="card stack">
          <p className="strong" lang={title.en === title.zh ? wordsLang(locale) : undefined}>
            {nameIn(locale, title)}
          </p>
          {until !== null && <p>{t('mine.vote_until', { when: formatWhen(until, now, locale) })}</p>}
          <p className="quiet">{t('mine.vote_words')}</p>
          <LinkButton href={`/board/${code}/vote`} icon="check" wide>
            {t('mine.vote')}
            <span className="away"> {nameIn(locale, title)}</span>
          </LinkButton>
        </div>
      ))}
    </section>
  );
}
