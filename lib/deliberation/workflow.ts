import { type ActionRow, guardOf } from '@/lib/casework/workflow';
import { type ConditionName, conditions, type DeliberationFacts } from './conditions';
import type { Relation } from './relation';
import { type Status, votingStages } from './status';

type Row = ActionRow<Status, Relation, ConditionName>;
const keepers = ['secretary', 'clerk'] as const;
const beforeDecided = ['propose', 'consult', 'review', 'resolve'] as const;
const afterDecided = ['publish_resolution', 'publish_result', 'completed'] as const;

/**
 * 四议两公开 as data: 提议, 商议, 审议, 决议, 决议公开, 实施结果公开. A stage opens by the vote of the one before
 * (`close_vote`) and in no other way.
 */
export const workflow = {
  revise: { from: ['propose'], to: 'same', by: keepers, event: 'deliberation.revised' },
  state_basis: {
    from: beforeDecided,
    to: 'same',
    by: ['secretary'],
    when: ['nobodyVotes'],
    event: 'deliberation.basis_stated',
  },
  write_plan: {
    from: ['propose', 'consult', 'review'],
    to: 'same',
    by: keepers,
    when: ['planOpen', 'nobodyVotes'],
    event: 'deliberation.plan_written',
  },
  send_plan: {
    from: ['review'],
    to: 'same',
    by: keepers,
    when: ['planWritten', 'nobodyVotes'],
    event: 'deliberation.plan_sent',
  },
  convene: {
    from: votingStages,
    to: 'same',
    by: keepers,
    when: ['basisStated', 'noMeetingOpen', 'planWrittenAfterProposal'],
    event: 'deliberation.convened',
  },
  enter_roll: { from: votingStages, to: 'same', by: keepers, when: ['rollOpen'], event: 'deliberation.roll_entered' },
  freeze_roll: {
    from: votingStages,
    to: 'same',
    by: keepers,
    when: ['rollOpen', 'rollFilled'],
    event: 'deliberation.roll_frozen',
  },
  attend: { from: votingStages, to: 'same', by: keepers, when: ['attendable'], event: 'deliberation.attended' },
  open_vote: {
    from: votingStages,
    to: 'same',
    by: keepers,
    when: ['rollFrozen', 'meetingDay', 'quorumReached'],
    event: 'deliberation.vote_opened',
  },
  count: { from: votingStages, to: 'same', by: keepers, when: ['votingNow'], event: 'deliberation.counted' },
  cast: {
    from: votingStages,
    to: 'same',
    by: ['voter'],
    when: ['votingNow', 'webVotes', 'webRuns'],
    event: 'deliberation.cast',
    quiet: true,
  },
  close_vote: {
    from: votingStages,
    to: ['same', 'consult', 'review', 'resolve', 'publish_resolution'],
    by: keepers,
    when: ['votingNow', 'webOver', 'quorumAtClose', 'sumFits'],
    event: 'deliberation.vote_closed',
  },
  annul_meeting: {
    from: votingStages,
    to: 'same',
    by: ['secretary'],
    when: ['meetingOpen'],
    event: 'deliberation.meeting_annulled',
  },
  reject: {
    from: votingStages,
    to: 'rejected',
    by: ['secretary'],
    when: ['noMeetingOpen', 'lastMeetingFailed'],
    event: 'deliberation.rejected',
  },
  withdraw: {
    from: votingStages,
    to: 'withdrawn',
    by: ['secretary'],
    when: ['noMeetingOpen'],
    event: 'deliberation.withdrawn',
  },
  publish: {
    from: ['publish_resolution'],
    to: 'same',
    by: ['secretary'],
    when: ['notPublished'],
    event: 'deliberation.published',
  },
  correct: { from: afterDecided, to: 'same', by: ['secretary'], when: ['published'], event: 'deliberation.corrected' },
  object: {
    from: ['publish_resolution'],
    to: 'same',
    by: ['anyone'],
    when: ['published', 'onNotice'],
    event: 'deliberation.objected',
    quiet: true,
  },
  answer_objection: {
    from: afterDecided,
    to: 'same',
    by: keepers,
    when: ['published'],
    event: 'deliberation.objection_answered',
  },
  file: {
    from: ['publish_resolution'],
    to: 'same',
    by: keepers,
    when: ['published', 'filingNeeded', 'notFiled'],
    event: 'deliberation.filed',
  },
  set_prices: {
    from: ['publish_resolution', 'publish_result'],
    to: 'same',
    by: ['secretary'],
    when: ['published', 'pricesDecided'],
    event: 'deliberation.prices_set',
  },
  begin: {
    from: ['publish_resolution'],
    to: 'publish_result',
    by: ['secretary'],
    when: ['published', 'noticeOver', 'objectionsAnswered', 'filedIfNeeded', 'pricesIfDecided'],
    event: 'deliberation.begun',
  },
  hand_on: {
    from: ['publish_result', 'completed'],
    to: 'same',
    by: ['secretary'],
    event: 'deliberation.handed_on',
  },
  // A project names its decision when it is opened, also while that is on notice; nobody types it twice.
  take_project: { from: afterDecided, to: 'same', by: ['system'], event: 'deliberation.handed_on', quiet: true },
  publish_result: {
    from: ['publish_result'],
    to: 'completed',
    by: ['secretary'],
    event: 'deliberation.result_published',
  },
  correct_result: { from: ['completed'], to: 'same', by: ['secretary'], event: 'deliberation.result_corrected' },
  add_source: {
    from: [...beforeDecided, 'publish_resolution', 'publish_result'],
    to: 'same',
    by: keepers,
    event: 'deliberation.source_added',
    quiet: true,
  },
  attach: {
    from: [...beforeDecided, ...afterDecided],
    to: 'same',
    by: keepers,
    event: 'deliberation.attached',
    quiet: true,
  },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;

export const guard = guardOf<Action, Status, Relation, ConditionName, DeliberationFacts>(
  {
    forbidden: 'deliberation.not_for_you',
    barred: 'deliberation.barred',
    notInState: 'deliberation.not_in_state',
  },
  workflow,
  conditions,
);
