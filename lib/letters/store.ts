import { and, eq, isNull } from 'drizzle-orm';
import { appendEvent, movedTo, nextEvent, unborn, unmoved } from '@/lib/casework/store';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { LetterEventData } from './events';
import type { LetterRow } from './facts';
import type { Relation } from './relation';
import type { Part, Status } from './status';
import { letterDecision, letterMeeting, letterReply, letterUnit, liaisonLetter } from './tables';
import { type Action, guard, workflow } from './workflow';

export const caseKind = 'letter';

type EventOf<A extends Action> = (typeof workflow)[A]['event'];

/** Writes a new letter with the units that it goes to and its first event. */
export async function insertLetter(
  tx: Tx,
  row: Omit<LetterRow, 'lastSeq' | 'lastHash' | 'version'>,
  units: readonly { unit: string; part: Part }[],
  actor: Actor,
): Promise<LetterRow> {
  const head = { ...row, version: 1, ...unborn };
  const data: LetterEventData['letter.sent'] = {
    code: row.code,
    replyBy: row.replyBy,
    units: [...units],
    ...(row.orderCode && { order: row.orderCode }),
  };
  const event = nextEvent(caseKind, head, null, row.status, {
    type: 'letter.sent',
    actor: actorKey(actor),
    relation: 'sender',
    data: { ...data },
    at: row.sentAt,
  });
  const [made] = await tx
    .insert(liaisonLetter)
    .values({ ...head, lastSeq: event.seq, lastHash: event.hash })
    .returning();
  if (!made) throw new Error('an inserted letter gave no row');
  await tx.insert(letterUnit).values(
    units.map(({ unit, part }) => ({
      letterId: row.id,
      unitCode: unit,
      part,
      receivedAt: null,
      receivedBy: null,
      repliedAt: null,
    })),
  );
  await appendEvent(tx, event);
  return made;
}

/**
 * The one writer of a letter's state: a guarded UPDATE, one event with the hash of the one before, and its outbox row.
 * @throws conflict `letter.stale` somebody else moved it since it was loaded
 */
export async function move<A extends Action>(
  tx: Tx,
  row: LetterRow,
  permit: CasePermit<A, Relation>,
  change: {
    to?: Status;
    set?: Partial<typeof liaisonLetter.$inferInsert>;
    data: LetterEventData[EventOf<A>];
    actor: Actor;
    at: number;
  },
): Promise<LetterRow> {
  const to = change.to ?? row.status;
  if (!guard.targetsOf(permit.action, row.status).includes(to)) {
    throw new Error(`${permit.action} does not lead from ${row.status} to ${to}`);
  }
  const event = nextEvent(caseKind, row, row.status, to, {
    type: workflow[permit.action].event,
    actor: actorKey(change.actor),
    relation: permit.relation,
    data: { ...change.data },
    at: change.at,
  });
  const [moved] = await tx
    .update(liaisonLetter)
    .set({ ...change.set, ...movedTo(row, event, to, guard.isQuiet(permit.action)) })
    .where(unmoved(liaisonLetter, row))
    .returning();
  if (!moved) throw new DomainError('conflict', 'letter.stale', { version: row.version });
  await appendEvent(tx, event);
  return moved;
}

const ofUnit = (letterId: string, unitCode: string) =>
  and(eq(letterUnit.letterId, letterId), eq(letterUnit.unitCode, unitCode));

/** 签收: once for a unit, whoever of it is first. @throws conflict `letter.stale` another of the unit was first */
export async function markReceived(tx: Tx, letterId: string, unitCode: string, by: string, at: number): Promise<void> {
  const rows = await tx
    .update(letterUnit)
    .set({ receivedAt: at, receivedBy: by })
    .where(and(ofUnit(letterId, unitCode), isNull(letterUnit.receivedAt)))
    .returning();
  if (rows.length === 0) throw new DomainError('conflict', 'letter.stale');
}

/** Whether a unit owes its reply: null when it does, or was sent its reply back. */
export async function setReplied(tx: Tx, letterId: string, unitCode: string, repliedAt: number | null): Promise<void> {
  await tx.update(letterUnit).set({ repliedAt }).where(ofUnit(letterId, unitCode)).returning();
}

/** A meeting and what it decided. */
export async function addMeeting(
  tx: Tx,
  meeting: typeof letterMeeting.$inferInsert,
  decisions: (typeof letterDecision.$inferInsert)[],
): Promise<void> {
  await tx.insert(letterMeeting).values(meeting);
  if (decisions.length > 0) await tx.insert(letterDecision).values(decisions);
}

/** Carried out: once. @throws conflict `letter.decision_settled_already` */
export async function settleOne(
  tx: Tx,
  letterId: string,
  decisionId: string,
  set: { settledAt: number; settledBy: string; settled: string },
): Promise<void> {
  const rows = await tx.update(letterDecision).set(set).where(openDecision(letterId, decisionId)).returning();
  if (rows.length === 0) throw new DomainError('conflict', 'letter.decision_settled_already');
}

/** A later day. @throws conflict `letter.decision_settled_already` */
export async function moveDecision(tx: Tx, letterId: string, decisionId: string, dueOn: string): Promise<void> {
  const rows = await tx.update(letterDecision).set({ dueOn }).where(openDecision(letterId, decisionId)).returning();
  if (rows.length === 0) throw new DomainError('conflict', 'letter.decision_settled_already');
}

const openDecision = (letterId: string, id: string) =>
  and(eq(letterDecision.letterId, letterId), eq(letterDecision.id, id), isNull(letterDecision.settledAt));

export async function addReply(tx: Tx, row: typeof letterReply.$inferInsert): Promise<void> {
  await tx.insert(letterReply).values(row);
}
