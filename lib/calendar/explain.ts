import { explainWorking } from './explain-working';
import type { ClockKind, Limit, Urgency } from './limits';
import { clockKindOf, limitMinutes } from './limits';
import { minuteMs, shanghaiDate } from './shanghai';
import { momentParams, spanParams, type WhyLine, whyLine } from './why';
import { uncoveredYears, type WorkingCalendar } from './working-calendar';
import { minutesPerWorkday, walkWorkingTime } from './working-time';

/** A due time that explains itself. */
export interface Due {
  /** Epoch milliseconds. */
  at: number;
  /** In reading order; the `minutes` of the lines add up to the limit. */
  why: WhyLine[];
  /** The lines of `why` that somebody must act on: a year whose holidays are not known. */
  warnings: WhyLine[];
}

/** How much to count, how to say it, and on which clock. */
export interface Count {
  amount: number;
  unit: 'min' | 'h' | 'wh' | 'wd';
  minutes: number;
  clock: ClockKind;
}

export const dueLine = (at: number): WhyLine => whyLine('clock.why.due', momentParams(at));

/** The working clock counts whole minutes, so that a due time equals the sum that a person makes of the times shown. */
export const wholeMinute = (at: number): number => Math.floor(at / minuteMs) * minuteMs;

/** A count of minutes in its largest unit that divides it. */
export function countOf(minutes: number, clock: ClockKind): Count {
  if (clock === 'working' && minutes % minutesPerWorkday === 0) {
    return { amount: minutes / minutesPerWorkday, unit: 'wd', minutes, clock };
  }
  if (minutes % 60 === 0) return { amount: minutes / 60, unit: clock === 'working' ? 'wh' : 'h', minutes, clock };
  return { amount: minutes, unit: 'min', minutes, clock };
}

/** Runs `count` from `startAt` and says how; `head` comes first. */
export function runCount(count: Count, startAt: number, cal: WorkingCalendar, head: WhyLine[] = []): Due {
  const { amount, unit, minutes } = count;
  if (count.clock === 'wall') {
    const at = startAt + minutes * minuteMs;
    const limit = whyLine('clock.why.limit_wall', { amount, unit, limitMinutes: minutes, ...momentParams(startAt) });
    const counted = whyLine('clock.why.wall', { minutes, ...spanParams(startAt, at) });
    return { at, why: [...head, limit, counted, dueLine(at)], warnings: [] };
  }
  const from = wholeMinute(startAt);
  const limit = whyLine('clock.why.limit_working', { amount, unit, limitMinutes: minutes, ...momentParams(from) });
  return runWorking(from, minutes * minuteMs, cal, [...head, limit]);
}

/** Runs `ms` of working time from exactly `startAt` and says how; `head` comes first. */
export function runWorking(startAt: number, ms: number, cal: WorkingCalendar, head: WhyLine[]): Due {
  const { lines, visitor, finish } = explainWorking(startAt, ms, cal);
  const at = walkWorkingTime(startAt, ms, cal, visitor);
  finish();
  const warnings = uncoveredYears(shanghaiDate(startAt), shanghaiDate(at), cal).map((year) =>
    whyLine('clock.why.uncovered_year', { year }),
  );
  return { at, why: [...head, ...warnings, ...lines, dueLine(at)], warnings };
}

/**
 * The due time of one limit that starts at `startAt`, on its own clock (3.2).
 * @throws RangeError for `shift_end`, whose time is the order's and not a count.
 */
export function limitDue(
  limit: Limit,
  urgency: Urgency,
  startAt: number,
  cal: WorkingCalendar,
  head: WhyLine[] = [],
): Due {
  if (limit.unit === 'shift_end') throw new RangeError('the end of a shift is not a count of time');
  const count = {
    amount: limit.amount,
    unit: limit.unit,
    minutes: limitMinutes(limit),
    clock: clockKindOf(limit, urgency),
  };
  return runCount(count, startAt, cal, head);
}
