import { type ActionRow, guardOf } from '@/lib/casework/workflow';
import type { Relation } from './relation';
import { type Status, statuses } from './status';

type Row = ActionRow<Status, Relation, never>;
const writers = ['secretary', 'clerk', 'handler'] as const;

/**
 * What may become of an answer. It is given by `giveAnswer`, where no case is yet. Nothing of what was said is ever
 * changed: each of these puts new words beside the old.
 */
export const workflow = {
  restate: { from: ['promised'], to: 'same', by: writers, event: 'answer.restated' },
  fulfil: { from: ['promised'], to: 'done', by: writers, event: 'answer.fulfilled' },
  // A promise to everybody is taken back by who answers for the community, not by whoever works on it.
  take_back: { from: ['promised'], to: 'closed', by: ['secretary'], event: 'answer.taken_back' },
  reword: { from: ['done', 'closed'], to: 'same', by: writers, event: 'answer.reworded' },
  link: { from: statuses, to: 'same', by: ['secretary', 'clerk'], event: 'answer.linked', quiet: true },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;

export const guard = guardOf<Action, Status, Relation, never, null>(
  { forbidden: 'answer.not_for_you', barred: 'answer.not_for_you', notInState: 'answer.not_in_state' },
  workflow,
  {},
);
