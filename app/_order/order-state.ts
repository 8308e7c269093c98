import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/tone';
import type { Closing, Comeback, Level, Status } from '@/lib/orders/status';

interface StateLook {
  icon: IconName;
  tone: Tone;
  /** The resident has to act: the chip is bold for them, and a button belongs beside it. */
  asksResident?: true;
}

/**
 * The one table of how an order's state looks and is called: twelve states, and the fields beside them that change the
 * word. Chips, exports, legends and notices read it. Words: messages `state.KEY.staff` and `state.KEY.resident`.
 */
export const stateLooks = {
  submitted: { icon: 'inbox', tone: 'info' },
  submitted_returned: { icon: 'undo', tone: 'brown' },
  submitted_street: { icon: 'whistle', tone: 'violet' },
  submitted_reopened: { icon: 'rotate', tone: 'brown' },
  need_info: { icon: 'message', tone: 'gold', asksResident: true },
  offered: { icon: 'hand', tone: 'violet' },
  assigned: { icon: 'user-plus', tone: 'violet' },
  in_progress: { icon: 'wrench', tone: 'teal' },
  in_progress_joint: { icon: 'wrench', tone: 'teal' },
  in_progress_rework: { icon: 'undo', tone: 'brown' },
  suspended: { icon: 'pause', tone: 'grey' },
  awaiting_verification: { icon: 'seal', tone: 'gold' },
  awaiting_rating: { icon: 'star', tone: 'green', asksResident: true },
  closed: { icon: 'seal-check', tone: 'green' },
  closed_unrated: { icon: 'seal-check', tone: 'green' },
  declined: { icon: 'ban', tone: 'grey' },
  merged: { icon: 'merge', tone: 'grey' },
  withdrawn: { icon: 'x', tone: 'grey' },
} as const satisfies Record<string, StateLook>;
export type StateKey = keyof typeof stateLooks;

export interface StateFacts {
  status: Status;
  level: Level;
  /** How the order came back to `submitted`. */
  comeback: Comeback;
  /** Times sent back by the verifier, in all. */
  reworkCount: number;
  /** When evidence was last submitted; a reopening clears it, so that an earlier rework no longer shows. */
  evidenceAt?: number | null;
  /** Times reopened in all. */
  reopenCount: number;
  closing?: Closing | null;
  /** Several handlers at once (联合办理). */
  joint?: boolean;
}

/** Which row of the table an order shows. */
export function stateKey(facts: StateFacts): StateKey {
  switch (facts.status) {
    case 'submitted': {
      if (facts.comeback === 'returned') return 'submitted_returned';
      // From the second reopening on the street is in charge by rule (3.1.2): no whistle was blown.
      const isWhistled = facts.level === 'street' && facts.reopenCount < 2;
      if (isWhistled) return 'submitted_street';
      return facts.comeback === 'reopened' || facts.level === 'street' ? 'submitted_reopened' : 'submitted';
    }
    case 'in_progress':
      if (facts.reworkCount > 0 && facts.evidenceAt !== null) return 'in_progress_rework';
      return facts.joint ? 'in_progress_joint' : 'in_progress';
    case 'closed':
      return facts.closing === 'unrated' ? 'closed_unrated' : 'closed';
    default:
      return facts.status;
  }
}

export interface StateView {
  key: StateKey;
  icon: IconName;
  tone: Tone;
  asksResident: boolean;
  staffWord: `state.${StateKey}.staff`;
  residentWord: `state.${StateKey}.resident`;
  /** Values for both words. */
  values: { count: number };
}

/** How an order's state is shown: icon, tone, and the message keys of its word for staff and for residents. */
export function presentState(facts: StateFacts): StateView {
  const key = stateKey(facts);
  const look: StateLook = stateLooks[key];
  return {
    key,
    icon: look.icon,
    tone: look.tone,
    asksResident: look.asksResident ?? false,
    staffWord: `state.${key}.staff`,
    residentWord: `state.${key}.resident`,
    // 第 2 次: the first reopening is the second time that it is done.
    values: { count: facts.reopenCount + 1 },
  };
}
