import type { CaseStanding } from '@/lib/casework/workflow';
import type { LetterFacts } from './conditions';
import type { Relation } from './relation';
import type { Status } from './status';
import { type Action, guard } from './workflow';

/** What every action answers with. */
export interface LetterSummary {
  code: string;
  status: Status;
  version: number;
  abilities: Action[];
}

export const summaryOf = (
  row: { code: string; status: Status; version: number },
  facts: LetterFacts,
  standing: CaseStanding<Relation>,
): LetterSummary => ({
  code: row.code,
  status: row.status,
  version: row.version,
  abilities: guard.available(row.status, facts, standing),
});

/** Whether a unit still owes its reply after the last day. `today`: `YYYY-MM-DD`. */
export const isLate = (
  letter: { status: Status; replyBy: string },
  unit: { repliedAt: number | null },
  today: string,
): boolean => letter.status === 'open' && unit.repliedAt === null && today > letter.replyBy;
