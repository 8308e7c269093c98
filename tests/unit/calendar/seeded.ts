import { loadCalendarInput } from '@/lib/calendar/input';
import { workingCalendar } from '@/lib/calendar/working-calendar';
import reference from '@/seeds/reference/calendar-days.json';

/** The reference data as the program loads it. */
export const calendarReference = loadCalendarInput.parse(reference);

/** The calendar of 2020–2026 as a loaded database gives it. */
export const cal = workingCalendar(
  calendarReference.days,
  calendarReference.years.map((row) => row.year),
);
