import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { noDue } from './clocks';
import { findOrder, loadStandingFacts, type OrderRow } from './facts';
import { isHeld } from './held';
import { endAssignment, endOffer } from './hold-store';
import { countHouseholds } from './merge-store';
import { standingOf } from './policy';
import { releaseClaim, releaseRequester } from './quota';
import { type Status, workingStatuses } from './status';
import type { orders } from './tables';

type Side = Pick<
  OrderRow,
  | 'id'
  | 'status'
  | 'communityCode'
  | 'sealed'
  | 'aboutUnit'
  | 'aboutCommunity'
  | 'mergedInto'
  | 'households'
  | 'childOf'
>;

/** What a main order may be: the work on it is still to be done, or waits for its check. */
export const mainStatuses: readonly Status[] = [...workingStatuses, 'awaiting_verification'];

/**
 * Why `order` may not follow `main`; null when it may (3.8, 3.9). A complaint about somebody joins only a complaint about the
 * same, since whoever handles the one must not come to know of the other; what is sealed joins nothing.
 */
export function whyNotJoined(order: Side, main: Side): string | null {
  if (order.id === main.id) return 'order.merge_itself';
  if (order.childOf !== null || main.childOf !== null) return 'order.child_not_merged';
  if (order.sealed || main.sealed) return 'order.sealed_not_merged';
  if (order.communityCode !== main.communityCode) return 'order.other_community';
  if (main.mergedInto !== null) return 'order.main_is_merged';
  if (!mainStatuses.includes(main.status)) return 'order.main_finished';
  if (order.households !== null) return 'order.has_joined';
  if (order.aboutUnit !== main.aboutUnit || order.aboutCommunity !== main.aboutCommunity) {
    return 'order.about_not_merged';
  }
  return null;
}

/** The main order, which the actor dispatches too. @throws not_found `order.main_not_found` · rule why it may not be */
export async function admitMain(ctx: Context, tx: Tx, order: OrderRow, code: string, now: number): Promise<OrderRow> {
  const main = await findOrder(tx, code);
  const unknown = () => new DomainError('not_found', 'order.main_not_found');
  if (!main) throw unknown();
  const { sees, relations } = standingOf(ctx.actor, main, await loadStandingFacts(tx, ctx.actor, main, now));
  if (!sees || !(relations.has('dispatcher') || relations.has('system'))) throw unknown();
  const reason = whyNotJoined(order, main);
  if (reason) throw new DomainError('rule', reason);
  if (await isHeld(tx, order.id)) throw new DomainError('rule', 'order.merge_held');
  return main;
}

/** What merging changes: nobody holds it any more, its clocks are kept as they stood, and its main order counts it. */
export async function joinMain(tx: Tx, order: OrderRow, main: OrderRow, now: number) {
  await endOffer(tx, order.id, 'merge', now);
  await endAssignment(tx, order.id, 'merge', now);
  await releaseClaim(tx, order);
  await releaseRequester(tx, order);
  const set: Partial<typeof orders.$inferInsert> = {
    mergedInto: main.id,
    mergedAt: now,
    mergedFrom: order.status,
    mergedDueAt: order.dueAt,
    mergedHold: {
      unit: order.assigneeUnit,
      person: order.assigneePerson,
      kind: order.holderKind,
      beside: order.coHandlers,
    },
    assigneeUnit: null,
    assigneePerson: null,
    holderKind: null,
    coHandlers: [],
    dueAt: noDue,
  };
  return {
    to: 'merged' as const,
    set,
    data: { main: main.code },
    next: async (row: OrderRow) => {
      if (!(await countHouseholds(tx, main, now))) throw new DomainError('conflict', 'order.stale', {});
      return row;
    },
  };
}
