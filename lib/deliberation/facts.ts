import { and, count, desc, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Actor, Reader, Tx } from '@/lib/kernel/context';
import { requestersAmong } from '@/lib/orders/queries/requesters-among';
import type { DeliberationFacts, MeetingFacts } from './conditions';
import type { StandingParts } from './policy';
import { packOf, ruleOf } from './rule-packs';
import type { VoteWay, VotingStage } from './status';
import {
  deliberation,
  deliberationBallot,
  deliberationCount,
  deliberationMeeting,
  deliberationObjection,
  deliberationPrice,
  deliberationRoll,
  deliberationSource,
  deliberationText,
} from './tables';

type Db = Pick<Reader | Tx, 'select'>;
export type DeliberationRow = typeof deliberation.$inferSelect;
export type MeetingRow = typeof deliberationMeeting.$inferSelect;

const openStates = ['convened', 'frozen', 'voting'] as const;

export async function findDeliberation(db: Db, code: string): Promise<DeliberationRow | undefined> {
  const [row] = await db.select().from(deliberation).where(eq(deliberation.code, code));
  return row;
}

/** The meeting of the current stage that is not over; at most one. */
export async function openMeeting(db: Db, row: Pick<DeliberationRow, 'id'>): Promise<MeetingRow | undefined> {
  const [meeting] = await db
    .select()
    .from(deliberationMeeting)
    .where(and(eq(deliberationMeeting.deliberationId, row.id), inArray(deliberationMeeting.state, [...openStates])));
  return meeting;
}

type Votes = MeetingFacts['votes'];

/** What was counted in the room of a meeting, by hands and on paper together; of all ways but `except`. */
export async function roomVotes(db: Db, meetingId: string, except?: VoteWay): Promise<Votes> {
  const total = { yes: 0, no: 0, abstain: 0 };
  for (const row of await db.select().from(deliberationCount).where(eq(deliberationCount.meetingId, meetingId))) {
    if (row.way === except) continue;
    total.yes += row.yes;
    total.no += row.no;
    total.abstain += row.abstain;
  }
  return total;
}

async function webVotes(db: Db, meetingId: string): Promise<Votes> {
  const total = { yes: 0, no: 0, abstain: 0 };
  const ballots = await db
    .select({ choice: deliberationBallot.choice, votes: count() })
    .from(deliberationBallot)
    .where(eq(deliberationBallot.meetingId, meetingId))
    .groupBy(deliberationBallot.choice);
  for (const { choice, votes } of ballots) total[choice] += Number(votes);
  return total;
}

/** How many of a roll are in the room by name, and how many voted on the web. */
export async function countRoll(db: Db, meetingId: string): Promise<{ size: number; onWeb: number }> {
  const of = (where?: Parameters<typeof and>[0]) =>
    db
      .select({ heads: count() })
      .from(deliberationRoll)
      .where(and(eq(deliberationRoll.meetingId, meetingId), where));
  const [[all], [web]] = [await of(), await of(isNotNull(deliberationRoll.votedOn))];
  return { size: Number(all?.heads ?? 0), onWeb: Number(web?.heads ?? 0) };
}

async function meetingFacts(db: Db, row: DeliberationRow): Promise<MeetingFacts | null> {
  const meeting = await openMeeting(db, row);
  if (!meeting) return null;
  const rule = ruleOf(packOf(row.packId), meeting.stage, meeting.body);
  if (!rule) throw new Error(`no rule for ${meeting.body} in ${meeting.stage}`);
  const { size, onWeb } = await countRoll(db, meeting.id);
  const [room, web] = [await roomVotes(db, meeting.id), await webVotes(db, meeting.id)];
  return {
    state: meeting.state,
    rule,
    withWeb: meeting.withWeb,
    votesUntil: meeting.votesUntil,
    heldAt: meeting.heldAt,
    rollSize: size,
    eligible: meeting.eligible,
    present: meeting.present === null && !meeting.withWeb ? null : (meeting.present ?? 0) + onWeb,
    votes: { yes: room.yes + web.yes, no: room.no + web.no, abstain: room.abstain + web.abstain },
    room: { present: meeting.present ?? 0, ...room },
  };
}

async function lastHeld(db: Db, row: DeliberationRow): Promise<DeliberationFacts['lastMeeting']> {
  const [last] = await db
    .select({ state: deliberationMeeting.state })
    .from(deliberationMeeting)
    .where(
      and(
        eq(deliberationMeeting.deliberationId, row.id),
        eq(deliberationMeeting.stage, row.status as VotingStage),
        inArray(deliberationMeeting.state, ['passed', 'failed']),
      ),
    )
    .orderBy(desc(deliberationMeeting.ordinal))
    .limit(1);
  return (last?.state as 'passed' | 'failed' | undefined) ?? null;
}

