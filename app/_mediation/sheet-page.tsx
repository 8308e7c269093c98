import type { ReactElement } from 'react';
import type { Locale } from '@/components/preferences';
import type { MediationDetail } from '@/lib/mediation/queries/get-mediation';
import { formatDate } from '../_order/when';
import type { Translate } from '../_shell/translate';
import { dayWords } from './day-words';
import { listPath } from './paths';

const sides = '甲乙丙丁戊己庚辛壬癸';
const blocks = ['parties', 'facts', 'performance'] as const;

/**
 * 人民调解协议书 to sign (29): the three blocks, a field for each party's signature or fingerprint, the mediator's, the
 * committee's seal, and how many copies there are. Chinese, as it binds; headings in English as well where the desk reads
 * English.
 */
export function SheetPage(props: {
  found: MediationDetail;
  community: string;
  ribbon: ReactElement | null;
  english: boolean;
  zh: Translate;
  en: Translate;
  desk: Translate;
}) {
  const { found, english, zh, en, desk } = props;
  const [agreement] = found.agreements;
  type Values = Record<string, string | number>;
  const both = (key: string, values?: Values, inEnglish: Values | undefined = values) => (
    <>
      {zh(key, values)}
      {english && (
        <span className="tj-en" lang="en">
          {' '}
          {en(key, inEnglish)}
        </span>
      )}
    </>
  );
  if (!agreement) return null;
  const daysOf = (locale: Locale) => ({
    on: found.settledOn ? dayWords(found.settledOn, null, locale) : '',
    until: found.confirmUntil ? dayWords(found.confirmUntil, null, locale) : '',
  });
  const kind = agreement.oral ? 'oral' : 'paper';
  return (
    <>
      <nav className="tj-tools no-print" aria-label={desk('nav.label')}>
        <b>{desk('mediation.sheet.print')}</b>
        <a href={`${listPath}/${found.code}`}>{desk('mediation.sheet.back')}</a>
      </nav>
      <main id="main" className="tj" lang="zh-CN">
        {props.ribbon}
        <h1>{both(`mediation.sheet.title_${kind}`)}</h1>
        <p className="tj-no">
          {found.code} · {both('mediation.fact.nth', { n: agreement.version })}
          {agreement.sealNo && ` · ${agreement.sealNo}`}
        </p>
        {blocks.map((name, at) => (
          <section key={name}>
            <h2>
              {'一二三'[at]}、{both(`mediation.block.${name}`)}
            </h2>
            <p className="tj-text">{agreement[name]}</p>
          </section>
        ))}
        {agreement.performUntil && (
          <p>
            <b>{both('mediation.field.perform_until')}</b> {dayWords(agreement.performUntil, null, 'zh-CN')}
          </p>
        )}
        <div className="tj-signs">
          {!agreement.oral &&
            found.parties.map((party, at) => (
              <div key={party.ordinal} className="tj-sign">
                <b>
                  {sides[at]}方 {party.name}
                </b>
                <br />
                {both('mediation.sheet.sign_here')}
                <br />
                {both('mediation.sheet.date_here')}
              </div>
            ))}
          <div className="tj-sign">
            <b>{both('mediation.sheet.mediator', { name: found.mediator?.name.zh ?? '' })}</b>
            <br />
            {both('mediation.sheet.signature')}
            <br />
            {both('mediation.sheet.date_here')}
          </div>
          <div className="tj-sign tj-seal">
            <b>{zh('mediation.sheet.committee', { community: props.community })}</b>
            <br />
            {both(agreement.oral ? 'mediation.sheet.record_here' : 'mediation.sheet.seal_here')}
          </div>
        </div>
        <footer className="tj-foot">
          <p>
            {both(`mediation.sheet.copies_${kind}`, {
              parties: found.parties.length,
              copies: found.parties.length + 1,
            })}
          </p>
          <p>{both('mediation.sheet.law')}</p>
          {found.settledOn && <p>{both('mediation.sheet.effect', daysOf('zh-CN'), daysOf('en'))}</p>}
          <p className="tj-en">{formatDate(agreement.at, 'zh-CN')}</p>
        </footer>
      </main>
    </>
  );
}
