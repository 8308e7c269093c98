import type { CaseStanding } from '@/lib/casework/workflow';
import { isLate, type ProjectFacts } from './conditions';
import type { ProjectRow } from './facts';
import type { Relation } from './relation';
import { openStatuses, type Status } from './status';
import { type Action, guard } from './workflow';

/** What every action answers with. */
export interface ProjectSummary {
  code: string;
  status: Status;
  version: number;
  abilities: Action[];
  budgetFen: number;
  spentFen: number;
  dueOn: string;
}

/** `late` is a date that passed without completion; `late_unexplained` is one that nobody has given a reason for. */
export type Timing = 'on_time' | 'late' | 'late_unexplained';

/** How the promised date stands: of an open project against today, of a completed one against the day it was done. */
export function timingOf(
  row: Pick<ProjectRow, 'status' | 'dueOn' | 'completedOn'>,
  facts: Pick<ProjectFacts, 'today' | 'delayExplained'>,
): Timing {
  const { dueOn } = row;
  const isOpen = (openStatuses as readonly Status[]).includes(row.status);
  const day = row.status === 'completed' ? (row.completedOn ?? facts.today) : facts.today;
  if (!isOpen && row.status !== 'completed') return 'on_time';
  if (!isLate({ today: day, dueOn })) return 'on_time';
  return facts.delayExplained ? 'late' : 'late_unexplained';
}

export const summaryOf = (row: ProjectRow, facts: ProjectFacts, standing: CaseStanding<Relation>): ProjectSummary => ({
  code: row.code,
  status: row.status,
  version: row.version,
  abilities: guard.available(row.status, facts, standing),
  budgetFen: row.budgetFen,
  spentFen: row.spentFen,
  dueOn: row.dueOn,
});
