import { usedShare } from '@/lib/calendar/used-share';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { ClockView, OrderDetail } from '@/lib/orders/queries/get-order';
import type { Status } from '@/lib/orders/status';
import type { RunningClock } from '../../_order/remaining';

type Limit =
  | 'promise'
  | 'dispatch'
  | 'accept'
  | 'return'
  | 'milestone'
  | 'finish'
  | 'suspension'
  | 'need_info'
  | 'verify'
  | 'rating'
  | 'callback'
  | 'reopen';

/** One time limit of an order as the desk draws it; instants in epoch milliseconds. */
export interface LimitRow {
  limit: Limit;
  dueAt: number;
  /** It runs now: how much is used, on its own clock. */
  clock: RunningClock | null;
  /** When it was met; null while it runs and where nothing says it. */
  metAt: number | null;
}

type LimitedOrder = Pick<OrderDetail, 'status' | 'submittedAt' | 'promise' | 'clock' | 'timeline'>;

const afterWork: readonly Status[] = ['awaiting_verification', 'awaiting_rating', 'closed'];
/** The states in which each limit runs against somebody, and the events that meet it. */
const rules: Record<Limit, { runs: readonly Status[]; met: readonly string[] }> = {
  promise: { runs: ['submitted', 'offered', 'assigned', 'in_progress'], met: ['order.evidence_submitted'] },
  dispatch: { runs: ['submitted'], met: ['order.assigned', 'order.offered', 'order.declined'] },
  accept: { runs: ['offered', 'assigned'], met: ['order.signed', 'order.claimed'] },
  return: { runs: [], met: [] },
  milestone: { runs: ['offered', 'assigned', 'in_progress'], met: [] },
  finish: { runs: ['offered', 'assigned', 'in_progress'], met: ['order.evidence_submitted'] },
  suspension: { runs: [], met: ['order.resumed'] },
  need_info: { runs: ['need_info'], met: ['order.supplemented'] },
  verify: { runs: ['awaiting_verification'], met: ['order.passed', 'order.reworked'] },
  rating: { runs: [], met: ['order.rated'] },
  callback: { runs: ['awaiting_rating', 'closed'], met: ['order.called_back'] },
  reopen: { runs: [], met: [] },
};

/** A call-back that reached nobody meets nothing: somebody has to call again (3.6). */
const meets = (limit: Limit, { type, data }: LimitedOrder['timeline'][number]): boolean =>
  rules[limit].met.includes(type) && (limit !== 'callback' || data.reached === true);

const parsed = (text: string | null | undefined): number | null => (text ? Date.parse(text) : null);

/** Until when, in the order in which they come; null where the order has no such limit. */
function duesOf({ promise, clock, status }: LimitedOrder): [Limit, string | null | undefined][] {
  return [
    ['promise', promise.finishBy],
    ['dispatch', clock.dispatchBy],
    ['need_info', clock.needInfoUntil],
    ['accept', clock.acceptBy],
    // Sending it back is a right of who holds it; once the work is handed in there is nothing to send back.
    ['return', status === 'assigned' || status === 'in_progress' ? clock.returnBy : null],
    ['milestone', clock.milestone?.by],
    ['finish', clock.finishBy],
    ['suspension', clock.resumeAt],
    ['verify', clock.verifyBy],
    ['rating', clock.ratingUntil],
    ['callback', clock.callbackBy],
    ['reopen', clock.reopenUntil],
  ];
}

/**
 * Each limit of an order: due, and either how much of it is used now, on the clock that its own explanation names (wall or
 * working time, 3.5), or when it was met by the last event since it began.
 */
export function limitRows(order: LimitedOrder, now: number, calendar: WorkingCalendar): LimitRow[] {
  const { status, clock, timeline } = order;
  return duesOf(order).flatMap(([limit, due]) => {
    const dueAt = parsed(due);
    if (dueAt === null) return [];
    const told: ClockView | undefined = clock.all.findLast((one) => one.kind === limit);
    const startedAt = parsed(told?.startedAt) ?? parsed(order.submittedAt) ?? dueAt;
    const event = timeline.findLast((one) => meets(limit, one) && Date.parse(one.at) >= startedAt);
    // The promise stands over all rounds; it is kept by the work that nobody sent back.
    const isBack = (limit === 'promise' || limit === 'finish') && !afterWork.includes(status);
    const metAt = limit === 'milestone' ? parsed(clock.milestone?.metAt) : isBack ? null : parsed(event?.at);
    const runs = metAt === null && rules[limit].runs.includes(status);
    const onWall = told?.why.some((line) => line.key === 'clock.why.limit_wall') ?? false;
    const used = usedShare(startedAt, dueAt, now, onWall ? 'wall' : 'working', calendar);
    return [{ limit, dueAt, clock: runs ? { startedAt, dueAt, now, usedShare: used } : null, metAt }];
  });
}
