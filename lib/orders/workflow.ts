import type { Brand } from '@/lib/kernel/brand';
import type { ConditionName } from './conditions';
import type { Bar, Relation } from './relation';
import { openStatuses, type Status } from './status';

export interface Row {
  from: readonly Status[];
  /** `same` leaves the state; a list is decided by what the action carries (e.g. solved or not). */
  to: 'same' | Status | readonly (Status | 'same')[];
  by: readonly Relation[];
  never?: readonly Bar[];
  when?: readonly ConditionName[];
  event: `order.${string}`;
  /** Does not make another person's open page stale. */
  quiet?: true;
}

const mergeable = ['submitted', 'offered', 'assigned', 'in_progress'] as const;
const staff = ['dispatcher', 'hall', 'secretary', 'street'] as const;

/**
 * The action table of 3.1 as data; anything not in it is refused. From it come the guard, the buttons, the REST
 * actions, the diagram in the docs and the exhaustive test.
 *
 * "Nobody verifies what they handled" lives in `never` of `pass` and `rework`, nowhere else.
 */
export const workflow = {
  classify: {
    from: ['submitted', 'offered', 'assigned'],
    to: 'same',
    by: ['dispatcher', 'system'],
    event: 'order.classified',
  },
  amend: { from: ['submitted'], to: 'same', by: ['requester'], when: ['withinTenMinutes'], event: 'order.amended' },
  ask_info: {
    from: ['submitted'],
    to: 'need_info',
    by: ['dispatcher'],
    when: ['wholeOrder'],
    event: 'order.info_asked',
  },
  supplement: { from: ['need_info'], to: 'submitted', by: ['requester'], event: 'order.supplemented' },
  decline: {
    from: ['submitted'],
    to: 'declined',
    by: ['dispatcher'],
    when: ['wholeOrder'],
    event: 'order.declined',
  },
  appeal: {
    from: ['declined'],
    to: 'submitted',
    by: ['requester'],
    when: ['ownBrowser', 'notAppealed'],
    event: 'order.appealed',
  },
  offer: {
    from: ['submitted'],
    to: 'offered',
    by: ['dispatcher', 'system'],
    when: ['notSealed', 'releasedByPerson'],
    event: 'order.offered',
  },
  assign: {
    from: ['submitted', 'offered'],
    to: 'assigned',
    by: ['dispatcher', 'system'],
    when: ['releasedByPerson'],
    event: 'order.assigned',
  },
  claim: {
    from: ['offered'],
    to: 'in_progress',
    by: ['candidate'],
    never: ['requester', 'proxy', 'subject', 'kin'],
    event: 'order.claimed',
  },
  sign: { from: ['assigned'], to: 'in_progress', by: ['assignee'], never: ['subject'], event: 'order.signed' },
  reassign: {
    from: ['offered', 'assigned', 'in_progress'],
    to: ['assigned', 'offered'],
    by: ['dispatcher'],
    event: 'order.reassigned',
  },
  recall: { from: ['offered', 'assigned'], to: 'submitted', by: ['dispatcher'], event: 'order.recalled' },
  contact: { from: ['assigned', 'in_progress'], to: 'same', by: ['assignee'], event: 'order.contacted', quiet: true },
  arrive: { from: ['in_progress'], to: 'same', by: ['assignee'], event: 'order.arrived', quiet: true },
  leave: { from: ['in_progress'], to: 'same', by: ['assignee'], event: 'order.left', quiet: true },
  return: {
    from: ['assigned', 'in_progress'],
    to: 'submitted',
    by: ['assignee'],
    when: ['staffHandler', 'returnInTime'],
    event: 'order.returned',
  },
  release: {
    from: ['in_progress'],
    to: 'offered',
    by: ['assignee'],
    when: ['volunteerHandler'],
    event: 'order.released',
  },
  ask_extension: {
    from: ['in_progress'],
    to: 'same',
    by: ['assignee'],
    when: ['extendable'],
    event: 'order.extension_asked',
  },
  // Whoever has to do it by then is not who says that there is more time.
  grant_extension: {
    from: ['in_progress'],
    to: 'same',
    by: ['street', 'dispatcher'],
    never: ['assignee', 'handled', 'subject'],
    when: ['extensionAsked', 'streetGrantsSecond'],
    event: 'order.extension_granted',
  },
  refuse_extension: {
    from: ['in_progress'],
    to: 'same',
    by: ['street', 'dispatcher'],
    never: ['assignee', 'handled', 'subject'],
    when: ['extensionAsked', 'streetGrantsSecond'],
    event: 'order.extension_refused',
  },
  suspend: {
    from: ['in_progress'],
    to: 'suspended',
    by: ['street', 'dispatcher'],
    never: ['assignee', 'handled', 'subject'],
    when: ['suspendable'],
    event: 'order.suspended',
  },
  resume: {
    from: ['suspended'],
    to: 'in_progress',
    by: ['street', 'dispatcher', 'system'],
    when: ['resumeDay'],
    event: 'order.resumed',
  },
  note: {
    from: openStatuses,
    to: 'same',
    by: [
      'requester',
      'proxy',
      'dispatcher',
      'hall',
      'assignee',
      'verifier',
      'verified',
      'secretary',
      'street',
      'supervisor',
    ],
    event: 'order.noted',
    quiet: true,
  },
  submit_evidence: {
    from: ['in_progress'],
    to: 'awaiting_verification',
    by: ['assignee'],
    event: 'order.evidence_submitted',
  },
  pass: {
    from: ['awaiting_verification'],
    // A part has no requester of its own: passed, it is done (docs/decisions/0033).
    to: ['awaiting_rating', 'closed'],
    by: ['verifier'],
    never: ['handled', 'requester', 'proxy', 'subject', 'kin'],
    when: ['signedBySecretary'],
    event: 'order.passed',
  },
  rework: {
    from: ['awaiting_verification'],
    to: 'in_progress',
    by: ['verifier'],
    never: ['handled', 'requester', 'proxy', 'subject', 'kin'],
    event: 'order.reworked',
  },
  rate: {
    // What was joined to another order is answered by its own requester, once the main order is done (3.7, 3.8).
    from: ['awaiting_rating', 'closed', 'merged'],
    to: ['closed', 'submitted', 'same'],
    by: ['requester'],
    never: ['handled', 'verified', 'proxy'],
    when: ['ownBrowser', 'rateable'],
    event: 'order.rated',
  },
  callback: {
    from: ['awaiting_rating', 'closed', 'merged'],
    to: ['closed', 'submitted', 'same'],
    by: staff,
    never: ['handled', 'proxy', 'verified', 'requester', 'subject', 'kin'],
    when: ['wholeOrder', 'callable', 'streetCloses'],
    event: 'order.called_back',
  },
  close_unrated: {
    from: ['awaiting_rating'],
    to: 'closed',
    by: ['system'],
    when: ['ratingWindowOver'],
    event: 'order.closed_unrated',
  },
  close_no_info: {
    from: ['need_info'],
    to: 'closed',
    by: ['system'],
    when: ['infoWindowOver'],
    event: 'order.closed_no_info',
  },
  reopen: {
    from: ['closed'],
    to: 'submitted',
    by: ['requester'],
    when: ['ownBrowser', 'reopenable'],
    event: 'order.reopened',
  },
  // A dispatcher's, and the program's own where somebody says 我也遇到 (docs/decisions/0026).
  merge: { from: mergeable, to: 'merged', by: ['dispatcher', 'system'], when: ['mergeable'], event: 'order.merged' },
  // The program's own where a main order ends without being done: what was joined goes on.
  unmerge: {
    from: ['merged'],
    to: mergeable,
    by: ['dispatcher', 'system'],
    when: ['unanswered'],
    event: 'order.unmerged',
  },
  transfer: { from: ['submitted'], to: 'submitted', by: ['dispatcher', 'street'], event: 'order.transferred' },
  escalate: {
    from: ['submitted'],
    to: 'submitted',
    by: ['dispatcher', 'secretary'],
    when: ['atCommunity'],
    event: 'order.escalated',
  },
  // 拆单: parts with a holder and a clock each; the order itself keeps its own of both, and ends after them.
  split: { from: mergeable, to: 'same', by: ['dispatcher'], when: ['wholeOrder'], event: 'order.split' },
  nudge: {
    from: openStatuses,
    to: 'same',
    by: ['requester'],
    when: ['onceAWorkingDay'],
    event: 'order.nudged',
    quiet: true,
  },
  supervise: {
    from: openStatuses,
    to: 'same',
    by: ['system', 'street', 'supervisor'],
    event: 'order.supervised',
    quiet: true,
  },
  withdraw: {
    from: ['submitted', 'need_info', 'offered', 'assigned'],
    to: 'withdrawn',
    // The program's own for a part that is not needed any more.
    by: ['requester', 'system'],
    when: ['ownBrowser'],
    event: 'order.withdrawn',
  },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof workflow;
export const actions = Object.keys(workflow) as Action[];

export const rowOf = (action: Action): Row => workflow[action];
/** Minted by `decide` alone; the store moves an order only for one. */
export type Permit = Brand<{ action: Action; relation: Relation; from: Status }, 'Permit'>;

/** The states that an action may lead to, for the store's last check and the diagram. */
export function targetsOf(action: Action, from: Status): Status[] {
  const { to } = rowOf(action);
  const list = Array.isArray(to) ? (to as readonly (Status | 'same')[]) : [to as Status | 'same'];
  return list.map((target) => (target === 'same' ? from : target));
}
