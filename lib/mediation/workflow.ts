import { type ActionRow, guardOf } from '@/lib/casework/workflow';
import { type ConditionName, conditions, type MediationFacts } from './conditions';
import type { Relation } from './relation';
import { openStatuses, type Status } from './status';

type Row = ActionRow<Status, Relation, ConditionName>;
const hosts = ['mediator', 'secretary'] as const;
/** Who is a party keeps no papers of the case. */
const never = ['party'] as const;
const talking = ['agreed', 'in_session'] as const;
const afterSettled = ['settled', 'performed', 'broken'] as const;

/** 人民调解 as data. Numbers in brackets are articles of 人民调解法. */
export const workflow = {
  /** Named by the committee or chosen by the parties (19). Another one takes the seat with everybody's consent. */
  propose_mediator: {
    from: openStatuses,
    to: 'same',
    by: ['party', 'secretary'],
    event: 'mediation.mediator_proposed',
  },
  consent: { from: openStatuses, to: ['same', 'agreed'], by: ['party', 'secretary'], event: 'mediation.consented' },
  hold_session: { from: talking, to: 'in_session', by: hosts, never, event: 'mediation.session_held' },
  ask_opinion: { from: openStatuses, to: 'same', by: hosts, never, event: 'mediation.opinion_asked', quiet: true },
  answer_opinion: {
    from: openStatuses,
    to: 'same',
    by: hosts,
    never,
    event: 'mediation.opinion_answered',
    quiet: true,
  },
  write_agreement: { from: ['in_session'], to: 'same', by: hosts, never, event: 'mediation.agreement_written' },
  sign: {
    from: ['in_session'],
    to: 'same',
    by: hosts,
    never,
    when: ['agreementWritten', 'agreementOnPaper'],
    event: 'mediation.signed',
  },
  seal: {
    from: ['in_session'],
    to: 'settled',
    by: ['secretary'],
    never,
    when: ['agreementWritten', 'everybodySigned'],
    event: 'mediation.settled',
  },
  /** 31. A broken agreement may still be performed later. */
  check_performance: {
    from: ['settled', 'broken'],
    to: ['same', 'performed', 'broken'],
    by: hosts,
    never,
    event: 'mediation.checked',
  },
  /** 33: 司法确认, applied for by both sides together, then ruled on by the court. */
  apply_confirmation: {
    from: afterSettled,
    to: 'same',
    by: ['secretary'],
    never,
    when: ['notApplied'],
    event: 'mediation.confirmation_applied',
  },
  confirm: {
    from: afterSettled,
    to: 'same',
    by: ['secretary'],
    never,
    when: ['applied', 'notConfirmed'],
    event: 'mediation.confirmed',
  },
  /** 17: a clear refusal of one side stops the case at once. */
  refuse: { from: openStatuses, to: 'failed', by: ['party', 'secretary'], event: 'mediation.refused' },
  /** 26. */
  fail: { from: talking, to: 'failed', by: hosts, never, event: 'mediation.failed' },
  withdraw: { from: openStatuses, to: 'withdrawn', by: ['secretary'], never, event: 'mediation.withdrawn' },
  refer: { from: openStatuses, to: 'referred', by: hosts, never, event: 'mediation.referred' },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;

export const guard = guardOf<Action, Status, Relation, ConditionName, MediationFacts>(
  {
    forbidden: 'mediation.not_for_you',
    barred: 'mediation.barred',
    notInState: 'mediation.not_in_state',
  },
  workflow,
  conditions,
);
