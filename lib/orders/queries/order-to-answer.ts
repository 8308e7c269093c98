import type { Actor, Reader } from '@/lib/kernel/context';
import { findOrder, findOrderById, loadStandingFacts } from '../facts';
import { standingOf } from '../policy';
import type { Status } from '../status';

export interface OrderToAnswer {
  id: string;
  code: string;
  itemCode: string;
  status: Status;
  communityCode: string;
  streetCode: string;
  sees: boolean;
  /** Holds it, or handled it. */
  holds: boolean;
  /** Sent it. */
  asked: boolean;
  /** Sealed, confidential or anonymous: nothing of it is told to anybody else. */
  isClosed: boolean;
  /** Code of the unit that it complains about. */
  aboutUnit: string | null;
}

/** The order behind a public answer, and how an actor stands to it; null when there is none. Sight is the caller's step. */
export async function orderToAnswer(
  db: Reader,
  actor: Actor,
  which: { id: string } | { code: string },
  now: number,
): Promise<OrderToAnswer | null> {
  const order = 'id' in which ? await findOrderById(db, which.id) : await findOrder(db, which.code);
  if (!order) return null;
  const { relations, sees } = standingOf(actor, order, await loadStandingFacts(db, actor, order, now));
  const { id, code, itemCode, status, communityCode, streetCode, aboutUnit } = order;
  return {
    id,
    code,
    itemCode,
    status,
    communityCode,
    streetCode,
    sees,
    holds: relations.has('assignee') || relations.has('handled'),
    asked: relations.has('requester'),
    isClosed: order.sealed || order.confidential || order.anonymous,
    aboutUnit,
  };
}
