import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { appendEvent, movedTo, nextEvent, unborn, unmoved } from '@/lib/casework/store';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { DeliberationEventData } from './events';
import type { DeliberationRow, MeetingRow } from './facts';
import type { Relation } from './relation';
import { caseKind, type Status } from './status';
import {
  deliberation,
  deliberationBallot,
  deliberationCount,
  deliberationFigure,
  deliberationFile,
  deliberationMeeting,
  deliberationObjection,
  deliberationPrice,
  deliberationRoll,
  deliberationSource,
  deliberationText,
} from './tables';
import { type Action, guard, workflow } from './workflow';

type EventOf<A extends Action> = (typeof workflow)[A]['event'];

/** Writes a new case with its first event. @throws a unique violation when the code is taken. */
export async function insertDeliberation(
  tx: Tx,
  row: Omit<DeliberationRow, 'lastSeq' | 'lastHash' | 'version'>,
  by: { actor: Actor; relation: Relation },
  data: DeliberationEventData['deliberation.opened'],
): Promise<DeliberationRow> {
  const head = { ...row, version: 1, ...unborn };
  const event = nextEvent(caseKind, head, null, row.status, {
    type: 'deliberation.opened',
    actor: actorKey(by.actor),
    relation: by.relation,
    data: { ...data },
    at: row.openedAt,
  });
  const [made] = await tx
    .insert(deliberation)
    .values({ ...head, lastSeq: event.seq, lastHash: event.hash })
    .returning();
  if (!made) throw new Error('an inserted deliberation gave no row');
  await appendEvent(tx, event);
  return made;
}

/**
 * The one writer of a case's state: a guarded UPDATE, one event with the hash of the one before, and its outbox row.
 * Takes only a permit, so an unchecked change does not compile.
 * @throws `conflict` `deliberation.stale` when somebody else moved the case since it was loaded
 */
export async function move<A extends Action>(
  tx: Tx,
  row: DeliberationRow,
  permit: CasePermit<A, Relation>,
  change: {
    to?: Status;
    set?: Partial<typeof deliberation.$inferInsert>;
    data: DeliberationEventData[EventOf<A>];
    actor: Actor;
    at: number;
  },
): Promise<DeliberationRow> {
  const to = change.to ?? row.status;
  if (!guard.targetsOf(permit.action, row.status).includes(to)) {
    throw new Error(`${permit.action} does not lead from ${row.status} to ${to}`);
  }
  const event = nextEvent(caseKind, row, row.status, to, {
    type: workflow[permit.action].event,
    // Whoever objects is not named in a history that can never be erased; nor is who voted when.
    actor: permit.relation === 'anyone' || permit.relation === 'voter' ? permit.relation : actorKey(change.actor),
    relation: permit.relation,
    data: { ...change.data },
    at: change.at,
  });
  const [moved] = await tx
    .update(deliberation)
    .set({ ...change.set, ...movedTo(row, event, to, guard.isQuiet(permit.action)) })
    .where(unmoved(deliberation, row))
    .returning();
  if (!moved) throw new DomainError('conflict', 'deliberation.stale', { version: row.version });
  await appendEvent(tx, event);
  return moved;
}

export async function addSources(tx: Tx, deliberationId: string, orderIds: readonly string[]): Promise<void> {
  for (const orderId of orderIds) {
    await tx.insert(deliberationSource).values({ deliberationId, orderId }).onConflictDoNothing();
  }
}

/** A version of a text; never changed afterwards, only followed by the next. */
export async function addText(tx: Tx, text: typeof deliberationText.$inferInsert): Promise<void> {
  await tx.insert(deliberationText).values(text);
}

export async function addMeeting(tx: Tx, meeting: typeof deliberationMeeting.$inferInsert): Promise<void> {
  await tx.insert(deliberationMeeting).values(meeting);
}

/** @throws `conflict` when the meeting is no longer in the state that it was loaded in */
export async function changeMeeting(
  tx: Tx,
  meeting: MeetingRow,
  set: Partial<typeof deliberationMeeting.$inferInsert>,
): Promise<MeetingRow> {
  const [changed] = await tx
    .update(deliberationMeeting)
    .set(set)
    .where(and(eq(deliberationMeeting.id, meeting.id), eq(deliberationMeeting.state, meeting.state)))
    .returning();
  if (!changed) throw new DomainError('conflict', 'deliberation.stale');
  return changed;
}

type Seat = Pick<typeof deliberationRoll.$inferInsert, 'name' | 'seat' | 'personId'>;

/** Replaces the roll of a meeting that is not frozen; the caller has looked at its state in the same transaction. */
export async function replaceRoll(tx: Tx, meetingId: string, seats: readonly Seat[]): Promise<void> {
  await tx.delete(deliberationRoll).where(eq(deliberationRoll.meetingId, meetingId)).returning();
  for (let i = 0; i < seats.length; i += 100) {
    await tx
      .insert(deliberationRoll)
      .values(seats.slice(i, i + 100).map((seat, k) => ({ meetingId, ordinal: i + k + 1, ...seat })));
  }
}

