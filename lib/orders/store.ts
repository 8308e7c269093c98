import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { enqueue } from '@/lib/outbox/store';
import { canonical, chainedEvent, eventHash, genesisHash } from './chain';
import type { OrderEventData, OrderEventType } from './events';
import type { OrderRow } from './facts';
import type { Status } from './status';
import {
  type ClockKind,
  defaultRoute,
  orderAssignment,
  orderClock,
  orderContact,
  orderEvent,
  orderEvidence,
  orderLink,
  orderNote,
  orderOffer,
  orderOfferCell,
  orderPart,
  orderPhoto,
  orderProxy,
  orderQuota,
  orderRating,
  orderSeal,
  orderSerial,
  orders,
} from './tables';
import { type Permit, type Relation, rowOf, targetsOf } from './workflow';

interface EventInput<T extends OrderEventType> {
  type: T;
  actor: Actor;
  relation: Relation;
  data: OrderEventData[T];
  at: number;
}

function nextEvent<T extends OrderEventType>(
  order: { id: string; lastSeq: number; lastHash: string },
  from: Status | null,
  to: Status,
  event: EventInput<T>,
) {
  const row = {
    orderId: order.id,
    seq: order.lastSeq + 1,
    type: event.type as string,
    actor: actorKey(event.actor),
    relation: event.relation as string,
    from,
    to,
    data: canonical(event.data),
    at: event.at,
    prevHash: order.lastHash,
  };
  return { ...row, hash: eventHash(chainedEvent(row)) };
}

/** Writes a new order with its first event and outbox row. @throws a unique violation when the code is taken. */
export async function insertOrder(
  tx: Tx,
  order: typeof orders.$inferInsert & { id: string; status: Status },
  event: EventInput<'order.submitted'>,
): Promise<OrderRow> {
  const first = nextEvent({ id: order.id, lastSeq: 0, lastHash: genesisHash }, null, order.status, event);
  const [row] = await tx
    .insert(orders)
    .values({ ...order, lastSeq: first.seq, lastHash: first.hash })
    .returning();
  if (!row) throw new Error('an inserted order gave no row');
  await tx.insert(orderEvent).values(first);
  await enqueue(tx, event.type, { orderId: order.id, seq: first.seq });
  return row;
}

/**
 * The one writer of an order's status: a guarded UPDATE, one event with the previous event's hash, and its outbox row.
 * Takes only a permit, so an unchecked change does not compile.
 * @throws `conflict` `order.stale` when somebody else moved the order since it was loaded.
 */
export async function transition<T extends OrderEventType>(
  tx: Tx,
  order: OrderRow,
  permit: Permit,
  to: Status,
  set: Partial<typeof orders.$inferInsert>,
  event: Omit<EventInput<T>, 'relation'>,
): Promise<OrderRow> {
  if (!targetsOf(permit.action, order.status).includes(to)) {
    throw new Error(`${permit.action} does not lead from ${order.status} to ${to}`);
  }
  const next = nextEvent(order, order.status, to, { ...event, relation: permit.relation });
  const [row] = await tx
    .update(orders)
    .set({
      ...set,
      status: to,
      version: rowOf(permit.action).quiet ? order.version : order.version + 1,
      lastSeq: next.seq,
      lastHash: next.hash,
      updatedAt: event.at,
    })
    .where(
      and(
        eq(orders.id, order.id),
        eq(orders.status, order.status),
        eq(orders.version, order.version),
        eq(orders.lastSeq, order.lastSeq),
      ),
    )
    .returning();
  if (!row) throw new DomainError('conflict', 'order.stale', { version: order.version });
  await tx.insert(orderEvent).values(next);
  await enqueue(tx, event.type, { orderId: order.id, seq: next.seq });
  return row;
}

export async function saveContact(tx: Tx, contact: typeof orderContact.$inferInsert): Promise<void> {
  await tx.insert(orderContact).values(contact).onConflictDoUpdate({ target: orderContact.orderId, set: contact });
}

export async function saveProxy(tx: Tx, proxy: typeof orderProxy.$inferInsert): Promise<void> {
  await tx.insert(orderProxy).values(proxy);
}

/** Keeps what somebody wrote and gives the id that the event refers to. */
export async function addNote(
  tx: Tx,
  order: OrderRow,
  note: { author: Actor; byRequester: boolean; toResident: boolean; words: string; at: number },
): Promise<string> {
  const id = newId();
  await tx.insert(orderNote).values({
    id,
    orderId: order.id,
    seq: order.lastSeq + 1,
    authorId: actorKey(note.author),
    byRequester: note.byRequester,
    toResident: note.toResident,
    words: note.words,
    createdAt: note.at,
  });
  return id;
}

export async function addPhotos(
  tx: Tx,
  orderId: string,
  seq: number,
  kind: string,
  photos: { id: string; sha256: string }[],
  at: number,
): Promise<void> {
  for (const photo of photos) {
    await tx
      .insert(orderPhoto)
      .values({ orderId, uploadId: photo.id, seq, kind, sha256: photo.sha256, createdAt: at })
      .onConflictDoNothing();
  }
}

export async function addEvidence(tx: Tx, row: Omit<typeof orderEvidence.$inferInsert, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(orderEvidence).values({ id, ...row });
  return id;
}

export async function addOffer(
  tx: Tx,
  row: Omit<typeof orderOffer.$inferInsert, 'id'>,
  cells: string[],
): Promise<string> {
  const id = newId();
  await tx.insert(orderOffer).values({ id, ...row });
  await tx.insert(orderOfferCell).values(cells.map((cellCode) => ({ offerId: id, cellCode })));
  return id;
}

