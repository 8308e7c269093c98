import { countOf, type Due, dueLine, runCount, runWorking } from './explain';
import { clockKindOf, type Limit, limitMinutes, type Urgency } from './limits';
import { minuteMs } from './shanghai';
import { momentParams, spanParams, whyLine } from './why';
import type { WorkingCalendar } from './working-calendar';
import { minutesPerWorkday, workingMsBetween } from './working-time';

/** While the finish stood still: with the verifiers, with a question to the requester, or suspended; epoch milliseconds. */
export interface Lay {
  from: number;
  to: number;
  /** Absent: with the verifiers. */
  with?: 'requester' | 'suspension';
}

/** 延期 (3.4): working days that were granted, and when. */
export interface Extension {
  with: 'extension';
  days: number;
  to: number;
}

const layLine = {
  verifiers: 'clock.why.rework',
  requester: 'clock.why.asked',
  suspension: 'clock.why.suspended',
} as const;

const leastReopenMinutes = 4 * 60;

/**
 * A limit after it stood still: later by exactly the time the order lay in `awaiting_verification` and was sent back
 * (3.1.2), or in `need_info` or `suspended` ("stopped", 3.1), counted on the limit's own clock. A weekend with the
 * verifier moves a working-time limit by nothing and a 24 h limit by 48 h.
 */
export function shiftForLay(
  finishBy: number,
  finishLimit: Limit,
  urgency: Urgency,
  lay: Lay,
  cal: WorkingCalendar,
): Due {
  const wall = clockKindOf(finishLimit, urgency) === 'wall';
  const ms = wall ? Math.max(0, lay.to - lay.from) : workingMsBetween(lay.from, lay.to, cal);
  const limitMinutesShown = Math.round(ms / minuteMs);
  const old = momentParams(finishBy);
  const head = whyLine(layLine[lay.with ?? 'verifiers'], {
    ...spanParams(lay.from, lay.to),
    ...old,
    limitMinutes: limitMinutesShown,
    clock: wall ? 'wall' : 'working',
  });
  if (!wall) return runWorking(finishBy, ms, cal, [head]);
  const at = finishBy + ms;
  const counted = whyLine('clock.why.wall', { minutes: limitMinutesShown, ...spanParams(finishBy, at) });
  return { at, why: [head, counted, dueLine(at)], warnings: [] };
}

/**
 * A finish after an extension of some working days (3.4), which run on working time whatever clock the limit itself has:
 * of a 24 h limit that ends on Saturday night, one day more is Monday 18:00.
 */
export function extendFinish(finishBy: number, days: number, cal: WorkingCalendar): Due {
  const minutes = days * minutesPerWorkday;
  const head = whyLine('clock.why.extended', { days, limitMinutes: minutes, ...momentParams(finishBy) });
  return runWorking(finishBy, minutes * minuteMs, cal, [head]);
}

/**
 * The finish of a reopened order: half of the item's finish limit from its new dispatch, on that limit's clock, but at
 * least 4 wh (3.1.2). The end of a shift has no half, so it gets the 4 wh.
 */
export function reopenFinish(finishLimit: Limit, urgency: Urgency, dispatchedAt: number, cal: WorkingCalendar): Due {
  const full = limitMinutes(finishLimit);
  const half = Math.ceil(full / 2);
  if (half < leastReopenMinutes) {
    const least = countOf(leastReopenMinutes, 'working');
    return runCount(least, dispatchedAt, cal, [whyLine('clock.why.reopened_least')]);
  }
  const head = whyLine('clock.why.reopened_half', { amount: finishLimit.amount, unit: finishLimit.unit });
  return runCount(countOf(half, clockKindOf(finishLimit, urgency)), dispatchedAt, cal, [head]);
}
