import type { RuleRefusal } from '@/lib/casework/workflow';

/** What the conditions look at; computed once for each action. */
export interface ProjectFacts {
  /** Local date, `YYYY-MM-DD`. */
  today: string;
  /** The date that holds now, inclusive. */
  dueOn: string;
  /** Milestones that have no day of completion. */
  openMilestones: number;
  /** Whether somebody said why the date that holds now was not kept. */
  delayExplained: boolean;
  /** The decision that it was opened for, while that may not be carried out yet; null without one, or once it may. */
  decisionWaits: string | null;
}

type Condition = (facts: ProjectFacts) => RuleRefusal | null;

const unless = (holds: boolean, reason: string, params?: RuleRefusal['params']): RuleRefusal | null =>
  holds ? null : { reason, ...(params && { params }) };

/** A date counts to its end: on the day itself nothing is late. */
export const isLate = ({ today, dueOn }: Pick<ProjectFacts, 'today' | 'dueOn'>): boolean => today > dueOn;

export const conditions = {
  // What was decided is carried out once it is published, its notice over, every objection answered, and filed where asked.
  decisionBegun: ({ decisionWaits }) =>
    unless(decisionWaits === null, 'project.decision_not_begun', { code: decisionWaits ?? '' }),
  dateMissed: (facts) => unless(isLate(facts), 'project.not_late', { due: facts.dueOn }),
  milestonesReached: ({ openMilestones }) =>
    unless(openMilestones === 0, 'project.milestones_open', { count: openMilestones }),
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
