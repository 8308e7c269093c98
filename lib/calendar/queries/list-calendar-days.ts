import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { type ListCalendarDaysInput, listCalendarDaysInput } from '../input';
import { mayEditCalendar } from '../policy';
import { readDays, readYear } from '../store';
import { type CalendarDayView, calendarDayView } from '../view';
import { type WhyLine, whyLine } from '../why';

export interface CalendarYearView {
  year: number;
  /** What says so, and when it was compared; null while the year is not covered. */
  covered: { source: string; checkedOn: string } | null;
  days: CalendarDayView[];
  warnings: WhyLine[];
  mayEdit: boolean;
}

/** The exceptions of one year, by date. The State Council publishes them, so anybody may read them. */
export async function listCalendarDays(ctx: Context, input: ListCalendarDaysInput): Promise<CalendarYearView> {
  const { year } = parse(listCalendarDaysInput, input);
  const days = await readDays(ctx.db, year);
  const row = await readYear(ctx.db, year);
  return {
    year,
    covered: row && { source: row.source, checkedOn: row.checkedOn },
    days: days.map(calendarDayView),
    warnings: row ? [] : [whyLine('clock.why.uncovered_year', { year })],
    mayEdit: mayEditCalendar(ctx.actor),
  };
}
