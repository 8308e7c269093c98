import { LinkButton } from '@/components/button';
import type { Locale } from '@/components/preferences';
import type { WaitingVote } from '@/lib/deliberation/queries/votes-waiting';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';

/** Secret votes on the web that wait for who is signed in, each with the way to its ballot; gone once it is cast. */
export function VoteCards({ votes, locale, t }: { votes: readonly WaitingVote[]; locale: Locale; t: Translate }) {
  if (votes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="votes">
      <h2 id="votes">{t('mine.votes')}</h2>
      {votes.map(({ code, title }) => (
        <div key={code} className="card stack">
          <p className="strong" lang={title.en === title.zh ? wordsLang(locale) : undefined}>
            {nameIn(locale, title)}
          </p>
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
