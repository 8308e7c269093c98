import { dateOfDay, dayOfDate, yearOfDate } from './shanghai';

/** `off`: a public holiday, on any weekday. `work`: a Saturday or Sunday that is worked (调休). */
export const dayKinds = ['off', 'work'] as const;
export type DayKind = (typeof dayKinds)[number];

/** One exception from the plain week. */
export interface CalendarException {
  date: string;
  kind: DayKind;
  name: string;
  nameEn: string;
}

export interface DayName {
  name: string;
  nameEn: string;
}

/** Which days are worked: the plain week (Monday to Friday), corrected by the State Council's exceptions. */
export interface WorkingCalendar {
  isWorkday(date: string): boolean;
  /** Whether the year's holidays are known. Where not, the plain week is a guess and every result must say so. */
  covers(year: number): boolean;
  /** The holiday that makes `date` an exception, off or worked; null on a day of the plain week. */
  nameOf(date: string): DayName | null;
}

/** Saturday and Sunday. */
export function isWeekend(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Builds the pure value that every due time is computed from (3.2). */
export function workingCalendar(days: readonly CalendarException[], years: readonly number[]): WorkingCalendar {
  const exceptions = new Map(days.map((day) => [day.date, day]));
  const covered = new Set(years);
  return {
    isWorkday: (date) => {
      const exception = exceptions.get(date);
      return exception ? exception.kind === 'work' : !isWeekend(date);
    },
    covers: (year) => covered.has(year),
    nameOf: (date) => {
      const exception = exceptions.get(date);
      return exception ? { name: exception.name, nameEn: exception.nameEn } : null;
    },
  };
}

/**
 * The last day of a term that the law counts in days (民法典 201, 203; 民事诉讼法 85): the day it begins with is not counted,
 * and a last day that is off moves to the first one after it that is worked.
 */
export function lastDayOfTerm(from: string, days: number, cal: WorkingCalendar): string {
  let day = dayOfDate(from) + days;
  while (!cal.isWorkday(dateOfDay(day))) day++;
  return dateOfDay(day);
}

/** The years between two dates, both included, whose holidays are not known. */
export function uncoveredYears(fromDate: string, toDate: string, cal: WorkingCalendar): number[] {
  const years: number[] = [];
  for (let year = yearOfDate(fromDate); year <= yearOfDate(toDate); year++) if (!cal.covers(year)) years.push(year);
  return years;
}
