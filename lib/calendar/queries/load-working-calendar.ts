import type { Reader } from '@/lib/kernel/context';
import { calendarDay, calendarYear } from '../tables';
import { type WorkingCalendar, workingCalendar } from '../working-calendar';

/**
 * The calendar as a value for the pure functions. Takes `ctx.db`, or the handle of a transaction that must see its own
 * changes; no actor, because due times are computed the same for everybody.
 */
export async function loadWorkingCalendar(db: Reader): Promise<WorkingCalendar> {
  const days = await db
    .select({ date: calendarDay.date, kind: calendarDay.kind, name: calendarDay.name, nameEn: calendarDay.nameEn })
    .from(calendarDay);
  const years = await db.select({ year: calendarYear.year }).from(calendarYear);
  return workingCalendar(
    days,
    years.map((row) => row.year),
  );
}
