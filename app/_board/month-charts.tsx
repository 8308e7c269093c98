import { DataTable } from '@/components/data-table';
import type { Locale } from '@/components/preferences';
import { startOfMonth } from '@/lib/calendar/shanghai';
import type { MonthReport } from '@/lib/stats/queries/get-month-report';
import { monthName } from '../_resident/cases/month-name';
import type { Reader } from '../_track/viewer';
import { percentOf, whole } from './amounts';

interface Props {
  report: MonthReport;
  reader: Reader;
}

/** 12月 / Dec: beneath a bar there is no room for the year. */
const shortMonth = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', month: 'short' }).format(
    startOfMonth(month),
  );

/** What came in and what was closed, month by month: drawn for the eye, with every number in the table beneath. */
export function MonthsChart({ report, reader }: Props) {
  const { t, locale } = reader;
  const most = Math.max(1, ...report.months.flatMap(({ submitted, closed }) => [submitted ?? 0, closed ?? 0]));
  const told = (count: number | null) => (count === null ? t('stats.few') : whole(count, locale));
  return (
    <>
      <ul className="month-bars" aria-hidden="true">
        {report.months.map(({ month, submitted, closed }) => (
          <li key={month}>
            <svg viewBox="0 0 10 50" preserveAspectRatio="none" aria-hidden="true">
              {[
                { look: 'use', x: 1, count: submitted ?? 0 },
                { look: 'left', x: 5.2, count: closed ?? 0 },
              ].map(({ look, x, count }) => (
                <rect
                  key={look}
                  className={`bar-of-${look}`}
                  x={x}
                  y={50 - (count / most) * 50}
                  width="3.8"
                  height={(count / most) * 50}
                />
              ))}
            </svg>
            <span>{shortMonth(month, locale)}</span>
          </li>
        ))}
      </ul>
      <ul className="keys small" aria-hidden="true">
        <li>
          <span className="key bar-of-use" /> {t('stats.submitted')}
        </li>
        <li>
          <span className="key bar-of-left" /> {t('stats.closed')}
        </li>
      </ul>
      <DataTable
        caption={t('stats.months.caption')}
        rows={report.months}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', head: t('stats.month'), names: true, cell: ({ month }) => monthName(month, locale) },
          { key: 'submitted', head: t('stats.submitted'), end: true, cell: ({ submitted }) => told(submitted) },
          { key: 'closed', head: t('stats.closed'), end: true, cell: ({ closed }) => told(closed) },
        ]}
      />
    </>
  );
}

/** What it was about: a line each, as long as its share. */
export function KindsChart({ report, reader }: Props) {
  const { t, locale } = reader;
  const { categories } = report;
  const sum = categories.reduce((n, { count }) => n + count, 0);
  const most = Math.max(1, ...categories.map(({ count }) => count));
  const nameOf = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' ? en : zh);
  if (categories.length === 0) return <p className="quiet">{t('stats.kinds.none')}</p>;
  return (
    <>
      <ul className="lengths" aria-hidden="true">
        {categories.map((one) => (
          <li key={one.code ?? 'other'}>
            <span className="small">{nameOf(one)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className={one.code ? 'bar-of-use' : 'bar-of-left'} width={(one.count / most) * 100} height="8" />
            </svg>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('stats.kinds.caption')}
        rows={categories}
        rowKey={({ code }) => code ?? 'other'}
        columns={[
          { key: 'kind', head: t('stats.kinds.kind'), names: true, cell: nameOf },
          { key: 'count', head: t('stats.submitted'), end: true, cell: ({ count }) => whole(count, locale) },
          { key: 'share', head: t('stats.kinds.share'), end: true, cell: ({ count }) => `${percentOf(count, sum)}%` },
        ]}
      />
    </>
  );
}
