import { appendEvent, movedTo, nextEvent, unborn, unmoved } from '@/lib/casework/store';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { RoundEventData } from './events';
import type { RoundRow } from './facts';
import type { Relation } from './relation';
import type { Status } from './status';
import { opinionAnswer, opinionEntry, opinionRound } from './tables';
import { type Action, guard, workflow } from './workflow';

export const caseKind = 'round';

type EventOf<A extends Action> = (typeof workflow)[A]['event'];

/** Writes a new round with its first event. */
export async function insertRound(
  tx: Tx,
  row: Omit<RoundRow, 'lastSeq' | 'lastHash' | 'version'>,
  actor: Actor,
): Promise<RoundRow> {
  const head = { ...row, version: 1, ...unborn };
  const data: RoundEventData['round.opened'] = { code: row.code, opensOn: row.opensOn, closesOn: row.closesOn };
  const event = nextEvent(caseKind, head, null, row.status, {
    type: 'round.opened',
    actor: actorKey(actor),
    relation: 'secretary',
    data: { ...data },
    at: row.openedAt,
  });
  const [made] = await tx
    .insert(opinionRound)
    .values({ ...head, lastSeq: event.seq, lastHash: event.hash })
    .returning();
  if (!made) throw new Error('an inserted round gave no row');
  await appendEvent(tx, event);
  return made;
}

/**
 * The one writer of a round's state: a guarded UPDATE, one event with the hash of the one before, and its outbox row.
 * @throws conflict `round.stale` somebody else moved it since it was loaded
 */
export async function move<A extends Action>(
  tx: Tx,
  row: RoundRow,
  permit: CasePermit<A, Relation>,
  change: {
    to?: Status;
    set?: Partial<typeof opinionRound.$inferInsert>;
    data: RoundEventData[EventOf<A>];
    actor: Actor;
    at: number;
  },
): Promise<RoundRow> {
  const to = change.to ?? row.status;
  if (!guard.targetsOf(permit.action, row.status).includes(to)) {
    throw new Error(`${permit.action} does not lead from ${row.status} to ${to}`);
  }
  const event = nextEvent(caseKind, row, row.status, to, {
    type: workflow[permit.action].event,
    // Who says what they think is not named in a history that can never be erased.
    actor: permit.relation === 'anyone' ? 'anyone' : actorKey(change.actor),
    relation: permit.relation,
    data: { ...change.data },
    at: change.at,
  });
  const [moved] = await tx
    .update(opinionRound)
    .set({ ...change.set, ...movedTo(row, event, to, guard.isQuiet(permit.action)) })
    .where(unmoved(opinionRound, row))
    .returning();
  if (!moved) throw new DomainError('conflict', 'round.stale', { version: row.version });
  await appendEvent(tx, event);
  return moved;
}

export async function addEntry(tx: Tx, row: typeof opinionEntry.$inferInsert): Promise<void> {
  await tx.insert(opinionEntry).values(row);
}

/** A version of the list; never changed afterwards, only followed by the next. */
export async function addList(tx: Tx, rows: (typeof opinionAnswer.$inferInsert)[]): Promise<void> {
  await tx.insert(opinionAnswer).values(rows);
}
