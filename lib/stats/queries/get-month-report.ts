import { monthFigures as answersIn } from '@/lib/answers/queries/month-figures';
import { dateOfDay, dayNumber, monthAfter, monthAt, startOfMonth } from '@/lib/calendar/shanghai';
import { monthFigures as resolutionsIn } from '@/lib/deliberation/queries/month-figures';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { categoryCounts, firstMonth, monthCounts } from '@/lib/orders/queries/month-counts';
import { monthFigures as projectsIn } from '@/lib/projects/queries/month-figures';
import { monthFigures as roundsIn } from '@/lib/rounds/queries/month-figures';
import { listCategories } from '@/lib/taxonomy/queries/list-items';
import { type MonthReportInput, monthReportInput } from '../input';
import { publicMinimum, tellParts } from '../policy';
import { getStats, type Stats } from './get-stats';

export interface MonthReport extends Stats {
  /** `YYYY-MM`. */
  month: string;
  /** The month is not over: its figures go on moving. */
  running: boolean;
  /** Up to six months, the one asked for last; null where there were fewer than five. */
  months: { month: string; submitted: number | null; closed: number | null }[];
  /** What came in, the most frequent first; `code` null: all kinds that are too rare to be told apart. */
  categories: { code: string | null; zh: string; en: string; count: number }[];
  /** What was made public of matters for all. */
  matters: {
    resolutions: number;
    answers: number;
    promisesKept: number;
    projectsListed: number;
    projectsCompleted: number;
    spentFen: number;
    lists: number;
  };
  older: string | null;
  newer: string | null;
}

const monthsShown = 6;

/**
 * 月报 of a community, for everybody and the same whoever asks: the public rates, what came in and was closed, by month and
 * by kind, and what became of matters for all. No figure below five of orders, and nothing of mediations.
 * @throws not_found place.area_unknown · invalid `stats.month_to_come`
 */
export async function getMonthReport(ctx: Context, raw: MonthReportInput): Promise<MonthReport> {
  const { community, ...asked } = parse(monthReportInput, raw);
  const now = ctx.now();
  const current = monthAt(now);
  const began = await firstMonth(ctx.db, community);
  const first = began === null ? current : monthAt(began);
  const last = monthAfter(current, -1);
  const month = asked.month ?? (last < first ? current : last);
  if (month > current) throw new DomainError('invalid', 'stats.month_to_come');

  const [from, to] = [startOfMonth(month), startOfMonth(monthAfter(month))];
  const [firstOn, lastOn] = [`${month}-01`, dateOfDay(dayNumber(to) - 1)];
  const stats = await getStats(
    { ...ctx, actor: { kind: 'anonymous' } },
    { area: community, from: firstOn, to: lastOn },
  );
  const shown = Array.from({ length: monthsShown }, (_, i) => monthAfter(month, i - monthsShown + 1));
  const series = shown.filter((one) => one >= first || one === month);
  const counts = await monthCounts(ctx.db, { community, from: startOfMonth(series[0] ?? month), to });
  const enough = (n = 0) => (n >= publicMinimum ? n : null);

  const names = new Map((await listCategories(ctx.db)).map((one) => [one.code, one]));
  // Parts of a whole that is not told itself would tell it.
  const parts = stats.submitted === null ? [] : await categoryCounts(ctx.db, { community, from, to });
  const { told, other } = tellParts(parts);
  const categories = told.map(({ category: code, count }) => {
    const name = names.get(code);
    return { code, zh: name?.nameZh ?? code, en: name?.nameEn ?? code, count };
  });

  const scope = { community, from, to, firstOn, lastOn };
  const [resolutions, answers, projects, rounds] = [
    await resolutionsIn(ctx, scope),
    await answersIn(ctx, scope),
    await projectsIn(ctx, scope),
    await roundsIn(ctx, scope),
  ];
  return {
    ...stats,
    month,
    running: month === current,
    months: series.map((one) => ({
      month: one,
      submitted: enough(counts.submitted.get(one)),
      closed: enough(counts.closed.get(one)),
    })),
    categories: other > 0 ? [...categories, { code: null, zh: '其他', en: 'Others', count: other }] : categories,
    matters: {
      resolutions: resolutions.published,
      answers: answers.given,
      promisesKept: answers.kept,
      projectsListed: projects.listed,
      projectsCompleted: projects.completed,
      spentFen: projects.spentFen,
      lists: rounds.published,
    },
    older: month > first ? monthAfter(month, -1) : null,
    newer: month < current ? monthAfter(month) : null,
  };
}
