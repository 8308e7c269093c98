import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { OrderRow } from '../facts';
import { type Likeness, likenessOf, type Report, similarWithinMs } from '../similar';
import { orderPhoto, orders } from '../tables';

/** Of a cell in six days; beyond that the newest are enough. */
const mostCandidates = 400;

export interface SimilarOrder {
  order: OrderRow;
  reasons: Likeness[];
  score: number;
}

/**
 * Orders of the same cell within 72 hours that are alike, surest first; by the index over cell and time, never by reading
 * all. `where` says which of them may be told of.
 */
export async function similarTo(db: Reader, report: Report, where: SQL | undefined): Promise<SimilarOrder[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.cellCode, report.cell),
        isNull(orders.childOf),
        gte(orders.submittedAt, report.at - similarWithinMs),
        lte(orders.submittedAt, report.at + similarWithinMs),
        where,
      ),
    )
    .orderBy(desc(orders.submittedAt), desc(orders.id))
    .limit(mostCandidates);
  const photos = report.photos.length > 0 ? await photosOf(db, rows) : new Map<string, string[]>();
  return rows
    .flatMap((order) => {
      const found = likenessOf(report, reportOf(order, photos.get(order.id) ?? []));
      return found ? [{ order, ...found }] : [];
    })
    .sort(
      (a, b) => b.score - a.score || b.order.submittedAt - a.order.submittedAt || (a.order.id < b.order.id ? 1 : -1),
    );
}

/** What an order is compared by. `photos`: SHA-256 of what its requester sent. */
export const reportOf = (order: OrderRow, photos: readonly string[]): Report => ({
  item: order.itemCode,
  category: order.categoryCode,
  cell: order.cellCode,
  building: order.buildingCode,
  position: order.lat === null || order.lng === null ? null : { lat: order.lat, lng: order.lng },
  words: order.words,
  at: order.submittedAt,
  photos,
});

/** SHA-256 of the photos that requesters sent, by order. */
export async function photosOf(db: Reader, list: readonly Pick<OrderRow, 'id'>[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (list.length === 0) return found;
  const rows = await db
    .select({ orderId: orderPhoto.orderId, sha256: orderPhoto.sha256 })
    .from(orderPhoto)
    .where(
      and(
        inArray(
          orderPhoto.orderId,
          list.map(({ id }) => id),
        ),
        eq(orderPhoto.kind, 'requester'),
      ),
    )
    .orderBy(asc(orderPhoto.orderId), asc(orderPhoto.uploadId));
  for (const { orderId, sha256 } of rows) found.set(orderId, [...(found.get(orderId) ?? []), sha256]);
  return found;
}
