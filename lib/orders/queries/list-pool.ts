import { and, asc, eq, gt, or, type SQL } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context, PersonActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { distanceMetres, type LatLng } from '@/lib/kernel/geo';
import { parse } from '@/lib/kernel/parse';
import { type DistanceBand, distanceBand, distanceBands } from '@/lib/places/distance-band';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { getVolunteer } from '@/lib/volunteers/queries/get-volunteer';
import { type Cursor, readCursor, writeCursor } from '../cursor';
import type { OrderRow } from '../facts';
import { offerFiltersOf } from '../filters';
import { type ListOrdersInput, listOrdersInput } from '../question-input';
import type { Urgency } from '../status';
import { orderOffer, orders } from '../tables';
import { poolOf } from '../visible';
import { listItemsOf, type OrderList } from './list-orders';

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

const batch = 200;

interface PoolRow {
  order: OrderRow;
  offer: typeof orderOffer.$inferSelect;
}

/**
 * At most `many` offers that this volunteer may claim now, the nearest due time first. Skills are kept as a whole and
 * looked at per row (they are JSON), so the rows are read in batches until enough of them fit or none is left.
 */
async function openOffers(
  ctx: Context & { actor: PersonActor },
  more: { where?: SQL; after?: Cursor; many: number },
): Promise<PoolRow[]> {
  const volunteer = await getVolunteer(ctx.db, ctx.actor.personId, ctx.now());
  if (!volunteer?.adult) return [];
  const fitting: PoolRow[] = [];
  for (let { after } = more; fitting.length < more.many; ) {
    const rows: PoolRow[] = await ctx.db
      .select({ order: orders, offer: orderOffer })
      .from(orders)
      .innerJoin(orderOffer, eq(orderOffer.id, orders.offerId))
      .where(
        and(
          poolOf(ctx.actor, ctx.db),
          more.where,
          after && or(gt(orders.dueAt, after.at), and(eq(orders.dueAt, after.at), gt(orders.id, after.id))),
        ),
      )
      .orderBy(asc(orders.dueAt), asc(orders.id))
      .limit(batch);
    fitting.push(...rows.filter(({ offer }) => offer.skills.every((skill) => volunteer.skills.includes(skill))));
    const last = rows.at(-1)?.order;
    if (!last || rows.length < batch) break;
    after = { at: last.dueAt, id: last.id };
  }
  return fitting.slice(0, more.many);
}

/** As a person; offers are made to people. @throws unauthenticated `session.missing` */
function asPerson(ctx: Context): Context & { actor: PersonActor } {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  return { ...ctx, actor };
}

/** 0 is the nearest; what cannot be told comes last. */
const nearness = (band: DistanceBand | null): number => (band ? distanceBands.indexOf(band) : distanceBands.length);

/**
 * Offers that this volunteer may claim now, at most 200: nearest first, then by due time. Near goes by the band that the
 * card tells: an order by the metre would tell from two places where the door is.
 */
export async function listPool(ctx: Context, input: { near?: LatLng; sort?: 'near' | 'due' }): Promise<PoolCard[]> {
  const rows = await openOffers(asPerson(ctx), { many: 200 });
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const cards = rows.map(({ order, offer }) => {
    const spot = order.lat !== null && order.lng !== null ? { lat: order.lat, lng: order.lng } : null;
    const metres = input.near && spot ? distanceMetres(input.near, spot) : null;
    return {
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
    } satisfies PoolCard;
  });
  if (input.sort !== 'due') cards.sort((a, b) => nearness(a.distance) - nearness(b.distance));
  return cards;
}

/** The pool in the shape of `GET /orders`, by due time, with its pages; filtered by what a card shows and no more. */
export async function listPoolAsOrders(ctx: Context, raw: ListOrdersInput = {}): Promise<OrderList> {
  const { limit, cursor, ...input } = parse(listOrdersInput, raw);
  const rows = await openOffers(asPerson(ctx), {
    where: and(...(await offerFiltersOf(ctx, { ...input, limit }))),
    after: cursor ? readCursor(cursor) : undefined,
    many: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1)?.order : undefined;
  const offeredAt = new Map(page.map(({ order, offer }) => [order.code, rfc3339(offer.startedAt)]));
  const items = await listItemsOf(
    ctx,
    page.map(({ order }) => order),
  );
  return {
    // To a volunteer an order begins with its offer.
    items: items.map((item) => ({ submittedAt: offeredAt.get(item.code), ...item })),
    nextCursor: last ? writeCursor({ at: last.dueAt, id: last.id }) : null,
  };
}
