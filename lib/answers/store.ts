import { createHash } from 'node:crypto';
import { canonical } from '@/lib/casework/chain';
import { appendEvent, movedTo, nextEvent, unborn, unmoved } from '@/lib/casework/store';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { AnswerEventData } from './events';
import type { AnswerRow } from './facts';
import type { Relation } from './relation';
import type { Status } from './status';
import { answer, answerWords } from './tables';
import { type Action, guard, workflow } from './workflow';

export const caseKind = 'answer';

type EventOf<A extends Action> = (typeof workflow)[A]['event'];
type Words = typeof answerWords.$inferInsert;

/** SHA-256 over what people read of a version, in canonical JSON: stands in the history, so no version changes unseen. */
export const wordsHash = ({ words, wordsEn, reason, dueOn }: Words): string =>
  createHash('sha256')
    .update(canonical([words, wordsEn ?? null, reason, dueOn ?? null]), 'utf8')
    .digest('hex');

/** What an event says of what was said. */
export const said = (words: Words): { version: number; sha256: string } => ({
  version: words.version,
  sha256: wordsHash(words),
});

/**
 * Writes a new answer with its words and first event.
 * @throws conflict `answer.answered_already` somebody else answered the same order first
 */
export async function insertAnswer(
  tx: Tx,
  row: Omit<AnswerRow, 'lastSeq' | 'lastHash' | 'version'>,
  words: Words,
  by: { actor: Actor; relation: Relation },
): Promise<AnswerRow> {
  const head = { ...row, version: 1, ...unborn };
  const data: AnswerEventData['answer.given'] = {
    ...said(words),
    code: row.code,
    order: row.orderId,
    decision: row.decision,
    weighedBy: row.weighedBy,
    weighedOn: row.weighedOn,
    dueOn: row.dueOn,
  };
  const event = nextEvent(caseKind, head, null, row.status, {
    type: 'answer.given',
    actor: actorKey(by.actor),
    relation: by.relation,
    data: { ...data },
    at: row.at,
  });
  const [made] = await tx
    .insert(answer)
    .values({ ...head, lastSeq: event.seq, lastHash: event.hash })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new DomainError('conflict', 'answer.answered_already');
  await tx.insert(answerWords).values(words);
  await appendEvent(tx, event);
  return made;
}

/**
 * The one writer of an answer's state: a guarded UPDATE, one event with the hash of the one before, its outbox row, and
 * the words that were said with it.
 * @throws conflict `answer.stale` somebody else changed it since it was loaded
 */
export async function move<A extends Action>(
  tx: Tx,
  row: AnswerRow,
  permit: CasePermit<A, Relation>,
  change: {
    to?: Status;
    set?: Partial<typeof answer.$inferInsert>;
    words?: Words;
    data: AnswerEventData[EventOf<A>];
    actor: Actor;
    at: number;
  },
): Promise<AnswerRow> {
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
    .update(answer)
    .set({ ...change.set, ...movedTo(row, event, to, guard.isQuiet(permit.action)) })
    .where(unmoved(answer, row))
    .returning();
  if (!moved) throw new DomainError('conflict', 'answer.stale', { version: row.version });
  if (change.words) await tx.insert(answerWords).values(change.words);
  await appendEvent(tx, event);
  return moved;
}
