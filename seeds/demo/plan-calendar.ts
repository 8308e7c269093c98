import { type CalendarException, dayKinds, workingCalendar } from '@/lib/calendar/working-calendar';
import reference from '../reference/calendar-days.json';

const kindOf = (kind: string): CalendarException['kind'] => {
  const known = dayKinds.find((one) => one === kind);
  if (!known) throw new RangeError(`no kind of day: ${kind}`);
  return known;
};

/** The working calendar of the reference data, as the loaded database has it. */
export const planCalendar = workingCalendar(
  reference.days.map((day) => ({ ...day, kind: kindOf(day.kind) })),
  reference.years.map((row) => row.year),
);
