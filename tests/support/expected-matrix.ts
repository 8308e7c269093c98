import type { Relation } from '@/lib/orders/relation';

/**
 * What the specification of the loop says (3.1 and 3.1.1), typed by hand line by line. It imports no data of
 * lib/orders: where the two differ, one of them is wrong.
 */
export type State =
  | 'submitted'
  | 'need_info'
  | 'offered'
  | 'assigned'
  | 'in_progress'
  | 'suspended'
  | 'awaiting_verification'
  | 'awaiting_rating'
  | 'closed'
  | 'declined'
  | 'merged'
  | 'withdrawn';

export const states: readonly State[] = [
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
];

/** Somebody still has to act on these. */
export const openStates: readonly State[] = states.slice(0, 8);

/** The closed list of 3.1.1, and the same household. */
export const standings: readonly (Relation | 'kin')[] = [
  'requester',
  'proxy',
  'dispatcher',
  'hall',
  'cell_staff',
  'candidate',
  'assignee',
  'handled',
  'verifier',
  'verified',
  'subject',
  'secretary',
  'street',
  'supervisor',
  'auditor',
  'system',
  'kin',
];

export interface ExpectedAction {
  from: readonly State[];
  /** Each of these alone may. */
  may: readonly Relation[];
  /** Each of these takes it away from whoever may. */
  never: readonly (Relation | 'kin')[];
  /** Where it leads; `same` stays. */
  to: readonly (State | 'same')[];
}

const row = (
  from: readonly State[],
  may: readonly Relation[],
  to: readonly (State | 'same')[],
  never: readonly (Relation | 'kin')[] = [],
): ExpectedAction => ({ from, may, to, never });

// "verifier: not the handler, not the requester, not the proxy"; the same household and the subject beat any role.
// "never: handled, assignee": whoever has to do it by then does not decide that there is more time.
const notByTheHandler = ['assignee', 'handled', 'subject'] as const;
const notByThoseInvolved = ['handled', 'requester', 'proxy', 'kin', 'subject'] as const;

/** The table of 3.1 without `submit`, which has no order to stand to, and without what this issue leaves out. */
export const expectedActions: Readonly<Record<string, ExpectedAction>> = {
  classify: row(['submitted', 'offered', 'assigned'], ['dispatcher', 'system'], ['same']),
  amend: row(['submitted'], ['requester'], ['same']),
  ask_info: row(['submitted'], ['dispatcher'], ['need_info']),
  supplement: row(['need_info'], ['requester'], ['submitted']),
  decline: row(['submitted'], ['dispatcher'], ['declined']),
  appeal: row(['declined'], ['requester'], ['submitted']),
  offer: row(['submitted'], ['dispatcher', 'system'], ['offered']),
  assign: row(['submitted', 'offered'], ['dispatcher', 'system'], ['assigned']),
  claim: row(['offered'], ['candidate'], ['in_progress'], ['requester', 'proxy', 'kin', 'subject']),
  sign: row(['assigned'], ['assignee'], ['in_progress'], ['subject']),
  reassign: row(['offered', 'assigned', 'in_progress'], ['dispatcher'], ['assigned', 'offered']),
  recall: row(['offered', 'assigned'], ['dispatcher'], ['submitted']),
  contact: row(['assigned', 'in_progress'], ['assignee'], ['same']),
  arrive: row(['in_progress'], ['assignee'], ['same']),
  leave: row(['in_progress'], ['assignee'], ['same']),
  return: row(['assigned', 'in_progress'], ['assignee'], ['submitted']),
  release: row(['in_progress'], ['assignee'], ['offered']),
  // "those who may see it": the cell's staff only reads (3.1.1), and a candidate sees the offer, not the order.
  note: row(
    openStates,
    [
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
    ['same'],
  ),
  ask_extension: row(['in_progress'], ['assignee'], ['same']),
  grant_extension: row(['in_progress'], ['dispatcher', 'street'], ['same'], notByTheHandler),
  refuse_extension: row(['in_progress'], ['dispatcher', 'street'], ['same'], notByTheHandler),
  suspend: row(['in_progress'], ['dispatcher', 'street'], ['suspended'], notByTheHandler),
  resume: row(['suspended'], ['dispatcher', 'street', 'system'], ['in_progress']),
  submit_evidence: row(['in_progress'], ['assignee'], ['awaiting_verification']),
  // A part of a split order has no requester to rate it: it ends with its check.
  pass: row(['awaiting_verification'], ['verifier'], ['awaiting_rating', 'closed'], notByThoseInvolved),
  rework: row(['awaiting_verification'], ['verifier'], ['in_progress'], notByThoseInvolved),
  // 3.7, 3.8: children keep their own rating, given while they are merged.
  rate: row(
    ['awaiting_rating', 'closed', 'merged'],
    ['requester'],
    ['closed', 'submitted', 'same'],
    ['handled', 'verified', 'proxy'],
  ),
  callback: row(
    ['awaiting_rating', 'closed', 'merged'],
    ['dispatcher', 'hall', 'secretary', 'street'],
    ['closed', 'submitted', 'same'],
    ['handled', 'proxy', 'verified', 'requester', 'kin', 'subject'],
  ),
  close_unrated: row(['awaiting_rating'], ['system'], ['closed']),
  close_no_info: row(['need_info'], ['system'], ['closed']),
  reopen: row(['closed'], ['requester'], ['submitted']),
  // "dispatcher"; the program itself where a resident says 我也遇到, and where a main order ends undone.
  merge: row(['submitted', 'offered', 'assigned', 'in_progress'], ['dispatcher', 'system'], ['merged']),
  unmerge: row(['merged'], ['dispatcher', 'system'], ['submitted', 'offered', 'assigned', 'in_progress']),
  transfer: row(['submitted'], ['dispatcher', 'street'], ['submitted']),
  escalate: row(['submitted'], ['dispatcher', 'secretary'], ['submitted']),
  nudge: row(openStates, ['requester'], ['same']),
  supervise: row(openStates, ['system', 'street', 'supervisor'], ['same']),
  // 拆单, the glossary's word: the dispatcher's, as 并单; the order stays as it is.
  split: row(['submitted', 'offered', 'assigned', 'in_progress'], ['dispatcher'], ['same']),
  // The program itself where a part is not needed any more.
  withdraw: row(['submitted', 'need_info', 'offered', 'assigned'], ['requester', 'system'], ['withdrawn']),
};

/** "handled, proxy, requester, the same household and subject take rights away and beat any role" (3.1.1). */
export const bars: readonly (Relation | 'kin')[] = [
  'handled',
  'assignee',
  'proxy',
  'requester',
  'kin',
  'subject',
  'verified',
];

/** A volunteer whom one of these names is no candidate at all: the offer does not match them (3.1.5). */
export const noCandidate: readonly (Relation | 'kin')[] = ['requester', 'proxy', 'kin', 'subject'];
