import type { RuleRefusal } from '@/lib/casework/workflow';

/** What the conditions look at; computed once for each action. Dates `YYYY-MM-DD`. */
export interface LetterFacts {
  today: string;
  replyBy: string;
  leadReplied: boolean;
  /** Decisions of its meetings that are not carried out yet. */
  openDecisions: number;
  /** Of the actor's own unit; null where no unit of theirs was written to. */
  ownReceived: boolean | null;
}

type Condition = (facts: LetterFacts) => RuleRefusal | null;

export const conditions = {
  notReceived: ({ ownReceived }) => (ownReceived ? { reason: 'letter.received_already' } : null),
  received: ({ ownReceived }) => (ownReceived ? null : { reason: 'letter.receive_first' }),
  leadHasReplied: ({ leadReplied }) => (leadReplied ? null : { reason: 'letter.lead_owes_reply' }),
  decisionOpen: ({ openDecisions }) => (openDecisions > 0 ? null : { reason: 'letter.no_decision_open' }),
  decisionsSettled: ({ openDecisions }) => (openDecisions === 0 ? null : { reason: 'letter.decisions_open' }),
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
