import type { RuleRefusal } from '@/lib/casework/workflow';

/** What the conditions look at; computed once for each action. Dates `YYYY-MM-DD`. */
export interface RoundFacts {
  today: string;
  opensOn: string;
  closesOn: string;
}

type Condition = (facts: RoundFacts) => RuleRefusal | null;

const unless = (holds: boolean, reason: string, params?: RuleRefusal['params']): RuleRefusal | null =>
  holds ? null : { reason, ...(params && { params }) };

export const conditions = {
  // The last day counts. Whoever closes it by hand ends it before.
  collecting: ({ today, opensOn, closesOn }) =>
    today < opensOn
      ? unless(false, 'round.not_begun', { opensOn })
      : unless(today <= closesOn, 'round.over', { closesOn }),
  // What was said at a meeting before the end may still be typed after it.
  begun: ({ today, opensOn }) => unless(today >= opensOn, 'round.not_begun', { opensOn }),
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
