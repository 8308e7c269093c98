import { dateOfDay, dayStart, minuteMs, shanghaiTime } from './shanghai';
import { dayParams, momentParams, rangeParams, type WhyLine, whyLine } from './why';
import type { DayName, WorkingCalendar } from './working-calendar';
import { type WalkVisitor, type WorkedStretch, workingPeriods } from './working-time';

const [morning, afternoon] = workingPeriods;
const timeOf = (minutes: number): string => shanghaiTime(dayStart(0) + minutes * minuteMs);
const hours = {
  morningFrom: timeOf(morning.from),
  morningTo: timeOf(morning.to),
  afternoonFrom: timeOf(afternoon.from),
  afternoonTo: timeOf(afternoon.to),
};

interface DaysOff {
  fromDay: number;
  toDay: number;
  /** Holidays in the run, first met first; empty for a plain weekend. */
  names: DayName[];
}

/**
 * Turns a walk over working time into sentences: days off joined into runs, a whole workday into one line, a day in
 * two stretches into three lines with the midday break between.
 */
export function explainWorking(startAt: number, ms: number, cal: WorkingCalendar) {
  const lines: WhyLine[] = [];
  let off: DaysOff | null = null;
  let held: WorkedStretch | null = null;
  let lastDay = Number.NEGATIVE_INFINITY;
  // Rounded on the running remainder, so that the lines of a count with seconds in it still add up exactly.
  let shownLeft = Math.round(ms / minuteMs);

  const flushOff = () => {
    if (!off) return;
    const range = rangeParams(off.fromDay, off.toDay);
    const name = off.names.map((n) => n.name).join('、');
    const nameEn = off.names.map((n) => n.nameEn).join(', ');
    lines.push(
      off.names.length > 0
        ? whyLine('clock.why.holiday', { name, nameEn, ...range })
        : whyLine('clock.why.weekend', range),
    );
    off = null;
  };
  const counted = (leftMs: number) => {
    const leftMinutes = Math.round(leftMs / minuteMs);
    const minutes = shownLeft - leftMinutes;
    shownLeft = leftMinutes;
    return { minutes, leftMinutes };
  };
  const period = ({ day, from, to, leftMs }: WorkedStretch) =>
    whyLine('clock.why.period', {
      ...dayParams(day),
      from: shanghaiTime(from),
      to: shanghaiTime(to),
      ...counted(leftMs),
    });
  const flushHeld = () => {
    if (held) lines.push(period(held));
    held = null;
  };

  const visitor: WalkVisitor = {
    dayOff(day, date) {
      flushHeld();
      const name = cal.nameOf(date);
      if (off && off.names.length > 0 === (name !== null)) off.toDay = day;
      else {
        flushOff();
        off = { fromDay: day, toDay: day, names: [] };
      }
      if (name && !off.names.some((n) => n.name === name.name)) off.names.push(name);
    },
    worked(stretch) {
      const { day, from, to, leftMs } = stretch;
      const midnight = dayStart(day);
      const first = lastDay === Number.NEGATIVE_INFINITY;
      flushOff();
      if (day !== lastDay) {
        flushHeld();
        if (first && from > startAt) lines.push(whyLine('clock.why.start_moved', momentParams(from)));
        const swap = cal.nameOf(dateOfDay(day));
        if (swap) lines.push(whyLine('clock.why.workday_swap', { ...swap, ...dayParams(day) }));
      }
      const isMorning = from < midnight + morning.to * minuteMs;
      if (isMorning) {
        held = stretch;
      } else if (
        held &&
        held.from === midnight + morning.from * minuteMs &&
        to === midnight + afternoon.to * minuteMs
      ) {
        lines.push(whyLine('clock.why.full_day', { ...dayParams(day), ...hours, ...counted(leftMs) }));
        held = null;
      } else {
        if (held) {
          flushHeld();
          lines.push(
            whyLine('clock.why.midday', { ...dayParams(day), from: hours.morningTo, to: hours.afternoonFrom }),
          );
        }
        lines.push(period(stretch));
      }
      lastDay = day;
    },
  };
  const finish = () => {
    flushHeld();
    flushOff();
  };
  return { lines, visitor, finish };
}
