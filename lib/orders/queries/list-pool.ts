import { and, asc, eq } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { distanceMetres, type LatLng } from '@/lib/kernel/geo';
import { type DistanceBand, distanceBand } from '@/lib/places/distance-band';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { getVolunteer } from '@/lib/volunteers/queries/get-volunteer';
import type { Urgency } from '../status';
import { orderOffer, orders } from '../tables';
import { poolOf } from '../visible';
import type { OrderList } from './list-orders';

/** A card of the pool: no name, no door number, none of the requester's words (3.1.1). */
export interface PoolCard {
  code: string;
  version: number;
  item: string;
  itemName: { zh: string; en: string };
  urgency: Urgency;
  cell: string;
  /** From where the volunteer is, or from the middle of their cell; null where neither is known. */
  distance: DistanceBand | null;
  skills: string[];
  note: string | null;
  offeredAt: string;
  acceptBy: string | null;
  finishBy: string | null;
  shift: { startsAt: string; endsAt: string } | null;
}

/** Offers that this volunteer may claim now: nearest first, then by due time. Skills and age are looked at per row. */
export async function listPool(ctx: Context, input: { near?: LatLng; sort?: 'near' | 'due' }): Promise<PoolCard[]> {
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const volunteer = await getVolunteer(ctx.db, ctx.actor.personId, ctx.now());
  if (!volunteer?.adult) return [];
  const rows = await ctx.db
    .select({ order: orders, offer: orderOffer })
    .from(orders)
    .innerJoin(orderOffer, eq(orderOffer.id, orders.offerId))
    .where(and(poolOf(ctx.actor, ctx.db)))
    .orderBy(asc(orders.dueAt), asc(orders.id))
    .limit(200);
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const cards = rows
    .filter(({ offer }) => offer.skills.every((skill) => volunteer.skills.includes(skill)))
    .map(({ order, offer }) => {
      const spot = order.lat !== null && order.lng !== null ? { lat: order.lat, lng: order.lng } : null;
      const metres = input.near && spot ? distanceMetres(input.near, spot) : null;
      return {
        metres,
        card: {
          code: order.code,
          version: order.version,
          item: order.itemCode,
          itemName: names.get(order.itemCode) ?? { zh: order.itemCode, en: order.itemCode },
          urgency: order.urgency,
          cell: order.cellCode,
          distance: metres === null ? null : distanceBand(metres),
          skills: offer.skills,
          note: offer.note,
          offeredAt: rfc3339(offer.startedAt),
          acceptBy: order.acceptBy === null ? null : rfc3339(order.acceptBy),
          finishBy: order.finishBy === null ? null : rfc3339(order.finishBy),
          shift:
            order.shiftStartsAt !== null && order.shiftEndsAt !== null
              ? { startsAt: rfc3339(order.shiftStartsAt), endsAt: rfc3339(order.shiftEndsAt) }
              : null,
        } satisfies PoolCard,
      };
    });
  if (input.sort !== 'due')
    cards.sort((a, b) => (a.metres ?? Number.POSITIVE_INFINITY) - (b.metres ?? Number.POSITIVE_INFINITY) || 0);
  return cards.map(({ card }) => card);
}

/** The pool in the shape of `GET /orders`. */
export async function listPoolAsOrders(ctx: Context): Promise<OrderList> {
  const cards = await listPool(ctx, {});
  return {
    items: cards.map(({ code, version, item, itemName, urgency, cell, acceptBy, offeredAt }) => ({
      code,
      version,
      status: 'offered' as const,
      item,
      itemName,
      urgency,
      cell,
      submittedAt: offeredAt,
      dueAt: acceptBy,
      abilities: ['claim'],
      excerpt: null,
      kin: false,
      used: null,
    })),
    nextCursor: null,
  };
}
