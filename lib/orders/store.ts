import { and, eq } from 'drizzle-orm';
import { canonical, chainedEvent, eventHash, genesisHash, toldData } from '@/lib/casework/chain';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { enqueue } from '@/lib/outbox/store';
import { lapseAsks } from './ask-store';
import type { OrderEventData, OrderEventType } from './events';
import type { OrderRow } from './facts';
import type { Relation } from './relation';
import { indexChange } from './search-store';
import type { Status } from './status';
import { lookAgain } from './supervision';
import {
  orderContact,
  orderEvent,
  orderEvidence,
  orderHold,
  orderNote,
  orderPart,
  orderPhoto,
  orderProxy,
  orderRating,
  orders,
} from './tables';
import { type Permit, rowOf, targetsOf } from './workflow';

interface EventInput<T extends OrderEventType> {
  type: T;
  actor: Actor;
  relation: Relation;
  data: OrderEventData[T];
  at: number;
}

/** A requester who is confidential or anonymous is `requester` in the history, which can never be erased (3.1.4, 3.1.6). */
function nameInHistory(
  order: { anonymous: boolean; confidential: boolean },
  event: { actor: Actor; relation: Relation },
): string {
  const hides = event.relation === 'requester' && (order.anonymous || order.confidential);
  return hides ? 'requester' : actorKey(event.actor);
}

function nextEvent<T extends OrderEventType>(
  order: { id: string; lastSeq: number; lastHash: string; anonymous: boolean; confidential: boolean },
  from: Status | null,
  to: Status,
  event: EventInput<T>,
) {
  const row = {
    orderId: order.id,
    seq: order.lastSeq + 1,
    type: event.type as string,
    actor: nameInHistory(order, event),
    relation: event.relation as string,
    from,
    to,
    data: canonical(toldData(event.data)),
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
  const first = nextEvent({ ...order, lastSeq: 0, lastHash: genesisHash }, null, order.status, event);
  const [row] = await tx
    .insert(orders)
    .values({ ...order, lastSeq: first.seq, lastHash: first.hash })
    .returning();
  if (!row) throw new Error('an inserted order gave no row');
  await tx.insert(orderEvent).values(first);
  await enqueue(tx, event.type, { orderId: order.id, seq: first.seq });
  await indexChange(tx, null, row);
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
      lookAt: lookAgain(order, to, event.type),
      ...set,
      ...(await lapseAsks(tx, order, to, event.at)),
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
  await indexChange(tx, order, row);
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

/**
 * Who took a part keeps the mark for good. Always in one order, since two members of a unit who sign at once would
 * otherwise wait for each other's rows.
 */
export async function addParts(
  tx: Tx,
  orderId: string,
  part: (typeof orderPart.$inferInsert)['part'],
  personIds: readonly string[],
  at: number,
): Promise<void> {
  for (const personId of [...new Set(personIds)].sort()) {
    await tx.insert(orderPart).values({ orderId, personId, part, at }).onConflictDoNothing();
  }
}
export async function addRating(tx: Tx, row: Omit<typeof orderRating.$inferInsert, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(orderRating).values({ id, ...row });
  return id;
}

/** Keeps an order's work from being handed in, or no longer. */
export async function setHold(tx: Tx, row: typeof orderHold.$inferInsert, isHeld: boolean): Promise<void> {
  if (isHeld) await tx.insert(orderHold).values(row).onConflictDoNothing().returning();
  else
    await tx
      .delete(orderHold)
      .where(and(eq(orderHold.orderId, row.orderId), eq(orderHold.by, row.by)))
      .returning();
}
