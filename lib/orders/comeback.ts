import { dispatchDue } from '@/lib/calendar/due';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { OrderRow } from './facts';
import type { Level } from './status';
import type { orders } from './tables';

/** Nobody holds the order. */
export const unheld = {
  assigneeUnit: null,
  assigneePerson: null,
  holderKind: null,
  acceptBy: null,
  acceptStartedAt: null,
  acceptedAt: null,
  returnBy: null,
  coHandlers: [],
} satisfies Partial<typeof orders.$inferInsert>;

export interface Reopening {
  set: Partial<typeof orders.$inferInsert>;
  count: number;
  level: Level;
  /** Of the new dispatch limit. */
  due: ReturnType<typeof dispatchDue>;
}

/**
 * A reopened order starts anew under its old number: the first time at its level, from the second on at the street
 * (3.1.2). The finish clock begins with its new dispatch.
 */
export function reopening(order: OrderRow, now: number, cal: WorkingCalendar): Reopening {
  const count = order.reopenCount + 1;
  const level: Level = count >= 2 ? 'street' : order.level;
  const due = dispatchDue(order.urgency, now, cal);
  return {
    count,
    level,
    due,
    set: {
      ...unheld,
      comeback: 'reopened',
      level,
      reopenCount: count,
      outcome: null,
      closing: null,
      closedAt: null,
      reopenUntil: null,
      ratingUntil: null,
      ratedClosing: 0,
      verifiedAt: null,
      verifyBy: null,
      evidenceAt: null,
      contactedAt: null,
      dispatchedAt: null,
      finishBy: null,
      milestoneKind: null,
      milestoneBy: null,
      milestoneMetAt: null,
      designated: false,
      dispatchBy: due.at,
      dueAt: due.at,
    },
  };
}
