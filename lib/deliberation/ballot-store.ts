import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { deliberationBallot, deliberationCount, deliberationRoll } from './tables';

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
 * Writes the ballots of a meeting anew in the order of their receipts, and the roll in its own without the marks of who
 * voted on the web, all in this one transaction: no row tells any more who cast a ballot, neither by what stands in it nor
 * by where it lies or which transaction wrote it.
 */
export async function forgetOrderOfVotes(tx: Tx, meetingId: string): Promise<void> {
  const gone = await tx.delete(deliberationBallot).where(eq(deliberationBallot.meetingId, meetingId)).returning();
  const ballots = gone.sort((a, b) => (a.receiptHash < b.receiptHash ? -1 : 1));
  for (let i = 0; i < ballots.length; i += 100) {
    await tx.insert(deliberationBallot).values(ballots.slice(i, i + 100));
  }
  const seats = await tx.delete(deliberationRoll).where(eq(deliberationRoll.meetingId, meetingId)).returning();
  const roll = seats.map((one) => ({ ...one, votedOn: null })).sort((a, b) => a.ordinal - b.ordinal);
  for (let i = 0; i < roll.length; i += 100) {
    await tx.insert(deliberationRoll).values(roll.slice(i, i + 100));
  }
}

/** @throws invalid `request.key_reused` the key of another voter's form made the same receipt; nothing is kept of this one */
export async function addBallot(tx: Tx, ballot: typeof deliberationBallot.$inferInsert): Promise<void> {
  const added = await tx.insert(deliberationBallot).values(ballot).onConflictDoNothing().returning();
  if (added.length === 0) throw new DomainError('invalid', 'request.key_reused');
}

export async function saveCount(tx: Tx, row: typeof deliberationCount.$inferInsert): Promise<void> {
  await tx
    .insert(deliberationCount)
    .values(row)
    .onConflictDoUpdate({ target: [deliberationCount.meetingId, deliberationCount.way], set: row });
}
