import { promise as promiseOf } from '@/lib/calendar/promise';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { addClock } from './clock-store';
import { limitsOf, noDue } from './clocks';
import { unbegun, unheld } from './comeback';
import { nextSerial } from './counter-store';
import { decide } from './decide';
import { type OrderRow, orderFacts } from './facts';
import { endAssignment, endOffer } from './hold-store';
import { standingOf } from './policy';
import { openChildrenOf } from './queries/children-of';
import type { Relation } from './relation';
import { isSealedItem } from './sealed';
import { queryCodeOf, secretHash } from './secrets';
import { insertOrder, transition } from './store';

const rule: Actor = { kind: 'system', name: 'rule' };

/** What of the whole holds for each part: the place, who must not take part in it, and who may not know of it. */
const inherited = (whole: OrderRow) => ({
  channel: whole.channel,
  zoneCode: whole.zoneCode,
  streetCode: whole.streetCode,
  communityCode: whole.communityCode,
  quarterCode: whole.quarterCode,
  cellCode: whole.cellCode,
  buildingCode: whole.buildingCode,
  areaCode: whole.areaCode,
  pointCode: whole.pointCode,
  lat: whole.lat,
  lng: whole.lng,
  placeZh: whole.placeZh,
  placeEn: whole.placeEn,
  level: whole.level,
  anonymous: whole.anonymous,
  confidential: whole.confidential,
  doorAgreed: whole.doorAgreed,
  requesterHousehold: whole.requesterHousehold,
  wholeRequesterId: whole.requesterId,
  proxyId: whole.proxyId,
  aboutUnit: whole.aboutUnit,
  aboutCommunity: whole.aboutCommunity,
  shiftStartsAt: whole.shiftStartsAt,
  shiftEndsAt: whole.shiftEndsAt,
});

/** One part: an order with a number, a clock and, once dispatched, a holder of its own; without requester or query code. */
export async function makeChild(
  tx: Tx,
  whole: OrderRow,
  part: { words: string; item?: string },
  by: { actor: Actor; relation: Relation; now: number; calendar: WorkingCalendar },
): Promise<OrderRow> {
  const { actor, relation, now, calendar } = by;
  const item = await getItem(tx, part.item ?? whole.itemCode);
  const urgency = item.code === whole.itemCode ? whole.urgency : item.urgency;
  const shift = { shiftStartsAt: whole.shiftStartsAt, shiftEndsAt: whole.shiftEndsAt };
  const promised = promiseOf(limitsOf(item, urgency), urgency, now, calendar, shift);
  const day = `${await communityLetters(tx, whole.communityCode)}${shanghaiDate(now).replaceAll('-', '')}`;
  const code = `${day}-${String(await nextSerial(tx, day)).padStart(4, '0')}`;
  const id = newId();
  const promise = { acceptBy: promised.acceptBy, finishBy: promised.finishBy };
  const { channel, level, anonymous, confidential, cellCode: cell } = whole;
  const child = await insertOrder(
    tx,
    {
      ...inherited(whole),
      id,
      code,
      childOf: whole.id,
      queryHash: secretHash(queryCodeOf(id)),
      pinHash: null,
      itemCode: item.code,
      categoryCode: item.categoryCode,
      urgency,
      intakeAt: now,
      words: part.words,
      status: 'submitted',
      comeback: 'none',
      sealed: whole.sealed || isSealedItem(item),
      isProxy: false,
      requesterId: null,
      submittedAt: now,
      promiseAcceptBy: promise.acceptBy,
      promiseFinishBy: promise.finishBy,
      dispatchBy: promised.dispatchBy,
      dueAt: promised.dispatchBy,
      ...unbegun,
      createdAt: now,
      updatedAt: now,
    },
    {
      type: 'order.submitted',
      actor,
      relation,
      at: now,
      data: {
        ...{ code, item: item.code, urgency, channel, cell, level, anonymous, confidential, promise },
        suggested: false,
        photos: [],
        childOf: whole.code,
      },
    },
  );
  const why = [...promised.warnings, ...promised.why];
  await addClock(tx, id, 1, { kind: 'promise', startedAt: now, dueAt: promise.finishBy, why });
  const dispatch = { startedAt: now, dueAt: promised.dispatchBy, why: promised.dispatchWhy };
  await addClock(tx, id, 1, { kind: 'dispatch', ...dispatch });
  return child;
}

/**
 * A part that is not needed any more is withdrawn, before anybody began.
 * @throws rule `order.child_begun` somebody works on it: they give it back or finish it
 */
export async function dropChild(tx: Tx, child: OrderRow, whole: string, now: number): Promise<void> {
  const standing = standingOf(rule, child, { parts: new Set(), offer: null, volunteer: null, now });
  const decision = decide('withdraw', orderFacts(child, now, rule), standing);
  if (!decision.ok) throw new DomainError('rule', 'order.child_begun', { params: { code: child.code } });
  await endOffer(tx, child.id, 'withdraw', now);
  await endAssignment(tx, child.id, 'withdraw', now);
  const set = { ...unheld, closedAt: now, dueAt: noDue };
  const event = { type: 'order.withdrawn', actor: rule, data: { whole }, at: now } as const;
  await transition(tx, child, decision.permit, 'withdrawn', set, event);
}

const isUndone = ({ status, outcome }: OrderRow): boolean =>
  status === 'withdrawn' || status === 'declined' || (status === 'closed' && outcome === 'no_info');

/** An order that ends without being done needs no parts any more; what somebody began is brought to its end. */
export async function carryToChildren(tx: Tx, was: OrderRow, whole: OrderRow, now: number): Promise<void> {
  if (was.status === whole.status || !isUndone(whole)) return;
  for (const child of await openChildrenOf(tx, whole.id)) {
    if (['submitted', 'offered', 'assigned'].includes(child.status)) await dropChild(tx, child, whole.code, now);
  }
}
