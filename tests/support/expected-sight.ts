import type { Relation } from '@/lib/orders/relation';
import { type State, states } from './expected-matrix';

const everywhere = states;
const nowhere: readonly State[] = [];
const finishRuns: readonly State[] = ['submitted', 'offered', 'assigned', 'in_progress'];
const onTheGround: readonly State[] = ['awaiting_verification', 'awaiting_rating', 'closed'];

/**
 * Who sees what, typed from 3.1.1: the states in which a relation alone opens an order, and the same for a sealed one
 * ("not … of anyone but dispatcher, assignee, verifier, secretary"). The requester sees their own.
 */
export const expectedSight: Readonly<Record<Relation | 'kin', { open: readonly State[]; sealed: readonly State[] }>> = {
  requester: { open: everywhere, sealed: everywhere },
  proxy: { open: everywhere, sealed: nowhere },
  dispatcher: { open: everywhere, sealed: everywhere },
  hall: { open: everywhere, sealed: nowhere },
  cell_staff: { open: everywhere, sealed: nowhere },
  candidate: { open: ['offered'], sealed: nowhere },
  assignee: { open: everywhere, sealed: everywhere },
  handled: { open: nowhere, sealed: nowhere },
  verifier: { open: onTheGround, sealed: onTheGround },
  verified: { open: everywhere, sealed: everywhere },
  subject: { open: nowhere, sealed: nowhere },
  secretary: { open: everywhere, sealed: everywhere },
  // Here: of a community's order, because its finish is over, while it runs. What was handed in, asked about or suspended
  // before that is not late ("stopped", 3.1), and what is over is no longer overdue.
  street: { open: finishRuns, sealed: nowhere },
  supervisor: { open: everywhere, sealed: nowhere },
  auditor: { open: nowhere, sealed: nowhere },
  system: { open: everywhere, sealed: everywhere },
  kin: { open: nowhere, sealed: nowhere },
};

/** "`subject`: nothing", whatever else somebody is; but nobody is kept from what they said themselves. */
export function seen(state: State, sealed: boolean, standing: readonly (Relation | 'kin')[]): boolean {
  if (standing.includes('subject') && !standing.includes('requester')) return false;
  return standing.some((name) => expectedSight[name][sealed ? 'sealed' : 'open'].includes(state));
}
