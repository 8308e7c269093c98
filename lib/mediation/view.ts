import type { CaseStanding } from '@/lib/casework/workflow';
import type { MediationFacts } from './conditions';
import type { MediationRow } from './facts';
import type { Relation } from './relation';
import { type Action, guard } from './workflow';

/** What every action answers with. */
export interface MediationSummary {
  code: string;
  status: MediationRow['status'];
  version: number;
  abilities: Action[];
}

export const summaryOf = (
  row: MediationRow,
  facts: MediationFacts,
  standing: CaseStanding<Relation>,
): MediationSummary => ({
  code: row.code,
  status: row.status,
  version: row.version,
  abilities: guard.available(row.status, facts, standing),
});
