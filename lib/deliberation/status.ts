/** Under which its events stand in the history that all kinds of cases share. */
export const caseKind = 'deliberation';

/**
 * 四议两公开: the stage that a case is in, then how it ended. `publish_resolution` lasts from the vote until what was
 * decided may be carried out: publication, notice period, objections, filing (3.13).
 */
export const stages = ['propose', 'consult', 'review', 'resolve', 'publish_resolution', 'publish_result'] as const;
export type Stage = (typeof stages)[number];

export const statuses = [...stages, 'completed', 'rejected', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** The four stages in which a body votes. */
export const votingStages = ['propose', 'consult', 'review', 'resolve'] as const;
export type VotingStage = (typeof votingStages)[number];

export const openStatuses = stages;

/** Public from the first vote on: 在公开栏公布项目讨论、决议、实施的全过程. A case that was not even proposed is a draft. */
export const publicStatuses = [
  'consult',
  'review',
  'resolve',
  'publish_resolution',
  'publish_result',
  'completed',
  'rejected',
] as const;

/** Who meets. `household_meeting` is the meeting of one representative of each household. */
export const bodies = [
  'party_committee',
  'two_committees',
  'party_meeting',
  'representative_meeting',
  'full_meeting',
  'household_meeting',
] as const;
export type Body = (typeof bodies)[number];

/** On what ground a matter of shared land is decided without, or with, the owners (民法典 275, 278). */
export const bases = ['not_shared', 'owners_vote', 'collective_land', 'special_agreement'] as const;
export type Basis = (typeof bases)[number];

/** What owners vote on, as far as 民法典 278 asks for different majorities: (六), (七), (八), and the others. */
export const ownersMatters = ['raise_funds', 'rebuild', 'change_use', 'other'] as const;
export type OwnersMatter = (typeof ownersMatters)[number];

export const meetingStates = ['convened', 'frozen', 'voting', 'passed', 'failed', 'annulled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** How votes come in; one count, one vote each. */
export const voteWays = ['hands', 'paper', 'web'] as const;
export type VoteWay = (typeof voteWays)[number];

export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** A probationary member attends without a vote (支部工作条例 11: 有表决权的党员). */
export const seats = ['voting', 'probationary'] as const;
export type Seat = (typeof seats)[number];

export const textKinds = ['plan', 'resolution', 'result', 'basis'] as const;
export type TextKind = (typeof textKinds)[number];
