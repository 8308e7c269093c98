import { acceptDue, dispatchDue, finishDue, type Shift } from './due';
import type { Due } from './explain';
import type { ItemLimits, MilestoneKind, Urgency } from './limits';
import { type WhyLine, whyLine } from './why';
import type { WorkingCalendar } from './working-calendar';

/** What the resident is told at submit; epoch milliseconds. */
export interface OrderPromise {
  dispatchBy: number;
  acceptBy: number;
  finishBy: number;
  /** Where the item has a point on the way: by when somebody is there. */
  milestone: (Due & { kind: MilestoneKind }) | null;
  /** How `finishBy` comes about: the dispatch limit used up, then the finish limit. */
  why: WhyLine[];
  /** How `acceptBy` comes about. */
  acceptWhy: WhyLine[];
  /** How `dispatchBy` comes about. */
  dispatchWhy: WhyLine[];
  warnings: WhyLine[];
}

/**
 * The promise as if the order were dispatched at the very end of the dispatch limit (3.2):
 * 0601 sent Wednesday 2024-01-10 08:30 → 4 wh + 2 wd → 2024-01-12 14:00.
 * @throws DomainError `rule` `calendar.shift_missing` as `finishDue`.
 */
export function promise(
  limits: ItemLimits,
  urgency: Urgency,
  submittedAt: number,
  cal: WorkingCalendar,
  shift: Shift = {},
): OrderPromise {
  const dispatch = dispatchDue(urgency, submittedAt, cal);
  const accept = acceptDue(limits, urgency, dispatch.at, cal, shift);
  const { milestone, finish } = finishDue(limits, urgency, dispatch.at, cal, shift);
  const first = [whyLine('clock.why.step_dispatch'), ...dispatch.why];
  return {
    dispatchBy: dispatch.at,
    acceptBy: accept.at,
    finishBy: finish.at,
    milestone: milestone && { ...milestone, why: [...first, whyLine('clock.why.step_milestone'), ...milestone.why] },
    why: [...first, whyLine('clock.why.step_finish'), ...finish.why],
    acceptWhy: [...first, whyLine('clock.why.step_accept'), ...accept.why],
    dispatchWhy: dispatch.why,
    warnings: distinct([...dispatch.warnings, ...accept.warnings, ...finish.warnings]),
  };
}

function distinct(warnings: WhyLine[]): WhyLine[] {
  return warnings.filter((line, i) => warnings.findIndex((other) => other.params.year === line.params.year) === i);
}
