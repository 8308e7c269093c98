import { limitDue } from '@/lib/calendar/explain';
import type { Limit } from '@/lib/calendar/limits';
import { nearShare } from '@/lib/calendar/used-share';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import { walkWorkingTime, workingMsBetween } from '@/lib/calendar/working-time';
import { noDue, type RunningClock } from './clocks';
import type { OrderEventType } from './events';
import type { OrderRow } from './facts';
import { type Colour, colours, type Ground, isOpen, type Status, type Urgency } from './status';

/** The parts of an order that its colour is made of. */
export interface ColouredOrder {
  status: Status;
  finishBy: number | null;
  reworkCount: number;
  reopenCount: number;
}

/** Why an order carries a colour now; `key` is the same whenever the same clock or the same return is looked at. */
export interface Found {
  ground: Exclude<Ground, 'person'>;
  colour: Colour;
  key: string;
}

export interface Look {
  /** What holds now; of clocks only the worst. */
  found: Found[];
  /** When something may hold that does not yet; `noDue` where no clock runs. */
  lookAt: number;
}

export const strongest = (list: readonly Colour[]): Colour | null =>
  [...colours].reverse().find((colour) => list.includes(colour)) ?? null;

/** What runs in a state: its overrun is behind step (yellow), for the finish it is red (3.5). */
const clockOf: Partial<Record<Status, 'dispatch' | 'accept' | 'finish' | 'verify'>> = {
  submitted: 'dispatch',
  offered: 'accept',
  assigned: 'accept',
  in_progress: 'finish',
  awaiting_verification: 'verify',
};
/** Where a finish goes on to run: not while a question, a suspension or a check stops it (3.1, 3.2). */
const finishRuns: readonly Status[] = ['submitted', 'offered', 'assigned', 'in_progress'];
/** Nobody of the staff can move these on by themselves. */
const residentsTurn: readonly Status[] = ['awaiting_rating'];

/** The moment at which 80 % of a clock is used, on that clock. */
function nearAt({ startedAt, dueAt, clock }: RunningClock, cal: WorkingCalendar): number {
  if (dueAt <= startedAt) return dueAt;
  if (clock === 'wall') return Math.ceil(startedAt + nearShare * (dueAt - startedAt));
  return walkWorkingTime(startedAt, Math.ceil(nearShare * workingMsBetween(startedAt, dueAt, cal)), cal);
}

/** What holds of the clocks, the worst first: the finish, another limit that is over, one that is near. */
function overClocks(order: ColouredOrder, clocks: readonly RunningClock[], now: number, cal: WorkingCalendar) {
  const own = clockOf[order.status];
  const all = clocks.flatMap((clock) => {
    const ground = clock.of === 'milestone' ? ('milestone' as const) : own;
    return ground ? [{ ground, clock }] : [];
  });
  const finishBy = finishRuns.includes(order.status) ? order.finishBy : null;
  const found: Found[] = [];
  if (finishBy !== null && now > finishBy) found.push({ ground: 'finish', colour: 'red', key: `finish:${finishBy}` });
  for (const { ground, clock } of all) {
    if (now > clock.dueAt && ground !== 'finish') {
      found.push({ ground, colour: 'yellow', key: `${ground}:${clock.dueAt}` });
    }
  }
  for (const { ground, clock } of all) {
    if (now <= clock.dueAt && now >= nearAt(clock, cal)) {
      found.push({ ground: 'near', colour: 'blue', key: `near:${ground}:${clock.dueAt}` });
    }
  }
  const moments = [
    ...(finishBy === null ? [] : [finishBy + 1]),
    ...all.flatMap(({ clock }) => [nearAt(clock, cal), clock.dueAt + 1]),
  ];
  return { found, moments };
}

/**
 * What colours an order at `now` (3.5, 3.1.2), and when to look again. 蓝 from 80 % of a limit on; 黄 behind a step: an
 * overdue dispatch, accept, milestone or verification, the first rework, the first reopening; 红 an overdue finish, the
 * second rework, the second reopening.
 */
export function lookAt(order: ColouredOrder, clocks: readonly RunningClock[], now: number, cal: WorkingCalendar): Look {
  if (!isOpen(order.status) || residentsTurn.includes(order.status)) return { found: [], lookAt: noDue };
  const { found, moments } = overClocks(order, clocks, now, cal);
  const came = (ground: 'rework' | 'reopen', count: number): Found[] =>
    count > 0 ? [{ ground, colour: count === 1 ? 'yellow' : 'red', key: `${ground}:${count}` }] : [];
  return {
    found: [...came('reopen', order.reopenCount), ...came('rework', order.reworkCount), ...found.slice(0, 1)],
    lookAt: Math.min(noDue, ...moments.filter((at) => at > now)),
  };
}

/** Whatever moves an order may move its colour: the clock looks at it again, but for what is over and never had one. */
export function lookAgain(order: Pick<OrderRow, 'lookAt' | 'colour'>, to: Status, type: OrderEventType): number | null {
  if (type === 'order.supervised') return order.lookAt;
  return isOpen(to) || order.colour !== null ? null : noDue;
}

const answerWithin: Record<'U1' | 'U2' | 'others', Record<Colour, Limit>> = {
  U1: limits({ amount: 30, unit: 'min' }, { amount: 30, unit: 'min' }, { amount: 15, unit: 'min' }),
  U2: limits({ amount: 2, unit: 'h' }, { amount: 2, unit: 'h' }, { amount: 1, unit: 'h' }),
  others: limits({ amount: 1, unit: 'wd' }, { amount: 1, unit: 'wd' }, { amount: 4, unit: 'wh' }),
};

function limits(
  blue: Omit<Limit, 'milestone'>,
  yellow: Omit<Limit, 'milestone'>,
  red: Omit<Limit, 'milestone'>,
): Record<Colour, Limit> {
  const whole = (limit: Omit<Limit, 'milestone'>): Limit => ({ ...limit, milestone: false });
  return { blue: whole(blue), yellow: whole(yellow), red: whole(red) };
}

/**
 * By when the owner of a 督办单 has to answer: a working day, four working hours of a red one; U1 and U2 by the clock on
 * the wall, day and night. Midday, weekends and holidays do not count but there (3.2).
 */
export const replyDue = (colour: Colour, urgency: Urgency, from: number, cal: WorkingCalendar): number =>
  limitDue(answerWithin[urgency === 'U1' || urgency === 'U2' ? urgency : 'others'][colour], urgency, from, cal).at;
