import type { CaseStanding } from '@/lib/casework/workflow';
import type { Relation } from './relation';
import type { Status } from './status';
import { type Action, guard } from './workflow';

/** What every action answers with. */
export interface AnswerSummary {
  code: string;
  status: Status;
  version: number;
  abilities: Action[];
}

export const summaryOf = (
  row: { code: string; status: Status; version: number },
  standing: CaseStanding<Relation>,
): AnswerSummary => ({
  code: row.code,
  status: row.status,
  version: row.version,
  abilities: guard.available(row.status, null, standing),
});
