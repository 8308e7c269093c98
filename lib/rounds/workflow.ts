import { type ActionRow, guardOf } from '@/lib/casework/workflow';
import { type ConditionName, conditions, type RoundFacts } from './conditions';
import type { Relation } from './relation';
import type { Status } from './status';

type Row = ActionRow<Status, Relation, ConditionName>;
const keepers = ['secretary', 'clerk'] as const;

/** What may become of an opinion round (M20). It is opened by `openRound`, where no case is yet. */
export const workflow = {
  collect: {
    from: ['open'],
    to: 'same',
    by: ['anyone'],
    when: ['collecting'],
    event: 'round.collected',
    quiet: true,
  },
  write_down: { from: ['open'], to: 'same', by: keepers, when: ['begun'], event: 'round.written_down', quiet: true },
  // By the clock once the last day is over, by hand before.
  close: { from: ['open'], to: 'closed', by: ['secretary', 'system'], event: 'round.closed' },
  publish: { from: ['closed'], to: 'published', by: ['secretary'], event: 'round.published' },
  add_to_list: { from: ['published'], to: 'same', by: ['secretary'], event: 'round.list_changed' },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;

export const guard = guardOf<Action, Status, Relation, ConditionName, RoundFacts>(
  { forbidden: 'round.not_for_you', barred: 'round.not_for_you', notInState: 'round.not_in_state' },
  workflow,
  conditions,
);
