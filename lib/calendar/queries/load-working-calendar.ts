import type { Reader } from '@/lib/kernel/context';
import { calendarDay, calendarYear } from '../tables';
import { type WorkingCalendar, workingCalendar } from '../working-calendar';

/**
 * The calendar as a value for the pure functions. Takes `ctx.db`, or the handle of a transaction that must see its own
 * changes; no actor, because due times are computed the same for everybody.
 *
 * Read anew each time, on purpose: it costs under 1 ms (254 days on SQLite, 0.84 ms while other work had the processor),
 * and nothing cheaper says safely that a kept copy still holds. `updatedAt` is the domain's clock, which a demo moves
 * back; a day taken away leaves no row; another process may have changed it; and a copy made inside a transaction that
 * is rolled back afterwards would be wrong. A stale calendar would state a wrong due time, which is worse than slow.
 * Who needs it for many rows loads it once.
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