export async function endOffer(
  tx: Tx,
  orderId: string,
  endedBy: NonNullable<(typeof orderOffer.$inferInsert)['endedBy']>,
  at: number,
): Promise<void> {
  await tx
    .update(orderOffer)
    .set({ endedAt: at, endedBy })
    .where(and(eq(orderOffer.orderId, orderId), isNull(orderOffer.endedAt)));
}

export async function addAssignment(tx: Tx, row: Omit<typeof orderAssignment.$inferInsert, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(orderAssignment).values({ id, ...row });
  return id;
}

/** The open assignment is signed; gives its id. */
export async function signAssignment(tx: Tx, orderId: string, at: number): Promise<string> {
  const [row] = await tx
    .update(orderAssignment)
    .set({ signedAt: at })
    .where(and(eq(orderAssignment.orderId, orderId), isNull(orderAssignment.endedAt)))
    .returning({ id: orderAssignment.id });
  if (!row) throw new Error('an assigned order has no open assignment');
  return row.id;
}

export async function endAssignment(
  tx: Tx,
  orderId: string,
  endedBy: NonNullable<(typeof orderAssignment.$inferInsert)['endedBy']>,
  at: number,
): Promise<void> {
  await tx
    .update(orderAssignment)
    .set({ endedAt: at, endedBy })
    .where(and(eq(orderAssignment.orderId, orderId), isNull(orderAssignment.endedAt)));
}

/** Who took a part keeps the mark for good. */
export async function addParts(
  tx: Tx,
  orderId: string,
  part: (typeof orderPart.$inferInsert)['part'],
  personIds: readonly string[],
  at: number,
): Promise<void> {
  for (const personId of new Set(personIds)) {
    await tx.insert(orderPart).values({ orderId, personId, part, at }).onConflictDoNothing();
  }
}

export async function addClock(
  tx: Tx,
  orderId: string,
  seq: number,
  clock: { kind: ClockKind; startedAt: number; dueAt: number; why: (typeof orderClock.$inferInsert)['why'] },
): Promise<void> {
  await tx.insert(orderClock).values({ id: newId(), orderId, seq, ...clock });
}

export async function addRating(tx: Tx, row: Omit<typeof orderRating.$inferInsert, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(orderRating).values({ id, ...row });
  return id;
}

/** Due times computed anew after a calendar change; the state, the version and the history stay as they are. */
export async function setClocks(
  tx: Tx,
  order: OrderRow,
  set: Pick<
    Partial<typeof orders.$inferInsert>,
    'dispatchBy' | 'acceptBy' | 'finishBy' | 'verifyBy' | 'needInfoUntil' | 'dueAt'
  >,
): Promise<void> {
  await tx
    .update(orders)
    .set(set)
    .where(and(eq(orders.id, order.id), eq(orders.lastSeq, order.lastSeq)));
}

/** The next daily serial of a community: `PL20240110` → 1, 2, 3 … */
export async function nextSerial(tx: Tx, key: string): Promise<number> {
  const [row] = await tx
    .insert(orderSerial)
    .values({ key, last: 1 })
    .onConflictDoUpdate({ target: orderSerial.key, set: { last: sql`${orderSerial.last} + 1` } })
    .returning();
  if (!row) throw new Error('a serial gave no row');
  return row.last;
}

/** Takes one of `limit` places; false when all are taken. A guarded counter, never count-then-insert. */
export async function takeQuota(tx: Tx, key: string, limit: number): Promise<boolean> {
  await tx.insert(orderQuota).values({ key, used: 0 }).onConflictDoNothing();
  const taken = await tx
    .update(orderQuota)
    .set({ used: sql`${orderQuota.used} + 1` })
    .where(and(eq(orderQuota.key, key), lt(orderQuota.used, limit)))
    .returning();
  return taken.length > 0;
}

export async function giveBackQuota(tx: Tx, key: string): Promise<void> {
  await tx
    .update(orderQuota)
    .set({ used: sql`${orderQuota.used} - 1` })
    .where(and(eq(orderQuota.key, key), sql`${orderQuota.used} > 0`));
}

export async function addLink(tx: Tx, row: typeof orderLink.$inferInsert): Promise<void> {
  await tx.insert(orderLink).values(row).onConflictDoNothing();
}

/** Uses a single-use link up. @throws `rule` `order.link_used` when it was used or is over. */
export async function spendLink(tx: Tx, tokenHash: string, action: string, now: number): Promise<void> {
  const [row] = await tx
    .update(orderLink)
    .set({ usedAt: now })
    .where(and(eq(orderLink.tokenHash, tokenHash), eq(orderLink.action, action), isNull(orderLink.usedAt)))
    .returning();
  if (!row || row.expiresAt <= now) throw new DomainError('rule', 'order.link_used');
}

/** Seals one day; false when it was sealed already. */
export async function addSeal(tx: Tx, row: typeof orderSeal.$inferInsert): Promise<boolean> {
  const written = await tx.insert(orderSeal).values(row).onConflictDoNothing().returning();
  return written.length > 0;
}

export async function saveRoutes(tx: Tx, rows: (typeof defaultRoute.$inferInsert)[]): Promise<void> {
  const items = [...new Set(rows.map((row) => row.itemCode))];
  if (items.length > 0) await tx.delete(defaultRoute).where(inArray(defaultRoute.itemCode, items));
  for (let i = 0; i < rows.length; i += 100) await tx.insert(defaultRoute).values(rows.slice(i, i + 100));
}
