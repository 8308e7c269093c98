import type { Actor, Tx } from '@/lib/kernel/context';
import { noDue } from './clocks';
import { takeQuota } from './counter-store';
import { decide } from './decide';
import { findOrderById, type OrderRow, orderFacts } from './facts';
import { countHouseholds, joinedTo, resumeAssignment, resumeOffer, setWindows } from './merge-store';
import { standingOf } from './policy';
import { claimQuotaKey, recountRequester } from './quota';
import type { Status } from './status';
import { transition } from './store';
import type { orders } from './tables';

type Columns = Partial<typeof orders.$inferInsert>;

/** Follows no main order any more. */
export const unjoined = {
  mergedInto: null,
  mergedAt: null,
  mergedFrom: null,
  mergedDueAt: null,
  mergedHold: null,
} satisfies Columns;

/**
 * What an order goes back to when its merging is undone: the state it came from, whoever held it then, and its times as they
 * were (3.8). A volunteer's hand counts as taken again, and is not refused for the count: it was theirs.
 */
export async function goBack(tx: Tx, order: OrderRow): Promise<{ to: Status; set: Columns }> {
  const { mergedFrom, mergedHold: held } = order;
  if (!mergedFrom || !held) throw new Error('a merged order does not say where it came from');
  await resumeOffer(tx, order.id);
  await resumeAssignment(tx, order.id);
  await recountRequester(tx, order);
  if (held.kind === 'volunteer' && held.person) await takeQuota(tx, claimQuotaKey(held.person));
  return {
    to: mergedFrom,
    set: {
      ...unjoined,
      assigneeUnit: held.unit,
      assigneePerson: held.person,
      holderKind: held.kind,
      coHandlers: held.beside,
      dueAt: order.mergedDueAt ?? noDue,
      ratingUntil: null,
      reopenUntil: null,
      outcome: null,
      verifiedAt: null,
      callbackBy: null,
    },
  };
}

const rule: Actor = { kind: 'system', name: 'rule' };

/** A main order that ends without being done lets go what was joined to it: each goes on from where it was. */
async function letGo(tx: Tx, main: OrderRow, now: number): Promise<void> {
  for (const order of await joinedTo(tx, main.id)) {
    const standing = standingOf(rule, order, { parts: new Set(), offer: null, volunteer: null, now });
    const decision = decide('unmerge', orderFacts({ ...order, reopenUntil: null }, now, rule), standing);
    if (!decision.ok) continue;
    const { to, set } = await goBack(tx, order);
    const data = { main: main.code };
    await transition(tx, order, decision.permit, to, set, { type: 'order.unmerged', actor: rule, data, at: now });
  }
  await countHouseholds(tx, main, now);
}

const isUndone = ({ status, outcome }: OrderRow): boolean =>
  status === 'withdrawn' || status === 'declined' || (status === 'closed' && outcome === 'no_info');

/**
 * What a main order's step means for those that follow it, in the same transaction: passed, each of their requesters is asked
 * too; closed, their windows are its windows; begun anew, they wait again; ended undone, they go on by themselves. And what an
 * order's leaving means for the main one that it followed.
 */
export async function carryToJoined(tx: Tx, was: OrderRow, main: OrderRow, now: number): Promise<void> {
  if (was.mergedInto !== null && main.mergedInto === null) {
    const left = await findOrderById(tx, was.mergedInto);
    if (left) await countHouseholds(tx, left, now);
  }
  const before = was.status;
  if (main.households === null || before === main.status) return;
  const { ratingUntil, reopenUntil, outcome, verifiedAt } = main;
  if (isUndone(main)) return letGo(tx, main, now);
  if (main.status === 'awaiting_rating' || main.status === 'closed') {
    return setWindows(tx, main.id, { ratingUntil, reopenUntil, outcome, verifiedAt }, now);
  }
  if (before === 'awaiting_rating' || before === 'closed') {
    const waiting = { ratingUntil: null, reopenUntil: null, outcome: null, verifiedAt: null };
    await setWindows(tx, main.id, { ...waiting, ratedClosing: 0, callbackBy: null }, now);
  }
}
