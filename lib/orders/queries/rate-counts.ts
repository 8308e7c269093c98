import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { Channel } from '../status';
import { orderEvent, orderRating, orders } from '../tables';

/** An area of any level and a period, epoch milliseconds, `to` exclusive. */
export interface RateScope {
  area: string;
  from: number;
  to: number;
  /** Sealed orders are counted only for who may know of them (3.1.1). */
  sealed: boolean;
}

export interface RateCounts {
  submitted: number;
  /** Of `submitted`, by the way in which they came (M13); a way that nobody took is left out. */
  channels: { channel: Channel; submitted: number }[];
  closed: number;
  dueForAccept: number;
  contactedInTime: number;
  verified: number;
  finishedInTime: number;
  passes: number;
  evidence: number;
  reworks: number;
  assignments: number;
  returns: number;
  /** Of `verified`, those whose finish was extended. */
  extended: number;
  closings: number;
  reopenings: number;
  answers: { solvedYes: number; solvedPartly: number; solvedNo: number; stars: Record<1 | 2 | 3 | 4 | 5, number> };
  ownAnswers: number;
}

// Left out of every rate by rule (3.7): what was taken back, refused, or joined to another order.
const leftOut = ['withdrawn', 'declined', 'merged'] as const;

const inArea = (area: string): SQL | undefined =>
  or(
    eq(orders.cellCode, area),
    eq(orders.quarterCode, area),
    eq(orders.communityCode, area),
    eq(orders.streetCode, area),
    eq(orders.zoneCode, area),
  );

const within = (
  column: typeof orders.submittedAt | typeof orders.acceptBy | typeof orderEvent.at | typeof orderRating.at,
  s: RateScope,
) => and(gte(column, s.from), lt(column, s.to));

/** The numbers that the rates of 3.7 are made of. Counts only: no order and no person can be read off. */
export async function rateCounts(db: Reader, scope: RateScope): Promise<RateCounts> {
  const open = scope.sealed ? undefined : eq(orders.sealed, false);
  // A part counts with its whole, as what was joined counts with its main order.
  const whole = isNull(orders.childOf);
  const counted = and(inArea(scope.area), notInArray(orders.status, [...leftOut]), whole, open);
  const ordersWhere = async (where: SQL | undefined): Promise<number> => {
    const [row] = await db.select({ n: count() }).from(orders).where(and(counted, where));
    return row?.n ?? 0;
  };
  const events = async (where: SQL | undefined): Promise<number> => {
    const [row] = await db
      .select({ n: count() })
      .from(orderEvent)
      .innerJoin(orders, eq(orders.id, orderEvent.orderId))
      .where(and(counted, within(orderEvent.at, scope), where));
    return row?.n ?? 0;
  };
  const typed = (...types: string[]) => events(inArray(orderEvent.type, types));
  const dueForAccept = within(orders.acceptBy, scope);
  const verified = and(
    isNotNull(orders.verifiedAt),
    gte(orders.verifiedAt, scope.from),
    lt(orders.verifiedAt, scope.to),
  );
  return {
    submitted: await ordersWhere(within(orders.submittedAt, scope)),
    channels: await channelsOf(db, and(counted, within(orders.submittedAt, scope))),
    closed: await ordersWhere(
      and(eq(orders.status, 'closed'), gte(orders.closedAt, scope.from), lt(orders.closedAt, scope.to)),
    ),
    dueForAccept: await ordersWhere(dueForAccept),
    contactedInTime: await ordersWhere(and(dueForAccept, lte(orders.contactedAt, orders.acceptBy))),
    verified: await ordersWhere(verified),
    finishedInTime: await ordersWhere(and(verified, lte(orders.evidenceAt, orders.finishBy))),
    passes: await typed('order.passed'),
    evidence: await typed('order.evidence_submitted'),
    reworks: await typed('order.reworked'),
    assignments: await typed('order.assigned', 'order.reassigned'),
    returns: await typed('order.returned'),
    extended: await ordersWhere(and(verified, gt(orders.extensionCount, 0))),
    // A late rating or a call of what is closed closes nothing.
    closings: await events(and(eq(orderEvent.to, 'closed'), ne(orderEvent.from, 'closed'))),
    // Said by rating, by call-back or by itself: each leads from a finished state back to the start.
    reopenings: await events(
      and(
        eq(orderEvent.to, 'submitted'),
        // Of what was joined to another order, by its own requester's answer alone: undoing a merging reopens nothing.
        or(
          inArray(orderEvent.from, ['awaiting_rating', 'closed']),
          and(eq(orderEvent.from, 'merged'), inArray(orderEvent.type, ['order.rated', 'order.called_back'])),
        ),
      ),
    ),
    ...(await answersOf(
      db,
      scope,
      counted,
      and(inArea(scope.area), notInArray(orders.status, ['withdrawn', 'declined']), open),
    )),
  };
}

const channelsOf = (db: Reader, where: SQL | undefined): Promise<RateCounts['channels']> =>
  db
    .select({ channel: orders.channel, submitted: count() })
    .from(orders)
    .where(where)
    .groupBy(orders.channel)
    .orderBy(desc(count()), orders.channel);

/**
 * Of each order its last valid answer by the end of the period, by rating or call-back (3.1.3): who said no and was helped
 * at last counts as helped, and the reopening is a figure of its own. What was said before stays in the record.
 */
async function answersOf(
  db: Reader,
  scope: RateScope,
  counted: SQL | undefined,
  /** 3.7: what was joined to another order counts once, as that; each of its requesters' answers counts. */
  answering: SQL | undefined,
): Promise<Pick<RateCounts, 'answers' | 'ownAnswers'>> {
  const last = db
    .select({
      orderId: orderRating.orderId,
      seq: max(orderRating.seq).as('last_answer'),
    })
    .from(orderRating)
    .where(and(isNotNull(orderRating.solved), lt(orderRating.at, scope.to)))
    .groupBy(orderRating.orderId)
    .as('last_answers');
  const rows = await db
    .select({ solved: orderRating.solved, stars: orderRating.stars, n: count() })
    .from(orderRating)
    .innerJoin(last, and(eq(last.orderId, orderRating.orderId), eq(last.seq, orderRating.seq)))
    .innerJoin(orders, eq(orders.id, orderRating.orderId))
    .where(and(answering, within(orderRating.at, scope)))
    .groupBy(orderRating.solved, orderRating.stars);
  const [own] = await db
    .select({ n: countDistinct(sql`${orderRating.orderId} || ':' || ${orderRating.closingNo}`) })
    .from(orderRating)
    .innerJoin(orders, eq(orders.id, orderRating.orderId))
    .where(and(counted, within(orderRating.at, scope), like(orderRating.via, 'requester')));
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((total, row) => total + row.n, 0);
  const starred = (stars: number) => sum((row) => row.stars === stars);
  return {
    answers: {
      solvedYes: sum((row) => row.solved === 'yes'),
      solvedPartly: sum((row) => row.solved === 'partly'),
      solvedNo: sum((row) => row.solved === 'no'),
      stars: { 1: starred(1), 2: starred(2), 3: starred(3), 4: starred(4), 5: starred(5) },
    },
    ownAnswers: own?.n ?? 0,
  };
}
