import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { DeliberationDetail, TextView } from '@/lib/deliberation/queries/get-deliberation';
import { whole } from '../../_board/amounts';
import { Law, OwnersNumbers } from '../../_board/deliberation-basis';
import { formatWhen } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import { SaidWords } from '../../_shell/said-words';
import type { Translate } from '../../_shell/translate';
import { yuanText } from './typed-rows';

interface Props {
  detail: DeliberationDetail;
  now: number;
  locale: Locale;
  t: Translate;
}

/** A text as people read it: numbered points first, then what else it says. */
function TextPaper({ text, locale, t }: { text: TextView; locale: Locale; t: Translate }) {
  const isEnglish = locale === 'en' && text.points.en !== null;
  return (
    <>
      <ol className="points" lang={isEnglish ? undefined : wordsLang(locale)}>
        {(isEnglish && text.points.en ? text.points.en : text.points.zh).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      {text.words && (
        <p className="said" lang={wordsLang(locale)}>
          {text.words}
        </p>
      )}
      {text.reason && (
        <p>
          <SaidWords sentence={t('matters.text.why', { reason: text.reason })} words={text.reason} />
        </p>
      )}
    </>
  );
}

/** Versions beside each other, the newest open; none is ever changed. */
function Versions({ texts, now, locale, t }: { texts: readonly TextView[] } & Omit<Props, 'detail'>) {
  return [...texts].reverse().map((text, index) => {
    const head = t('matters.text.version', { version: text.version, when: formatWhen(text.at, now, locale) });
    const paper = (
      <div className="stack-tight">
        <TextPaper {...{ text, locale, t }} />
        <p className="quiet small hash">{t('matters.text.hash', { hash: text.sha256.slice(0, 16) })}</p>
      </div>
    );
    if (index === 0) {
      return (
        <div key={text.version} className="stack-tight">
          <p className="quiet small">{head}</p>
          {paper}
        </div>
      );
    }
    return (
      <details key={text.version} className="fold">
        <summary>{head}</summary>
        {paper}
      </details>
    );
  });
}

function Objections({ detail, now, locale, t }: Props) {
  if (detail.objections.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="objections">
      <h2 id="objections">{t('matters.objections', { count: detail.objections.length })}</h2>
      <ul className="stack">
        {detail.objections.map((one) => (
          <li key={one.id} className="stack-tight">
            <p className="quiet small">{formatWhen(one.at, now, locale)}</p>
            <p className="request-words" lang={wordsLang(locale)}>
              {one.words}
            </p>
            <p>
              {one.answer === null ? (
                <b className="ink-cinnabar">{t('matters.objection.waiting', { by: one.answerBy })}</b>
              ) : (
                <>
                  <b>{t('matters.objection.answered')}</b> <span lang={wordsLang(locale)}>{one.answer}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Accounts({ detail, now, locale, t }: Props) {
  const last = detail.results.at(-1);
  if (!last) return null;
  const amount = (figure: (typeof last.figures)[number]) =>
    figure.kind === 'count'
      ? `${whole(figure.amount, locale)} ${figure.unit}`
      : t('matters.yuan', { amount: yuanText(figure.amount) });
  return (
    <section className="card stack" aria-labelledby="results">
      <h2 id="results">{t('deliberation.stage.publish_result')}</h2>
      <Versions texts={detail.results} {...{ now, locale, t }} />
      <Facts
        facts={[
          ...last.figures.map((figure) => ({
            name: `${t(`matters.figure.${figure.kind}`)} ${figure.label}`,
            label: (
              <SaidWords sentence={`${t(`matters.figure.${figure.kind}`)} ${figure.label}`} words={figure.label} />
            ),
            value: <SaidWords sentence={amount(figure)} words={figure.unit ?? ''} />,
          })),
          {
            name: t('matters.balance'),
            value: last.balance === null ? null : <b>{t('matters.yuan', { amount: yuanText(last.balance) })}</b>,
          },
        ]}
      />
    </section>
  );
}

/** What was written and said: basis, plan, resolution, prices, objections, accounts. */
export function CasePapers(props: Props) {
  const { detail, now, locale, t } = props;
  return (
    <>
      {detail.basis.choice && (
        <section className="card stack-tight" aria-labelledby="basis">
          <h2 id="basis">{t('matters.basis.title')}</h2>
          <p className="strong">{t(`deliberation.basis.${detail.basis.choice}`)}</p>
          {detail.basis.words && <p lang={wordsLang(locale)}>{detail.basis.words}</p>}
          {detail.basis.owners && <OwnersNumbers owners={detail.basis.owners} t={t} />}
          <details className="fold">
            <summary>{t('board.basis.law')}</summary>
            <div className="stack-tight">
              {(['275', '278', '282'] as const).map((article) => (
                <Law key={article} article={article} reader={{ t, locale }} />
              ))}
            </div>
          </details>
        </section>
      )}
      {detail.resolutions.length > 0 && (
        <section className="card stack resolution" aria-labelledby="resolution">
          <h2 id="resolution">{t('matters.resolution')}</h2>
          <Versions texts={detail.resolutions} {...{ now, locale, t }} />
        </section>
      )}
      {detail.plan && (
        <section className="card stack" aria-labelledby="plan">
          <h2 id="plan">{t('matters.plan.title')}</h2>
          {detail.planSentOn && <p className="quiet small">{t('matters.plan.sent', { day: detail.planSentOn })}</p>}
          <Versions texts={detail.plans} {...{ now, locale, t }} />
        </section>
      )}
      <Objections {...props} />
      {detail.prices.length > 0 && (
        <section className="card stack" aria-labelledby="prices">
          <h2 id="prices">{t('matters.prices.title')}</h2>
          <Facts
            facts={detail.prices.map((price) => ({
              name: price.label,
              label: <span lang={wordsLang(locale)}>{price.label}</span>,
              value: (
                <SaidWords
                  sentence={t('matters.prices.beside', {
                    ours: yuanText(price.priceFen),
                    market: yuanText(price.marketFen),
                    unit: price.unit,
                  })}
                  words={price.unit}
                />
              ),
            }))}
          />
        </section>
      )}
      <Accounts {...props} />
    </>
  );
}
