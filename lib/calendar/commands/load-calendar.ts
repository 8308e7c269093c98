import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { type LoadCalendarInput, loadCalendarInput } from '../input';
import { requireCalendarLoader } from '../policy';
import { yearOfDate } from '../shanghai';
import { enqueueChanged, insertDays, putYear, readYears, removeLoadedDays } from '../store';

export interface LoadedCalendar {
  /** Years that were loaded now; the others stood as new or newer. */
  years: number[];
  /** Exceptions that were put. */
  days: number;
  /** Dates that were edited by hand and kept as they are. */
  kept: string[];
}

/**
 * Loads reference data: years that are not covered, or were compared on an earlier day than this data. A second run
 * with the same data changes nothing, and what was edited by hand is kept.
 * @throws DomainError `forbidden` `calendar.not_allowed`.
 */
export async function loadCalendar(ctx: Context, input: LoadCalendarInput): Promise<LoadedCalendar> {
  requireCalendarLoader(ctx.actor);
  const { years, days } = parse(loadCalendarInput, input);
  return ctx.transaction(async (tx) => {
    const standing = new Map((await readYears(tx)).map((row) => [row.year, row.checkedOn]));
    const due = years.filter(({ year, checkedOn }) => checkedOn > (standing.get(year) ?? ''));
    const rows = days
      .filter((day) => due.some(({ year }) => year === yearOfDate(day.date)))
      .map((day) => ({ ...day, note: day.note || null, updatedAt: ctx.now(), updatedBy: null }));
    for (const row of due) {
      await removeLoadedDays(tx, row.year);
      await putYear(tx, row);
    }
    const put = new Set(await insertDays(tx, rows));
    const loaded = {
      years: due.map((row) => row.year),
      days: put.size,
      kept: rows.map((row) => row.date).filter((date) => !put.has(date)),
    };
    if (due.length > 0) {
      const [first, last] = [Math.min(...loaded.years), Math.max(...loaded.years)];
      await writeAudit(tx, ctx, {
        action: 'calendar.loaded',
        subjectKind: 'calendar_year',
        subjectId: first === last ? `${first}` : `${first}–${last}`,
        data: { ...loaded },
      });
      await enqueueChanged(tx, { fromDate: `${first}-01-01`, toDate: `${last}-12-31` });
    }
    return loaded;
  });
}
