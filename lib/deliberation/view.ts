import type { CaseStanding } from '@/lib/casework/workflow';
import { type DeliberationFacts, neededPresent, neededYes } from './conditions';
import type { DeliberationRow } from './facts';
import type { Relation } from './relation';
import type { Share } from './thresholds';
import { type Action, guard } from './workflow';

/** What every action answers with. */
export interface DeliberationSummary {
  code: string;
  status: DeliberationRow['status'];
  version: number;
  abilities: Action[];
  /** The numbers that the open meeting has to reach, before anything is typed; null without a frozen roll. */
  needed: MeetingNeeds | null;
}

export interface AskedFor {
  needed: number;
  /** Which rule asks for it. */
  rule: string;
  /** Rules of the same set that would ask for less. */
  weaker: { needed: number; rule: string }[];
}

export interface MeetingNeeds {
  eligible: number;
  present: AskedFor;
  /** Null while it depends on how many are there, and that is not known: so while a vote on the web runs. */
  yes: AskedFor | null;
}

const asked = ({ needed, by, weaker }: { needed: number; by: Share; weaker: { needed: number; by: Share }[] }) => ({
  needed,
  rule: by.source,
  weaker: weaker.map((one) => ({ needed: one.needed, rule: one.by.source })),
});

/** What the open meeting needs, by the rule pack that the case keeps. */
export function needsOf({ meeting }: DeliberationFacts): MeetingNeeds | null {
  if (!meeting || meeting.eligible === null) return null;
  const { rule, eligible, present, withWeb, state } = meeting;
  const ofPresent = rule.majority.some((share) => share.of === 'present');
  return {
    eligible,
    present: asked(neededPresent(rule, eligible)),
    // How many came by web would tell before the end how many are still to come.
    yes:
      ofPresent && (present === null || (withWeb && state === 'voting'))
        ? null
        : asked(neededYes(rule, { eligible, present: present ?? 0 })),
  };
}

export const summaryOf = (
  row: DeliberationRow,
  facts: DeliberationFacts,
  standing: CaseStanding<Relation>,
): DeliberationSummary => ({
  code: row.code,
  status: row.status,
  version: row.version,
  abilities: guard.available(row.status, facts, standing),
  needed: needsOf(facts),
});
