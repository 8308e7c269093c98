import { dateOfDay, dayNumber, dayStart, minuteMs } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import { workingPeriods } from '@/lib/calendar/working-time';

/** The moment that lies `minutes` of working time before `endAt`: the other way round of `addWorkingMinutes`. */
export function workingMinutesBefore(endAt: number, minutes: number, cal: WorkingCalendar): number {
  let left = minutes * minuteMs;
  for (let day = dayNumber(endAt); ; day--) {
    if (!cal.isWorkday(dateOfDay(day))) continue;
    const midnight = dayStart(day);
    for (const period of [...workingPeriods].reverse()) {
      const from = midnight + period.from * minuteMs;
      const to = Math.min(midnight + period.to * minuteMs, endAt);
      if (to <= from) continue;
      if (to - from >= left) return to - left;
      left -= to - from;
    }
  }
}
