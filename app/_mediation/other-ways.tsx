import { otherWays } from '@/lib/mediation/status';
import type { Translate } from '../_shell/translate';

/** Whom a way can be called on; the others are gone to in person. */
const phones: Partial<Record<(typeof otherWays)[number], string>> = {
  court: '12368',
  police: '110',
  hotline: '12345',
  legal_aid: '12348',
};

/** 3, 26: nobody is kept from any other way by being mediated; always shown, and first of all when it ended. */
export function OtherWays({ ended, t }: { ended: boolean; t: Translate }) {
  return (
    <section className="card stack-tight" aria-labelledby="other-ways" id="ways">
      <h2 id="other-ways">{t('mediation.ways.title')}</h2>
      <p className="quiet">{t(ended ? 'mediation.ways.ended' : 'mediation.ways.always')}</p>
      <ul className="service-list">
        {otherWays.map((way) => (
          <li key={way}>
            <span>{t(`mediation.ways.${way}`)}</span>
            {phones[way] && (
              <a className="alone" href={`tel:${phones[way]}`}>
                {phones[way]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