/** Takes one seat's vote on the web. @returns false when it was used or its holder sits in the room */
export async function takeWebVote(tx: Tx, meetingId: string, personId: string, on: string): Promise<boolean> {
  const taken = await tx
    .update(deliberationRoll)
    .set({ votedOn: on })
    .where(
      and(
        eq(deliberationRoll.meetingId, meetingId),
        eq(deliberationRoll.personId, personId),
        eq(deliberationRoll.seat, 'voting'),
        isNull(deliberationRoll.votedOn),
        isNull(deliberationRoll.presentAt),
      ),
    )
    .returning();
  return taken.length === 1;
}

/** Marks who is in the room; who voted on the web is left out. @returns how many now are in the room */
export async function markPresent(tx: Tx, meetingId: string, ordinals: readonly number[], at: number): Promise<number> {
  await tx
    .update(deliberationRoll)
    .set({ presentAt: null })
    .where(eq(deliberationRoll.meetingId, meetingId))
    .returning();
  let marked = 0;
  for (const ordinal of new Set(ordinals)) {
    const rows = await tx
      .update(deliberationRoll)
      .set({ presentAt: at })
      .where(
        and(
          eq(deliberationRoll.meetingId, meetingId),
          eq(deliberationRoll.ordinal, ordinal),
          eq(deliberationRoll.seat, 'voting'),
          isNull(deliberationRoll.votedOn),
        ),
      )
      .returning();
    marked += rows.length;
  }
  return marked;
}

/** Whether a person is marked as sitting in the room of a meeting. */
export async function sitsInRoom(tx: Tx, meetingId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ ordinal: deliberationRoll.ordinal })
    .from(deliberationRoll)
    .where(
      and(
        eq(deliberationRoll.meetingId, meetingId),
        eq(deliberationRoll.personId, personId),
        isNotNull(deliberationRoll.presentAt),
      ),
    );
  return rows.length > 0;
}

/**
 * Writes the ballots of a meeting anew in the order of their receipts, and the seats that voted in that of the roll, all
 * in this one transaction: neither where a row lies in the file nor which transaction wrote it tells any more who cast
 * which ballot.
 */
export async function forgetOrderOfVotes(tx: Tx, meetingId: string): Promise<void> {
  const gone = await tx.delete(deliberationBallot).where(eq(deliberationBallot.meetingId, meetingId)).returning();
  const ballots = gone.sort((a, b) => (a.receiptHash < b.receiptHash ? -1 : 1));
  for (let i = 0; i < ballots.length; i += 100) {
    await tx.insert(deliberationBallot).values(ballots.slice(i, i + 100));
  }
  const seats = await tx.delete(deliberationRoll).where(eq(deliberationRoll.meetingId, meetingId)).returning();
  const roll = seats.sort((a, b) => a.ordinal - b.ordinal);
  for (let i = 0; i < roll.length; i += 100) {
    await tx.insert(deliberationRoll).values(roll.slice(i, i + 100));
  }
}

export async function addBallot(tx: Tx, ballot: typeof deliberationBallot.$inferInsert): Promise<void> {
  await tx.insert(deliberationBallot).values(ballot);
}

export async function saveCount(tx: Tx, row: typeof deliberationCount.$inferInsert): Promise<void> {
  await tx
    .insert(deliberationCount)
    .values(row)
    .onConflictDoUpdate({ target: [deliberationCount.meetingId, deliberationCount.way], set: row });
}

export async function addObjection(tx: Tx, row: typeof deliberationObjection.$inferInsert): Promise<void> {
  await tx.insert(deliberationObjection).values(row);
}

/** @returns false when it was answered already, or is none of this case */
export async function answerObjection(
  tx: Tx,
  where: { id: string; deliberationId: string },
  answer: { publicWords: string; answer: string; answeredAt: number; answeredBy: string },
): Promise<boolean> {
  const rows = await tx
    .update(deliberationObjection)
    .set(answer)
    .where(
      and(
        eq(deliberationObjection.id, where.id),
        eq(deliberationObjection.deliberationId, where.deliberationId),
        isNull(deliberationObjection.answeredAt),
      ),
    )
    .returning();
  return rows.length === 1;
}

export async function addFile(tx: Tx, row: typeof deliberationFile.$inferInsert): Promise<void> {
  await tx.insert(deliberationFile).values(row);
}

export async function addPrices(tx: Tx, rows: (typeof deliberationPrice.$inferInsert)[]): Promise<void> {
  await tx.insert(deliberationPrice).values(rows);
}

export async function addFigures(tx: Tx, rows: (typeof deliberationFigure.$inferInsert)[]): Promise<void> {
  await tx.insert(deliberationFigure).values(rows);
}
