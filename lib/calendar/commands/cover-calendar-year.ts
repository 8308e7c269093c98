import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type CoverCalendarYearInput, coverCalendarYearInput } from '../input';
import { requireCalendarEditor } from '../policy';
import { type CalendarYearRow, putYear, readDays, readYear, removeYear } from '../store';
import { isWeekend } from '../working-calendar';

/**
 * States that the exceptions of a year are complete, or takes it back (`covered: false`, then null is returned).
 * @throws DomainError `forbidden` `calendar.not_allowed`; `rule` `calendar.year_has_no_days` when no weekday of the
 * year is off, because then the plain week would pass for a calendar; `rule` `calendar.year_not_covered`.
 */
export async function coverCalendarYear(ctx: Context, input: CoverCalendarYearInput): Promise<CalendarYearRow | null> {
  requireCalendarEditor(ctx.actor);
  const { year, covered, source, checkedOn } = parse(coverCalendarYearInput, input);
  return ctx.transaction(async (tx) => {
    const before = await readYear(tx, year);
    const row = covered ? { year, source, checkedOn } : null;
    if (row) {
      const days = await readDays(tx, year);
      const known = days.some((day) => day.kind === 'off' && !isWeekend(day.date));
      if (!known) throw new DomainError('rule', 'calendar.year_has_no_days', { params: { year } });
      await putYear(tx, row);
    } else if (!(await removeYear(tx, year))) {
      throw new DomainError('rule', 'calendar.year_not_covered', { params: { year } });
    }
    await writeAudit(tx, ctx, {
      action: row ? 'calendar.year_covered' : 'calendar.year_uncovered',
      subjectKind: 'calendar_year',
      subjectId: String(year),
      data: { from: before && { source: before.source, checkedOn: before.checkedOn }, to: row },
    });
    return row;
  });
}
