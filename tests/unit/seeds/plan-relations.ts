import type { Handler, PlannedOrder, Step } from '@/seeds/demo/plan-order';
import { signerOf } from '@/seeds/demo/plan-route';

/** How the order stands when a step comes. */
export interface Stand {
  plan: PlannedOrder;
  level: 'community' | 'street';
  handler: Handler | null;
  holder: string | null;
  handled: ReadonlySet<string>;
  verified: ReadonlySet<string>;
}

/** Why this person may not take this step (3.1), or null. */
export function mayNot(step: Step, stand: Stand): string | null {
  const { plan, level, handler, holder, handled, verified } = stand;
  const brought = step.by === plan.submitBy || step.by === plan.requester.personKey;
  switch (step.step) {
    case 'classify':
    case 'ask_info':
    case 'decline':
    case 'offer':
    case 'assign':
    case 'reassign':
      return step.by === (level === 'street' ? 'jiedao' : 'limin') ? null : 'not the dispatcher';
    case 'sign':
      return handler && step.by === signerOf(handler) ? null : 'not the assignee';
    case 'return':
      return step.by === (holder ?? (handler && signerOf(handler))) ? null : 'not the assignee';
    case 'contact':
    case 'arrive':
    case 'leave':
    case 'release':
    case 'submit_evidence':
      return step.by === holder ? null : `not the holder ${holder}`;
    case 'pass':
    case 'rework':
      return handled.has(step.by) || brought ? 'verifies what they handled or brought' : null;
    case 'callback':
      return handled.has(step.by) || verified.has(step.by) || brought ? 'calls about their own work' : null;
    case 'close_unrated':
    case 'close_no_info':
      return step.by === 'clock' ? null : 'not the clock';
    case 'note':
    case 'claim':
      return null;
    default:
      return step.by === 'requester' ? null : 'not the requester';
  }
}
