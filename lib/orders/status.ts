/** The twelve states of 3.1. Everything else (urgency, level, counters, colour) is a field beside the state. */
export const statuses = [
  'submitted',
  'need_info',
  'offered',
  'assigned',
  'in_progress',
  'suspended',
  'awaiting_verification',
  'awaiting_rating',
  'closed',
  'declined',
  'merged',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/** Somebody still has to act. */
export const openStatuses = [
  'submitted',
  'need_info',
  'offered',
  'assigned',
  'in_progress',
  'suspended',
  'awaiting_verification',
  'awaiting_rating',
] as const satisfies readonly Status[];

/** The work on the ground is not done yet: what a desk has to move. */
export const workingStatuses = [
  'submitted',
  'need_info',
  'offered',
  'assigned',
  'in_progress',
  'suspended',
] as const satisfies readonly Status[];

/** From here on a verifier of the cell's branch sees the order. */
export const verifiedStatuses = [
  'awaiting_verification',
  'awaiting_rating',
  'closed',
] as const satisfies readonly Status[];

export const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status);

export const levels = ['community', 'street'] as const;
export type Level = (typeof levels)[number];

export const urgencies = ['U1', 'U2', 'U3', 'U4'] as const;
export type Urgency = (typeof urgencies)[number];

export const outcomes = ['resolved', 'partly_resolved', 'explained', 'not_ours', 'unresolvable', 'no_info'] as const;
export type Outcome = (typeof outcomes)[number];
/** What a handler may state; `no_info` belongs to the clock. */
export const handlerOutcomes = ['resolved', 'partly_resolved', 'explained', 'not_ours', 'unresolvable'] as const;

export const closings = ['rated', 'callback', 'unrated', 'no_info'] as const;
export type Closing = (typeof closings)[number];

export { type Channel, channels } from '@/lib/kernel/channels';

export const knownBy = ['in_person', 'phone', 'chat'] as const;
/** 3.3, a closed list. */
export const returnReasons = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'] as const;
/** 北京市接诉即办工作条例 art. 11. */
export const declineReasons = ['emergency', 'litigation', 'answered', 'private', 'other_channel', 'unlawful'] as const;
export const reworkReasons = ['evidence_missing', 'not_solved_on_site', 'not_what_was_asked', 'untrue'] as const;
export const dissatisfiedReasons = [
  'nobody_came',
  'not_fixed',
  'broken_again',
  'attitude',
  'off_the_point',
  'other',
] as const;
export const solvedAnswers = ['yes', 'partly', 'no'] as const;
export type Solved = (typeof solvedAnswers)[number];

/** 3.4, a closed list. */
export const extensionReasons = [
  'materials',
  'weather',
  'several_departments',
  'party_away',
  'engineering_works',
] as const;
export type ExtensionReason = (typeof extensionReasons)[number];
/** The first is the dispatcher's to grant, the second the street's; there is no third (3.4). Working days. */
export const extensionDays = [5, 10] as const;

/** What came of what a handler asked for; `lapsed`: the order left their hands before anybody decided. */
export type AskState = 'open' | 'granted' | 'refused' | 'lapsed';
/** As above; `running` once it is suspended, `over` once it goes on. */
export type SuspensionState = 'open' | 'refused' | 'lapsed' | 'running' | 'over';

/** How an order came back to `submitted`; the chip and the desk say so. */
export const comebacks = [
  'none',
  'returned',
  'recalled',
  'reopened',
  'appealed',
  'supplemented',
  'transferred',
  'escalated',
] as const;
export type Comeback = (typeof comebacks)[number];

/** 吹哨 (3.12): it cannot be solved below the street, it takes several at once, or there is danger. */
export const whistleKinds = ['beyond', 'joint', 'emergency'] as const;
export type WhistleKind = (typeof whistleKinds)[number];

export type HolderKind = 'unit' | 'person' | 'volunteer';

/** What the lists of orders can be narrowed to. */
export const orderViews = [
  'all',
  'to_dispatch',
  'to_sign',
  'mine',
  'to_verify',
  'verified',
  'to_call_back',
  'requested',
  'pool',
  'due_soon',
  'overdue',
  'closed_today',
  'to_decide',
  'arbitration',
  'suspended',
  'vulnerable',
  'sent_by_me',
  'rework',
] as const;
export type OrderViewName = (typeof orderViews)[number];

/** 督办 colours of 3.5, the mildest first; in time is none. */
export const colours = ['blue', 'yellow', 'red'] as const;
export type Colour = (typeof colours)[number];

/** Why an order carries a colour: a clock that is nearly or quite used up, what came back, or a person who says so. */
export const grounds = [
  'near',
  'dispatch',
  'accept',
  'milestone',
  'verify',
  'finish',
  'rework',
  'reopen',
  'person',
] as const;
export type Ground = (typeof grounds)[number];

/** Who is told, step by step, until somebody answers. */
export const ladderSteps = [
  'holder',
  'cell',
  'verifier',
  'parent',
  'community',
  'street',
  'supervisor',
  'admin',
] as const;
export type LadderStep = (typeof ladderSteps)[number];

/** How a list is sorted where somebody says so: by the nearest due time, or by when it was reported. */
export const orderSorts = ['due', 'newest', 'oldest'] as const;
export type OrderSort = (typeof orderSorts)[number];
