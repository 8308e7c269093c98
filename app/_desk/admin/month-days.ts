import { dateOfDay, dayOfDate, weekdayOfDay } from '@/lib/calendar/shanghai';
import type { CalendarDayView } from '@/lib/calendar/view';
import { isWeekend } from '@/lib/calendar/working-calendar';

export interface MonthDay {
  date: string;
  day: number;
  /** What the plain week and the exceptions make of it. */
  isWorkday: boolean;
  exception: CalendarDayView | null;
}

/** Weeks of a month from Monday to Sunday; places of other months are null. `month` 1 … 12. */
export function monthWeeks(year: number, month: number, days: readonly CalendarDayView[]): (MonthDay | null)[][] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const first = dayOfDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const next =
    month === 12 ? dayOfDate(`${year + 1}-01-01`) : dayOfDate(`${year}-${String(month + 1).padStart(2, '0')}-01`);
  const lead = (weekdayOfDay(first) + 6) % 7;
  const cells: (MonthDay | null)[] = Array.from({ length: lead }, () => null);
  for (let at = first; at < next; at++) {
    const date = dateOfDay(at);
    const exception = byDate.get(date) ?? null;
    const isWorkday = exception ? exception.kind === 'work' : !isWeekend(date);
    cells.push({ date, day: at - first + 1, isWorkday, exception });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** What a day is now: free or worked for a holiday, else as the plain week has it. */
export function standingOfDay(date: string, days: readonly CalendarDayView[]): 'off' | 'work' | 'workday' | 'weekend' {
  const exception = days.find((day) => day.date === date);
  return exception?.kind ?? (isWeekend(date) ? 'weekend' : 'workday');
}

/** The year that an address names, between the years that a calendar can hold; else `fallback`. */
export function readYear(text: string | undefined, fallback: number): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : fallback;
}

export interface Holiday {
  name: string;
  nameEn: string;
  source: string;
  off: CalendarDayView[];
  work: CalendarDayView[];
  /** Changed here by a person, at least one of its days. */
  edited: boolean;
}

/** The exceptions of a year by the holiday that they belong to, in the order of their first day. */
export function holidaysOf(days: readonly CalendarDayView[]): Holiday[] {
  const found = new Map<string, Holiday>();
  for (const day of days) {
    const key = `${day.name} ${day.source}`;
    const { name, nameEn, source } = day;
    const holiday = found.get(key) ?? { name, nameEn, source, off: [], work: [], edited: false };
    found.set(key, holiday);
    holiday[day.kind].push(day);
    holiday.edited ||= day.edited;
  }
  return [...found.values()];
}
