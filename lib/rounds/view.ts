import type { CaseStanding } from '@/lib/casework/workflow';
import type { RoundFacts } from './conditions';
import type { Relation } from './relation';
import type { Status } from './status';
import { type Action, guard } from './workflow';

/** What every action answers with. */
export interface RoundSummary {
  code: string;
  status: Status;
  version: number;
  abilities: Action[];
}

export const summaryOf = (
  row: { code: string; status: Status; version: number },
  facts: RoundFacts,
  standing: CaseStanding<Relation>,
): RoundSummary => ({
  code: row.code,
  status: row.status,
  version: row.version,
  abilities: guard.available(row.status, facts, standing),
});

export type Phase = 'coming' | 'collecting' | 'closed' | 'published';

/** How a round stands today: one whose last day is over takes nothing any more, also before the clock has closed it. */
export function phaseOf(
  { status, opensOn, closesOn }: { status: Status } & Omit<RoundFacts, 'today'>,
  today: string,
): Phase {
  if (status === 'published') return 'published';
  if (status === 'closed' || today > closesOn) return 'closed';
  return today < opensOn ? 'coming' : 'collecting';
}
