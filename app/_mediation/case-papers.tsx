import { LinkButton } from '@/components/button';
import { Facts } from '@/components/facts';
import { formatWhen } from '../_order/when';
import { wordsLang } from '../_shell/names';
import { dayWords } from './day-words';
import type { FormProps } from './form-props';
import { listPath } from './paths';
import { AnswerForm } from './talk-forms';

/** What was said: sessions, then for mediator and secretary the opinions of the legal duty. */
export function CaseTalks(props: FormProps) {
  const { found, now, locale, t } = props;
  const lang = wordsLang(locale);
  return (
    <>
      {found.sessions.length > 0 && (
        <section className="card stack" aria-labelledby="sessions">
          <h2 id="sessions">{t('mediation.session.title')}</h2>
          {found.sessions.map((one) => (
            <div key={one.ordinal} className="piece stack-tight">
              <h3>{t('mediation.session.nth', { n: one.ordinal })}</h3>
              <p className="quiet small">
                {formatWhen(one.heldAt, now, locale)} · <span lang={lang}>{one.place}</span>
              </p>
              <blockquote className="words-said" lang={lang}>
                {one.words}
              </blockquote>
              {one.others && (
                <p>
                  {t('mediation.session.others')} <span lang={lang}>{one.others}</span>
                </p>
              )}
            </div>
          ))}
        </section>
      )}
      {found.opinions.length > 0 && (
        <section className="card stack" aria-labelledby="opinions">
          <h2 id="opinions">{t('mediation.opinion.title')}</h2>
          <p className="quiet small">{t('mediation.opinion.rule')}</p>
          {found.opinions.map((one) => (
            <div key={one.id} className="piece stack-tight">
              <p className="quiet small">
                {one.duty && `${t(`mediation.duty.kind.${one.duty.kind}`)} · ${one.duty.name} · ${one.duty.office}`}{' '}
                {one.duty?.phone && <a href={`tel:${one.duty.phone}`}>{one.duty.phone}</a>}
              </p>
              <p>
                {t('mediation.opinion.asked')} <span lang={lang}>{one.question}</span>
              </p>
              {one.opinion === null ? (
                found.abilities.includes('answer_opinion') && <AnswerForm {...props} opinion={one} />
              ) : (
                <>
                  <p className="strong">{t('mediation.opinion.mark')}</p>
                  <blockquote className="words-said" lang={lang}>
                    {one.opinion}
                  </blockquote>
                </>
              )}
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** The agreement with its three blocks, the sheet to sign, and what became of it. */
export function CaseAgreement({ found, now, today, locale, t }: FormProps) {
  const day = (on: string | null) => on && dayWords(on, now, locale);
  const [latest, ...older] = found.agreements;
  const lang = wordsLang(locale);
  if (!latest) return null;
  return (
    <section className="card stack" aria-labelledby="agreement">
      <h2 id="agreement">{t(latest.oral ? 'mediation.agreement.oral' : 'mediation.agreement.title')}</h2>
      {(['parties', 'facts', 'performance'] as const).map((name) => (
        <div key={name} className="stack-tight">
          <h3>{t(`mediation.block.${name}`)}</h3>
          <blockquote className="words-said" lang={lang}>
            {latest[name]}
          </blockquote>
        </div>
      ))}
      <Facts
        facts={[
          { name: t('mediation.field.perform_until'), value: day(latest.performUntil) },
          { name: t('mediation.fact.version'), value: t('mediation.fact.nth', { n: latest.version }) },
          { name: t('mediation.field.seal_no'), value: latest.sealNo && <span lang={lang}>{latest.sealNo}</span> },
          { name: t('mediation.field.on_settled'), value: day(found.settledOn) },
          { name: t('mediation.fact.confirm_until'), value: day(found.confirmUntil) },
          { name: t('mediation.field.on_applied'), value: day(found.confirmAppliedOn) },
          { name: t('mediation.field.on_confirmed'), value: day(found.confirmedOn) },
        ]}
      />
      {found.confirmUntil && today <= found.confirmUntil && !found.confirmAppliedOn && (
        <p className="quiet small">{t('mediation.confirm_hint')}</p>
      )}
      <p>
        <LinkButton href={`${listPath}/${found.code}/sheet`} kind="outline" icon="printer">
          {t('mediation.sheet.open')}
        </LinkButton>
      </p>
      {older.length > 0 && (
        <details className="fold">
          <summary>{t('mediation.agreement.older', { count: older.length })}</summary>
          {older.map((one) => (
            <div key={one.version} className="piece stack-tight">
              <h3>{t('mediation.fact.nth', { n: one.version })}</h3>
              <p className="quiet small">{formatWhen(one.at, now, locale)}</p>
              {(['parties', 'facts', 'performance'] as const).map((name) => (
                <blockquote key={name} className="words-said" lang={lang}>
                  {one[name]}
                </blockquote>
              ))}
              {one.performUntil && (
                <p>
                  {t('mediation.field.perform_until')} {day(one.performUntil)}
                </p>
              )}
            </div>
          ))}
        </details>
      )}
      {found.checks.length > 0 && (
        <div className="stack-tight">
          <h3>{t('mediation.check.title')}</h3>
          <ul className="stack-tight">
            {found.checks.map((one) => (
              <li key={one.ordinal}>
                {day(one.on)} · {t(`mediation.outcome.${one.outcome}`)} · <span lang={lang}>{one.words}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
