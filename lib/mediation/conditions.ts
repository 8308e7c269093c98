import type { RuleRefusal } from '@/lib/casework/workflow';

/** What the conditions look at; computed once for each action. */
export interface MediationFacts {
  /** Local date, `YYYY-MM-DD`. */
  today: string;
  /** Somebody is proposed as mediator and does not mediate yet. */
  isProposed: boolean;
  parties: { agreed: boolean; agreedProposed: boolean; signed: boolean }[];
  /** The latest version of the agreement; earlier ones stand beside it. */
  agreement: { version: number; oral: boolean } | null;
  confirmUntil: string | null;
  confirmAppliedOn: string | null;
  confirmedOn: string | null;
}

type Condition = (facts: MediationFacts) => RuleRefusal | null;

const unless = (holds: boolean, reason: string, params?: RuleRefusal['params']): RuleRefusal | null =>
  holds ? null : { reason, ...(params && { params }) };

/** 17, 19: everybody agreed to be mediated at all, and by who is proposed. */
export const allConsented = ({ isProposed, parties }: Pick<MediationFacts, 'isProposed' | 'parties'>): boolean =>
  isProposed && parties.every((party) => party.agreed && party.agreedProposed);

export const conditions = {
  agreementWritten: ({ agreement }) => unless(agreement !== null, 'mediation.no_agreement'),
  agreementOnPaper: ({ agreement }) => unless(agreement?.oral !== true, 'mediation.oral_unsigned'),
  // An oral agreement takes effect when it is reached (30); a written one when everybody has signed (29).
  everybodySigned: ({ agreement, parties }) => {
    const missing = parties.filter((party) => !party.signed).length;
    return unless(agreement?.oral === true || missing === 0, 'mediation.signatures_missing', { count: missing });
  },
  notApplied: ({ confirmAppliedOn }) => unless(confirmAppliedOn === null, 'mediation.applied_already'),
  applied: ({ confirmAppliedOn }) => unless(confirmAppliedOn !== null, 'mediation.not_applied'),
  notConfirmed: ({ confirmedOn }) => unless(confirmedOn === null, 'mediation.confirmed_already'),
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
