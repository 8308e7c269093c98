import { type ActionRow, guardOf } from '@/lib/casework/workflow';
import { type ConditionName, conditions, type ProjectFacts } from './conditions';
import type { Relation } from './relation';
import { openStatuses, type Status } from './status';

type Row = ActionRow<Status, Relation, ConditionName>;
const keepers = ['secretary', 'clerk'] as const;
const begun = ['running', 'completed', 'stopped'] as const;

/**
 * 为民办实事 as data. What the clerk enters is quiet: two who type two receipts at once both get in, and the guard of the
 * store alone says whether the money reaches.
 */
export const workflow = {
  start: {
    from: ['planned'],
    to: 'running',
    by: ['secretary'],
    when: ['decisionBegun'],
    event: 'project.started',
  },
  add_milestone: { from: openStatuses, to: 'same', by: keepers, event: 'project.milestone_added', quiet: true },
  reach_milestone: { from: openStatuses, to: 'same', by: keepers, event: 'project.milestone_reached', quiet: true },
  // A bill may come after the end, and what was entered wrongly is entered anew.
  spend: {
    from: begun,
    to: 'same',
    by: keepers,
    when: ['decisionBegun'],
    event: 'project.spent',
    quiet: true,
  },
  correct_spend: { from: begun, to: 'same', by: ['secretary'], event: 'project.spend_corrected' },
  raise_budget: { from: openStatuses, to: 'same', by: ['secretary'], event: 'project.budget_raised' },
  postpone: { from: openStatuses, to: 'same', by: ['secretary'], event: 'project.postponed' },
  explain_delay: {
    from: openStatuses,
    to: 'same',
    by: ['secretary'],
    when: ['dateMissed'],
    event: 'project.delay_explained',
  },
  add_photo: {
    from: ['running', 'completed'],
    to: 'same',
    by: keepers,
    event: 'project.photo_added',
    quiet: true,
  },
  complete: {
    from: ['running'],
    to: 'completed',
    by: ['secretary'],
    when: ['milestonesReached'],
    event: 'project.completed',
  },
  stop: { from: openStatuses, to: 'stopped', by: ['secretary'], event: 'project.stopped' },
  add_source: { from: openStatuses, to: 'same', by: keepers, event: 'project.source_added', quiet: true },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;

export const guard = guardOf<Action, Status, Relation, ConditionName, ProjectFacts>(
  { forbidden: 'project.not_for_you', barred: 'project.not_for_you', notInState: 'project.not_in_state' },
  workflow,
  conditions,
);
