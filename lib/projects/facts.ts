import { and, count, desc, eq, isNull, max, ne, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { begunDecision } from '@/lib/deliberation/queries/passed-decision';
import type { Reader, Tx } from '@/lib/kernel/context';
import type { ProjectFacts } from './conditions';
import { project, projectBudget, projectDelay, projectMilestone, projectSource } from './tables';

type Db = Pick<Reader | Tx, 'select'>;
export type ProjectRow = typeof project.$inferSelect;
export type DelayRow = typeof projectDelay.$inferSelect;
export type MilestoneRow = typeof projectMilestone.$inferSelect;
export type BudgetRow = typeof projectBudget.$inferSelect;

export async function findProject(db: Db, code: string): Promise<ProjectRow | undefined> {
  const [row] = await db.select().from(project).where(eq(project.code, code));
  return row;
}

/** What was said of a date that was not kept, the latest first. */
export const delaysOf = (db: Db, projectId: string): Promise<DelayRow[]> =>
  db
    .select()
    .from(projectDelay)
    .where(eq(projectDelay.projectId, projectId))
    .orderBy(desc(projectDelay.at), desc(projectDelay.id));

export const milestonesOf = (db: Db, projectId: string): Promise<MilestoneRow[]> =>
  db.select().from(projectMilestone).where(eq(projectMilestone.projectId, projectId)).orderBy(projectMilestone.ordinal);

/** The first budget and every change, the first first. */
export const budgetsOf = (db: Db, projectId: string): Promise<BudgetRow[]> =>
  db.select().from(projectBudget).where(eq(projectBudget.projectId, projectId)).orderBy(projectBudget.version);

/** The code of another project that was opened for this decision, or got money by it; null where there is none. */
export async function otherProjectOf(db: Db, deliberationCode: string, projectId: string): Promise<string | null> {
  const rows = await db
    .select({ code: project.code })
    .from(project)
    .leftJoin(projectBudget, eq(projectBudget.projectId, project.id))
    .where(
      and(
        ne(project.id, projectId),
        or(eq(project.deliberationCode, deliberationCode), eq(projectBudget.deliberationCode, deliberationCode)),
      ),
    )
    .orderBy(project.code)
    .limit(1);
  return rows[0]?.code ?? null;
}

export async function sourceIdsOf(db: Db, projectId: string): Promise<string[]> {
  const rows = await db
    .select({ orderId: projectSource.orderId })
    .from(projectSource)
    .where(eq(projectSource.projectId, projectId))
    .orderBy(projectSource.orderId);
  return rows.map((row) => row.orderId);
}

/** The number of the milestone that was added last; 0 without any. */
export async function lastMilestone(db: Db, projectId: string): Promise<number> {
  const [last] = await db
    .select({ ordinal: max(projectMilestone.ordinal) })
    .from(projectMilestone)
    .where(eq(projectMilestone.projectId, projectId));
  return last?.ordinal ?? 0;
}

/** The decision that a project was opened for, while it may not be carried out yet. */
async function waitingDecision(db: Db, { communityCode, deliberationCode }: ProjectRow): Promise<string | null> {
  if (deliberationCode === null) return null;
  return (await begunDecision(db, { community: communityCode, code: deliberationCode })) ? null : deliberationCode;
}

/** What the conditions of the table look at. */
export async function projectFacts(db: Db, row: ProjectRow, now: number): Promise<ProjectFacts> {
  const [milestones] = await db
    .select({ open: count() })
    .from(projectMilestone)
    .where(and(eq(projectMilestone.projectId, row.id), isNull(projectMilestone.doneOn)));
  const [explained] = await db
    .select({ rows: count() })
    .from(projectDelay)
    .where(and(eq(projectDelay.projectId, row.id), eq(projectDelay.missedOn, row.dueOn)));
  return {
    today: shanghaiDate(now),
    dueOn: row.dueOn,
    openMilestones: Number(milestones?.open ?? 0),
    delayExplained: Number(explained?.rows ?? 0) > 0,
    decisionWaits: await waitingDecision(db, row),
  };
}
