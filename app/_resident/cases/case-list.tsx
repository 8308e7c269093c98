import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import { Face } from '@/components/rating-field';
import { ShareBar } from '@/components/share-bar';
import type { Tone } from '@/components/tone';
import type { SolvedCase } from '@/lib/orders/queries/list-solved';
import type { Outcome } from '@/lib/orders/status';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

const looks: Record<Outcome, { tone: Tone; icon: IconName }> = {
  resolved: { tone: 'green', icon: 'seal-check' },
  partly_resolved: { tone: 'gold', icon: 'hourglass' },
  explained: { tone: 'info', icon: 'message' },
  not_ours: { tone: 'grey', icon: 'arrow-right' },
  unresolvable: { tone: 'grey', icon: 'ban' },
  no_info: { tone: 'grey', icon: 'ban' },
};

const isLevel = (stars: number | null): stars is 1 | 2 | 3 | 4 | 5 => stars !== null && stars >= 1 && stars <= 5;

/** The cases of one page by item: they come in that order. */
function byItem(cases: SolvedCase[]): SolvedCase[][] {
  const groups: SolvedCase[][] = [];
  for (const one of cases) {
    const last = groups.at(-1);
    if (last?.[0]?.item.code === one.item.code) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function Case({ one, locale, t }: { one: SolvedCase; locale: Locale; t: Translate }) {
  return (
    <li className="case">
      <span>
        {nameIn(locale, one.place)} ·{' '}
        <span className="quiet">{one.days === 0 ? t('cases.same_day') : t('cases.days', { days: one.days })}</span>
      </span>
      <span className="case-side">
        <Chip {...looks[one.outcome]}>{t(`outcome.${one.outcome}`)}</Chip>
        <span className="case-stars small">
          {isLevel(one.stars) ? (
            <>
              <Face level={one.stars} />
              {t(`rate.level.${one.stars}`)}
            </>
          ) : (
            <span className="quiet">{t('cases.not_rated')}</span>
          )}
        </span>
      </span>
    </li>
  );
}

/** How a month ended, drawn, and in numbers beneath. */
export function CaseShares({ outcomes, t }: { outcomes: { outcome: Outcome; count: number }[]; t: Translate }) {
  return (
    <ShareBar
      label={t('cases.outcomes')}
      shares={outcomes.map(({ outcome, count }) => ({
        key: outcome,
        count,
        tone: looks[outcome].tone,
        label: t('cases.share', { outcome: t(`outcome.${outcome}`), count }),
      }))}
    />
  );
}

/** What it was, and for each case where, in how many days, with what result, and what the resident said of it. */
export function CaseList({ cases, locale, t }: { cases: SolvedCase[]; locale: Locale; t: Translate }) {
  return (
    <div className="cases card">
      {byItem(cases).map((group) => (
        <section key={group[0]?.item.code} className="case-group">
          <h3>{group[0] && nameIn(locale, group[0].item)}</h3>
          <ul>
            {group.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page names a case
              <Case key={at} one={one} locale={locale} t={t} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
