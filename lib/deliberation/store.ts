import { and, eq, isNull } from 'drizzle-orm';
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
  deliberationFigure,
  deliberationFile,
  deliberationMeeting,
  deliberationObjection,
  deliberationPrice,
  deliberationRules,
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

export async function putRules(tx: Tx, row: typeof deliberationRules.$inferInsert): Promise<void> {
  await tx
    .insert(deliberationRules)
    .values(row)
    .onConflictDoUpdate({ target: deliberationRules.communityCode, set: row })
    .returning();
}
