import { Icon } from '@/components/icon';
import { formatDay } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import { ConsentForms } from './consent-forms';
import { dayWords } from './day-words';
import type { FormProps } from './form-props';
import { isOpen } from './next-step';

/** Both sides: who they are, what each consented to and how it is known, and the step that is theirs. */
export function CaseParties(props: FormProps) {
  const { found, now, locale, t } = props;
  const asked = found.proposed ?? found.mediator;
  const mediator = asked ? nameIn(locale, asked.name) : '';
  return (
    <section className="card stack" aria-labelledby="parties" id="consent">
      <h2 id="parties">{t('mediation.parties')}</h2>
      {isOpen(found.status) && <p className="quiet small">{t('mediation.consent_rule')}</p>}
      {found.parties.map((party) => (
        <div key={party.ordinal} className="piece stack-tight">
          <h3 lang={wordsLang(locale)}>
            {party.name}
            {party.isYou && <span className="quiet"> {t('mediation.you')}</span>}
          </h3>
          {(party.address || party.phone) && (
            <p className="quiet small" lang={wordsLang(locale)}>
              {party.address} {party.phone && <a href={`tel:${party.phone}`}>{party.phone}</a>}
            </p>
          )}
          <ul className="stack-tight">
            {(['mediation', 'mediator'] as const).map((to) => {
              const given = party.consents.find((one) => one.to === to);
              if (!given && to === 'mediator' && !asked) return null;
              const words = t(`mediation.consent.${to}`, { mediator });
              return (
                <li key={to} className="said-line">
                  <Icon name={given ? 'circle-check' : 'circle'} className="icon-text" />
                  <span>
                    {given
                      ? t('mediation.consented', {
                          words,
                          on: dayWords(given.on, now, locale),
                          how: t(`mediation.how.${given.how}`),
                        })
                      : t('mediation.not_yet_consented', { words })}
                  </span>
                </li>
              );
            })}
            {party.refusedAt !== null && (
              <li className="said-line">
                <Icon name="circle-x" className="icon-text" />
                <span>{t('mediation.refused_on', { when: formatDay(party.refusedAt, now, locale) })}</span>
              </li>
            )}
            {party.signedAt !== null && (
              <li className="said-line">
                <Icon name="pencil" className="icon-text" />
                <span>{t('mediation.signed_on', { when: formatDay(party.signedAt, now, locale) })}</span>
              </li>
            )}
          </ul>
          <ConsentForms {...props} party={party} />
        </div>
      ))}
    </section>
  );
}
