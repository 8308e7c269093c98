import { Facts } from '@/components/facts';
import { publicMinimum } from '@/lib/stats/policy';
import type { MonthReport } from '@/lib/stats/queries/get-month-report';
import { formatWhen } from '../_order/when';
import { monthName } from '../_resident/cases/month-name';
import type { Reader } from '../_track/viewer';
import { percentOf, whole, yuan } from './amounts';
import type { Medium } from './board-kind';
import { boardHref } from './board-query';
import { KindsChart, MonthsChart } from './month-charts';
import { Figures, Fold } from './paper-parts';

interface Props {
  report: MonthReport;
  reader: Reader;
  medium: Medium;
}

function Rates({ report, reader, medium }: Props) {
  const { t, locale } = reader;
  return (
    <section className="part">
      <h2>{t('stats.rates.title')}</h2>
      {report.rates.length === 0 ? (
        <p className="quiet">{t('stats.rates.none', { count: publicMinimum })}</p>
      ) : (
        <>
          <Figures
            caption={t('stats.rates.title')}
            figures={report.rates.map(({ name, numerator, denominator }) => ({
              name: t(`stats.rates.${name}`),
              value: (
                <>
                  <span className="figure">{percentOf(numerator, denominator)}%</span>{' '}
                  <span className="quiet small">
                    {whole(numerator, locale)}/{whole(denominator, locale)}
                  </span>
                </>
              ),
            }))}
          />
          <Fold medium={medium} title={t('stats.rates.how')}>
            <ul className="bullets small">
              {report.rates.map(({ name, definition }) => (
                <li key={name}>{locale === 'en' ? `${t(`stats.rates.${name}`)}: ${definition.en}` : definition.zh}</li>
              ))}
            </ul>
          </Fold>
        </>
      )}
    </section>
  );
}

/** What became of matters for all; on the screen each line leads to its part of the board. */
function Matters({ report, reader, medium }: Props) {
  const { t, locale } = reader;
  const { matters } = report;
  const community = report.area.code;
  const rows = [
    { tab: 'deliberation', name: 'resolutions', value: matters.resolutions },
    { tab: 'answer', name: 'answers', value: matters.answers },
    { tab: 'answer', name: 'kept', value: matters.promisesKept },
    { tab: 'project', name: 'listed', value: matters.projectsListed },
    { tab: 'project', name: 'completed', value: matters.projectsCompleted },
    { tab: 'round', name: 'lists', value: matters.lists },
  ] as const;
  return (
    <section className="part">
      <h2>{t('stats.matters.title')}</h2>
      <Facts
        facts={[
          ...rows.map(({ tab, name, value }) => ({
            name: t(`stats.matters.${name}`),
            label:
              medium === 'screen' ? (
                <a className="alone" href={boardHref({ tab, community })}>
                  {t(`stats.matters.${name}`)}
                </a>
              ) : undefined,
            value: t('stats.pieces', { count: value }),
          })),
          {
            name: t('stats.matters.spent'),
            value: t('board.money', { amount: yuan(matters.spentFen, locale) }),
          },
        ]}
      />
    </section>
  );
}

/** 社区月报 (R15) as everybody may read it: figures with what they are made of, and by whom and when. */
export function MonthView(props: Props) {
  const { report, reader } = props;
  const { t, locale } = reader;
  const place = locale === 'en' ? report.area.nameEn : report.area.nameZh;
  const counted = formatWhen(Date.parse(report.countedAt), null, locale);
  const told = (count: number | null) => (count === null ? t('stats.few') : whole(count, locale));
  return (
    <article className="doc">
      <header>
        <p className="quiet doc-kind">
          {place} · {t('stats.title')}
        </p>
        <h1>{monthName(report.month, locale)}</h1>
        <div className="doc-rule" />
      </header>
      <p>
        {t('stats.lead', { submitted: told(report.submitted), closed: told(report.closed) })}{' '}
        {report.running && <span className="ink-gold strong">{t('stats.running')}</span>}
      </p>
      <Rates {...props} />
      <section className="part">
        <h2>{t('stats.months.title')}</h2>
        <MonthsChart report={report} reader={reader} />
      </section>
      <section className="part">
        <h2>{t('stats.kinds.title')}</h2>
        <KindsChart report={report} reader={reader} />
      </section>
      {report.channels.length > 0 && (
        <section className="part">
          <h2>{t('stats.channels')}</h2>
          <Facts
            facts={report.channels.map(({ channel, submitted }) => ({
              name: t(`channel.${channel}`),
              value: t('stats.pieces', { count: submitted }),
            }))}
          />
        </section>
      )}
      <Matters {...props} />
      <section className="part">
        <h2>{t('stats.about.title')}</h2>
        <Facts
          facts={[
            { name: t('board.about.by'), value: place },
            { name: t('stats.about.counted'), value: counted },
          ]}
        />
        <p className="small quiet">{t('stats.about.hidden', { count: publicMinimum })}</p>
      </section>
    </article>
  );
}
