import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { appendEvent, movedTo, nextEvent, unborn, unmoved } from '@/lib/casework/store';
import type { CasePermit } from '@/lib/casework/workflow';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { ProjectEventData } from './events';
import { findProject, type ProjectRow } from './facts';
import type { Relation } from './relation';
import type { Status } from './status';
import {
  project,
  projectBudget,
  projectDelay,
  projectMilestone,
  projectPhoto,
  projectSource,
  projectSpend,
} from './tables';
import { type Action, guard, workflow } from './workflow';

export const caseKind = 'project';

type EventOf<A extends Action> = (typeof workflow)[A]['event'];

/** Writes a new project with its first event. @throws a unique violation when the code is taken. */
export async function insertProject(
  tx: Tx,
  row: Omit<ProjectRow, 'lastSeq' | 'lastHash' | 'version'>,
  by: { actor: Actor; relation: Relation },
  data: ProjectEventData['project.opened'],
): Promise<ProjectRow> {
  const head = { ...row, version: 1, ...unborn };
  const event = nextEvent(caseKind, head, null, row.status, {
    type: 'project.opened',
    actor: actorKey(by.actor),
    relation: by.relation,
    data: { ...data },
    at: row.openedAt,
  });
  const [made] = await tx
    .insert(project)
    .values({ ...head, lastSeq: event.seq, lastHash: event.hash })
    .returning();
  if (!made) throw new Error('an inserted project gave no row');
  await appendEvent(tx, event);
  return made;
}

interface Change<A extends Action> {
  to?: Status;
  set?: Partial<typeof project.$inferInsert> | { spentFen: SQL };
  /** What has to hold beside that nobody else moved the project. */
  where?: SQL;
  data: ProjectEventData[EventOf<A>];
  actor: Actor;
  at: number;
}

/** The guarded UPDATE with its event; null when the guard did not let it through. */
async function tryMove<A extends Action>(
  tx: Tx,
  row: ProjectRow,
  permit: CasePermit<A, Relation>,
  change: Change<A>,
): Promise<ProjectRow | null> {
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
    .update(project)
    .set({ ...change.set, ...movedTo(row, event, to, guard.isQuiet(permit.action)) })
    .where(and(unmoved(project, row), change.where))
    .returning();
  if (!moved) return null;
  await appendEvent(tx, event);
  return moved;
}

/**
 * The one writer of a project's state: a guarded UPDATE, one event with the hash of the one before, and its outbox row.
 * @throws `conflict` `project.stale` when somebody else moved the project since it was loaded
 */
export async function move<A extends Action>(
  tx: Tx,
  row: ProjectRow,
  permit: CasePermit<A, Relation>,
  change: Omit<Change<A>, 'where'>,
): Promise<ProjectRow> {
  const moved = await tryMove(tx, row, permit, change);
  if (!moved) throw new DomainError('conflict', 'project.stale', { version: row.version });
  return moved;
}

/** Fen as yuan in words of a refusal: `1234.50`. */
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/**
 * Spends, if the budget reaches: one UPDATE holds both, so of two at once that together exceed it one gets through.
 * @throws `rule` `project.over_budget` with what is left: beyond it a new decision is needed · `conflict` `project.stale`
 */
export async function spend(
  tx: Tx,
  row: ProjectRow,
  permit: CasePermit<'spend', Relation>,
  spent: typeof projectSpend.$inferInsert,
  by: { actor: Actor; at: number },
): Promise<ProjectRow> {
  const { amountFen } = spent;
  const moved = await tryMove(tx, row, permit, {
    set: { spentFen: sql`${project.spentFen} + ${amountFen}` },
    // Written as a difference: a sum beyond the range of the column would be an error and not a no.
    where: sql`${project.spentFen} <= ${project.budgetFen} - ${amountFen}`,
    data: { spend: spent.id, amountFen, spentFen: row.spentFen + amountFen, budgetFen: row.budgetFen },
    ...by,
  });
  if (!moved) {
    const now = await findProject(tx, row.code);
    if (now?.lastSeq !== row.lastSeq) throw new DomainError('conflict', 'project.stale', { version: row.version });
    throw new DomainError('rule', 'project.over_budget', {
      params: { amount: yuan(amountFen), left: yuan(row.budgetFen - row.spentFen), budget: yuan(row.budgetFen) },
    });
  }
  await tx.insert(projectSpend).values(spent);
  return moved;
}

/** The id of the entry that corrects a payment: made of the payment's own, so that there can be only one. */
export const correctionOf = (spendId: string): string => `${spendId}:corrected`;

/** Takes a payment out of the sum by an entry against it. @returns null when it was taken out before */
export async function takeBack(
  tx: Tx,
  row: ProjectRow,
  permit: CasePermit<'correct_spend', Relation>,
  entry: typeof projectSpend.$inferInsert,
  by: { actor: Actor; at: number },
): Promise<ProjectRow | null> {
  const kept = await tx.insert(projectSpend).values(entry).onConflictDoNothing().returning();
  if (kept.length === 0) return null;
  const { amountFen } = entry;
  return move(tx, row, permit, {
    set: { spentFen: sql`${project.spentFen} + ${amountFen}` },
    data: { spend: entry.id, amountFen, spentFen: row.spentFen + amountFen },
    ...by,
  });
}

export async function addSources(tx: Tx, projectId: string, orderIds: readonly string[]): Promise<void> {
  for (const orderId of orderIds) {
    await tx.insert(projectSource).values({ projectId, orderId }).onConflictDoNothing();
  }
}

export async function addBudget(tx: Tx, row: typeof projectBudget.$inferInsert): Promise<void> {
  await tx.insert(projectBudget).values(row);
}

export async function addMilestone(tx: Tx, row: typeof projectMilestone.$inferInsert): Promise<void> {
  await tx.insert(projectMilestone).values(row);
}

/** @returns false when there is no such milestone, or it was reached already */
export async function reachMilestone(
  tx: Tx,
  of: { projectId: string; ordinal: number },
  set: { doneOn: string; words: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(projectMilestone)
    .set(set)
    .where(
      and(
        eq(projectMilestone.projectId, of.projectId),
        eq(projectMilestone.ordinal, of.ordinal),
        isNull(projectMilestone.doneOn),
      ),
    )
    .returning();
  return rows.length === 1;
}

export async function addDelay(tx: Tx, row: typeof projectDelay.$inferInsert): Promise<void> {
  await tx.insert(projectDelay).values(row);
}

/** @returns false when the photo is there already */
export async function addPhoto(tx: Tx, row: typeof projectPhoto.$inferInsert): Promise<boolean> {
  return (await tx.insert(projectPhoto).values(row).onConflictDoNothing().returning()).length === 1;
}
