import { and, eq, inArray, or } from 'drizzle-orm';
import type { Due } from '@/lib/calendar/explain';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Reader, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayBeOrdered } from '@/lib/people/policy';
import { findHandler, type Handler } from '@/lib/people/queries/find-handler';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { addClock } from './clock-store';
import { acceptAgain, dispatchClocks, limitsOf, returnDue } from './clocks';
import type { OrderRow } from './facts';
import { addAssignment } from './hold-store';
import { subjectsOf } from './queries/subjects-of';
import type { RouteStep } from './route';
import type { Level } from './status';
import { defaultRoute, orderPart, type orders } from './tables';

export type HandlerTarget = { unit: string } | { person: string };

/**
 * Finds whom the order goes to and refuses whom it may not go to: a volunteer, the subject of the complaint, someone
 * with a declared tie, and an earlier handler of a reopened order unless a reason is given (3.1.2).
 */
export async function admitHandler(
  db: Reader,
  order: OrderRow,
  target: HandlerTarget,
  now: number,
  reason: string | undefined,
): Promise<Handler> {
  const handler = await findHandler(db, target, shanghaiDate(now));
  if (!handler || handler.members.length === 0) throw new DomainError('invalid', 'order.handler_unknown');
  if (handler.personId && !mayBeOrdered(handler.roles)) {
    throw new DomainError('rule', 'order.volunteers_are_offered');
  }
  if (isOfSubject(handler, order, await subjectsOf({ db, now: () => now }, order))) {
    throw new DomainError('rule', 'order.handler_is_subject');
  }
  const parts = await db
    .select({ personId: orderPart.personId, part: orderPart.part })
    .from(orderPart)
    .where(
      and(
        eq(orderPart.orderId, order.id),
        inArray(orderPart.personId, handler.members),
        or(eq(orderPart.part, 'handled'), eq(orderPart.part, 'declared_tie')),
      ),
    );
  if (handler.personId && parts.some((p) => p.part === 'declared_tie'))
    throw new DomainError('rule', 'order.handler_has_tie');
  if (order.reopenCount > 0 && !reason && parts.some((p) => p.part === 'handled')) {
    throw new DomainError('rule', 'order.earlier_handler_needs_reason');
  }
  return handler;
}

/** The unit complained about, or a person or unit of which everybody is a subject: nobody there could see the order. */
export const isOfSubject = (handler: Handler, order: OrderRow, subjects: ReadonlySet<string>): boolean =>
  order.aboutUnit !== null &&
  (handler.unitCode === order.aboutUnit || handler.members.every((member) => subjects.has(member)));

/** Which units and persons of a route may not get an order because it is about them (3.9). */
export async function barredSteps(
  db: Reader,
  order: OrderRow,
  steps: readonly RouteStep[],
  now: number,
): Promise<Set<string>> {
  const barred = new Set<string>();
  if (!order.aboutUnit) return barred;
  const subjects = await subjectsOf({ db, now: () => now }, order);
  for (const { unit, person } of steps) {
    const target = unit ? { unit } : person ? { person } : null;
    const handler = target && (await findHandler(db, target, shanghaiDate(now)));
    if (handler && isOfSubject(handler, order, subjects)) barred.add(unit ?? person ?? '');
  }
  return barred;
}

export interface Subject {
  aboutUnit: string;
  /** The community, where the complaint is about itself. */
  aboutCommunity: string | null;
  level: Level;
}

/**
 * Whom a complaint is about. One about the community itself goes to the street (3.1.2).
 * @param communityCode of the order's place
 * @throws invalid `order.handler_unknown`
 */
export async function readSubject(
  db: Reader,
  unit: string | undefined,
  communityCode: string,
  now: number,
): Promise<Subject | null> {
  if (!unit) return null;
  const subject = await findHandler(db, { unit }, shanghaiDate(now));
  if (!subject) throw new DomainError('invalid', 'order.handler_unknown');
  const isCommunity = subject.handlerGroup === 'COMM';
  const own = subject.areas.includes(communityCode) ? communityCode : (subject.areas[0] ?? communityCode);
  return {
    aboutUnit: unit,
    aboutCommunity: isCommunity ? own : null,
    level: isCommunity ? 'street' : 'community',
  };
}