/** What the conditions of the table look at. */
export async function deliberationFacts(db: Db, row: DeliberationRow, now: number): Promise<DeliberationFacts> {
  const [plan] = await db
    .select({ version: max(deliberationText.version) })
    .from(deliberationText)
    .where(and(eq(deliberationText.deliberationId, row.id), eq(deliberationText.kind, 'plan')));
  const [objections] = await db
    .select({ open: count() })
    .from(deliberationObjection)
    .where(and(eq(deliberationObjection.deliberationId, row.id), isNull(deliberationObjection.answeredAt)));
  const [prices] = await db
    .select({ rows: count() })
    .from(deliberationPrice)
    .where(eq(deliberationPrice.deliberationId, row.id));
  return {
    now,
    today: shanghaiDate(now),
    status: row.status,
    basis: row.basis,
    planVersion: plan?.version ?? null,
    planSentOn: row.planSentOn,
    meeting: await meetingFacts(db, row),
    lastMeeting: await lastHeld(db, row),
    publishedAt: row.publishedAt,
    noticeUntil: row.noticeUntil,
    openObjections: Number(objections?.open ?? 0),
    needsFiling: row.needsFiling,
    filedOn: row.filedOn,
    belowMarket: row.belowMarket,
    hasPrices: Number(prices?.rows ?? 0) > 0,
  };
}

/** What an actor is to a case beside their roles. */
export async function standingParts(db: Db, actor: Actor, row: Pick<DeliberationRow, 'id'>): Promise<StandingParts> {
  const proposals = await db
    .select({ id: deliberationMeeting.id })
    .from(deliberationMeeting)
    .where(
      and(
        eq(deliberationMeeting.deliberationId, row.id),
        eq(deliberationMeeting.stage, 'propose'),
        eq(deliberationMeeting.state, 'passed'),
      ),
    );
  const proposed = proposals.length > 0;
  if (actor.kind !== 'person') return { voter: false, source: false, proposed };
  const seats = await db
    .select({ ordinal: deliberationRoll.ordinal })
    .from(deliberationRoll)
    .innerJoin(deliberationMeeting, eq(deliberationMeeting.id, deliberationRoll.meetingId))
    .where(
      and(
        eq(deliberationMeeting.deliberationId, row.id),
        eq(deliberationRoll.personId, actor.personId),
        eq(deliberationRoll.seat, 'voting'),
        inArray(deliberationMeeting.state, ['frozen', 'voting']),
      ),
    );
  const sources = await db
    .select({ orderId: deliberationSource.orderId })
    .from(deliberationSource)
    .where(eq(deliberationSource.deliberationId, row.id));
  const own = await requestersAmong(
    db,
    sources.map((one) => one.orderId),
  );
  return { voter: seats.length > 0, source: own.has(actor.personId), proposed };
}

/** How many meetings a stage has had, annulled ones included. */
export async function lastOrdinal(db: Db, deliberationId: string, stage: VotingStage): Promise<number> {
  const [last] = await db
    .select({ ordinal: max(deliberationMeeting.ordinal) })
    .from(deliberationMeeting)
    .where(and(eq(deliberationMeeting.deliberationId, deliberationId), eq(deliberationMeeting.stage, stage)));
  return last?.ordinal ?? 0;
}

/** The open meeting, for a step whose condition has seen that there is one. */
export async function heldMeeting(db: Db, row: Pick<DeliberationRow, 'id'>): Promise<MeetingRow> {
  const meeting = await openMeeting(db, row);
  if (!meeting) throw new Error('a step without its meeting');
  return meeting;
}

/** Everybody on a roll, in its order. */
export const rollOf = (db: Db, meetingId: string): Promise<(typeof deliberationRoll.$inferSelect)[]> =>
  db.select().from(deliberationRoll).where(eq(deliberationRoll.meetingId, meetingId)).orderBy(deliberationRoll.ordinal);

/** The web ballots of a meeting, in the order of the published tally. */
export const ballotsOf = (db: Db, meetingId: string): Promise<(typeof deliberationBallot.$inferSelect)[]> =>
  db
    .select()
    .from(deliberationBallot)
    .where(eq(deliberationBallot.meetingId, meetingId))
    .orderBy(deliberationBallot.receiptHash);

type PriceRow = typeof deliberationPrice.$inferSelect;

/** Every price list, the one that holds now first; a row is never changed. */
export async function priceListsOf(db: Db, deliberationId: string): Promise<PriceRow[][]> {
  const rows = await db
    .select()
    .from(deliberationPrice)
    .where(eq(deliberationPrice.deliberationId, deliberationId))
    .orderBy(desc(deliberationPrice.version), deliberationPrice.ordinal);
  return [...new Set(rows.map(({ version }) => version))].map((one) => rows.filter(({ version }) => version === one));
}

/** Whether a meeting is one of this case. */
export async function hasMeeting(db: Db, deliberationId: string, meetingId: string): Promise<boolean> {
  const rows = await db
    .select({ id: deliberationMeeting.id })
    .from(deliberationMeeting)
    .where(and(eq(deliberationMeeting.id, meetingId), eq(deliberationMeeting.deliberationId, deliberationId)));
  return rows.length > 0;
}
