import { type ActionRow, guardOf } from '@/lib/casework/workflow';
import { type ConditionName, conditions, type LetterFacts } from './conditions';
import type { Relation } from './relation';
import type { Status } from './status';

type Row = ActionRow<Status, Relation, ConditionName>;
const units = ['lead', 'co'] as const;

/** What may become of a 工作联系单 (M45). It is sent by `sendLetter`, where no case is yet. */
export const workflow = {
  receive: { from: ['open'], to: 'same', by: units, when: ['notReceived'], event: 'letter.received', quiet: true },
  // A reply is not stale because another unit replied meanwhile.
  reply: { from: ['open'], to: 'same', by: units, when: ['received'], event: 'letter.replied', quiet: true },
  send_back: { from: ['open'], to: 'same', by: ['sender'], when: ['leadHasReplied'], event: 'letter.sent_back' },
  extend: { from: ['open'], to: 'same', by: ['sender'], event: 'letter.extended' },
  hold_meeting: { from: ['open'], to: 'same', by: ['sender'], event: 'letter.meeting_held' },
  // A decision is not stale because another was carried out meanwhile.
  settle_decision: {
    from: ['open'],
    to: 'same',
    by: ['sender', 'lead', 'co'],
    when: ['decisionOpen'],
    event: 'letter.decision_settled',
    quiet: true,
  },
  postpone_decision: {
    from: ['open'],
    to: 'same',
    by: ['sender'],
    when: ['decisionOpen'],
    event: 'letter.decision_postponed',
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: ['sender'],
    when: ['leadHasReplied', 'decisionsSettled'],
    event: 'letter.closed',
  },
  call_off: { from: ['open'], to: 'called_off', by: ['sender'], event: 'letter.called_off' },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;

export const guard = guardOf<Action, Status, Relation, ConditionName, LetterFacts>(
  { forbidden: 'letter.not_for_you', barred: 'letter.not_for_you', notInState: 'letter.not_in_state' },
  workflow,
  conditions,
);