/** The default route of an order's item in its cell; empty when none was set. */
export async function loadRoute(db: Reader, itemCode: string, cellCode: string): Promise<RouteStep[]> {
  const [row] = await db
    .select({ steps: defaultRoute.steps })
    .from(defaultRoute)
    .where(and(eq(defaultRoute.itemCode, itemCode), eq(defaultRoute.cellCode, cellCode)));
  return row?.steps ?? [];
}

export interface DispatchTimes {
  set: Partial<typeof orders.$inferInsert>;
  acceptBy: number;
  finishBy: number;
  clocks: { kind: 'accept' | 'milestone' | 'finish'; due: Due }[];
}

/**
 * The clocks of a dispatch at `now`. The first dispatch, and the first after a reopening, starts both; a later one
 * starts accept alone and leaves the finish as it stands (3.2).
 */
export async function dispatchTimes(
  db: Reader,
  order: OrderRow,
  now: number,
  cal: WorkingCalendar,
): Promise<DispatchTimes> {
  const limits = limitsOf(await getItem(db, order.itemCode), order.urgency);
  if (order.dispatchedAt !== null && order.finishBy !== null) {
    const accept = acceptAgain(order, limits, now, cal);
    const set = { acceptStartedAt: now, acceptBy: accept.at, acceptedAt: null, contactedAt: null, dueAt: accept.at };
    return { set, acceptBy: accept.at, finishBy: order.finishBy, clocks: [{ kind: 'accept', due: accept }] };
  }
  const { accept, milestone, finish } = dispatchClocks(order, limits, now, cal);
  return {
    set: {
      dispatchedAt: now,
      acceptStartedAt: now,
      acceptBy: accept.at,
      acceptedAt: null,
      contactedAt: null,
      milestoneKind: milestone?.kind ?? null,
      milestoneBy: milestone?.at ?? null,
      milestoneMetAt: null,
      finishBy: finish.at,
      dueAt: accept.at,
    },
    acceptBy: accept.at,
    finishBy: finish.at,
    clocks: [
      { kind: 'accept', due: accept },
      ...(milestone ? [{ kind: 'milestone' as const, due: milestone }] : []),
      { kind: 'finish', due: finish },
    ],
  };
}

export async function writeClocks(tx: Tx, order: OrderRow, now: number, times: DispatchTimes): Promise<void> {
  for (const { kind, due } of times.clocks) {
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind,
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
  }
}

/** 指定承办 (3.3): what follows a third return is final; a reopening begins to count anew. */
const isDesignated = (order: OrderRow): boolean => order.returnCount >= 3;

/** Hands an order to a handler: the assignment row, its clocks, and the columns and event data that follow. */
export async function handOver(
  tx: Tx,
  order: OrderRow,
  handler: Handler,
  now: number,
  cal: WorkingCalendar,
): Promise<{
  set: Partial<typeof orders.$inferInsert>;
  assignment: string;
  unit: string | null;
  person: string | null;
  acceptBy: number;
  finishBy: number;
  designated: boolean;
}> {
  const times = await dispatchTimes(tx, order, now, cal);
  await writeClocks(tx, order, now, times);
  const { unitCode, personId } = handler;
  const assignment = await addAssignment(tx, { orderId: order.id, unitCode, personId, startedAt: now });
  return {
    assignment,
    unit: unitCode,
    person: personId,
    acceptBy: times.acceptBy,
    finishBy: times.finishBy,
    designated: isDesignated(order),
    set: {
      ...times.set,
      assigneeUnit: unitCode,
      assigneePerson: personId,
      holderKind: unitCode ? 'unit' : 'person',
      returnBy: returnDue(order.urgency, now, cal).at,
      // 指定承办: after the third return whoever gets it keeps it, by whichever way it comes (3.3).
      designated: isDesignated(order),
      comeback: 'none',
    },
  };
}
