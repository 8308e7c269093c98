import { and, eq, inArray } from 'drizzle-orm';
import { workEndOn } from '@/lib/calendar/working-time';
import type { Actor, Reader } from '@/lib/kernel/context';
import { unstorableAt } from '@/lib/kernel/text';
import { getVolunteer } from '@/lib/volunteers/queries/get-volunteer';
import type { OrderFacts } from './conditions';
import type { StandingFacts } from './policy';
import { orderOffer, orderOfferCell, orderPart, orders } from './tables';

export type OrderRow = typeof orders.$inferSelect;

/** Whose row of `order_contact` an order goes by: a part has none of its own, so that a phone lies in one place. */
export const contactOwner = (order: Pick<OrderRow, 'id' | 'childOf'>): string => order.childOf ?? order.id;

/** A declined order may be appealed, a closed one reopened, for 30 calendar days (3.1.3). */
const appealDays = 30;
const dayMs = 86_400_000;
const endOfDay = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMs + 1) * dayMs - 8 * 3_600_000;

/** Over the day's limit of its requester until somebody looks at it: the first answer of the desk releases it (3.8). */
export const isHeldForRelease = (order: Pick<OrderRow, 'heldAt' | 'intakeAt' | 'status'>): boolean =>
  order.heldAt !== null && order.intakeAt === null && order.status === 'submitted';

/** The part of a row that conditions look at, at `now`. */
export function orderFacts(order: OrderRow, now: number, actor: Actor, returnReason?: string): OrderFacts {
  return {
    status: order.status,
    level: order.level,
    urgency: order.urgency,
    now,
    holderKind: order.holderKind,
    intakeAt: order.intakeAt,
    submittedAt: order.submittedAt,
    appealed: order.appealed,
    appealUntil:
      order.status === 'declined' && order.closedAt !== null ? endOfDay(order.closedAt) + appealDays * dayMs : null,
    reopenUntil: order.reopenUntil,
    ratingUntil: order.ratingUntil,
    needInfoUntil: order.needInfoUntil,
    returnBy: order.returnBy,
    designated: order.designated,
    ratedClosing: order.ratedClosing,
    outcome: order.outcome,
    nudgeAgainAt: order.nudgedOn === null ? null : workEndOn(order.nudgedOn),
    extensionCount: order.extensionCount,
    extensionAsked: order.extensionAskedAt !== null,
    reopenCount: order.reopenCount,
    explainedSignedAt: order.explainedSignedAt,
    resumeAt: order.resumeAt,
    heldForRelease: isHeldForRelease(order),
    byRule: actor.kind === 'system',
    sealed: order.sealed,
    isChild: order.childOf !== null,
    staffBrowser: actor.kind === 'holder' && actor.staffBrowser,
    returnReason,
  };
}

/** What the database says of this actor and this order beside the row itself. */
export async function loadStandingFacts(
  db: Reader,
  actor: Actor,
  order: OrderRow,
  now: number,
): Promise<StandingFacts> {
  return (await loadFactsOfAll(db, actor, [order], now))(order);
}

/** The same for each order of a list, in as many queries as for one. */
export async function loadFactsOfAll(
  db: Reader,
  actor: Actor,
  list: readonly OrderRow[],
  now: number,
): Promise<(order: OrderRow) => StandingFacts> {
  const personId = actor.kind === 'person' || actor.kind === 'holder' ? actor.personId : undefined;
  if (personId === undefined || list.length === 0) {
    return () => ({ parts: new Set(), offer: null, volunteer: null, now });
  }
  const orderIds = list.map((order) => order.id);
  const parts = await db
    .select({ orderId: orderPart.orderId, part: orderPart.part })
    .from(orderPart)
    .where(and(inArray(orderPart.orderId, orderIds), eq(orderPart.personId, personId)));
  const isVolunteer = actor.kind === 'person' && actor.memberships.some((m) => m.role === 'volunteer');
  const volunteer = isVolunteer ? await getVolunteer(db, personId, now) : null;
  const offers = await loadOffers(db, isVolunteer ? list.flatMap((order) => order.offerId ?? []) : []);
  return (order) => ({
    parts: new Set(parts.filter((p) => p.orderId === order.id).map((p) => p.part)),
    offer: (isVolunteer && offers.get(order.offerId ?? '')) || null,
    volunteer,
    now,
  });
}

async function loadOffers(db: Reader, ids: string[]): Promise<Map<string, NonNullable<StandingFacts['offer']>>> {
  if (ids.length === 0) return new Map();
  const offers = await db
    .select({ id: orderOffer.id, skills: orderOffer.skills })
    .from(orderOffer)
    .where(inArray(orderOffer.id, ids));
  const cells = await db
    .select({ offerId: orderOfferCell.offerId, cell: orderOfferCell.cellCode })
    .from(orderOfferCell)
    .where(inArray(orderOfferCell.offerId, ids));
  const cellsOf = (id: string) => cells.filter((c) => c.offerId === id).map((c) => c.cell);
  return new Map(offers.map(({ id, skills }) => [id, { cells: cellsOf(id), skills }]));
}

/** The order of a number, or null. Sight is the caller's next step. */
export async function findOrder(db: Reader, code: string): Promise<OrderRow | null> {
  // Codes come out of addresses too, and PostgreSQL takes no U+0000 to look for.
  if (unstorableAt(code)) return null;
  const [row] = await db.select().from(orders).where(eq(orders.code, code));
  return row ?? null;
}

export async function findOrderById(db: Reader, id: string): Promise<OrderRow | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id));
  return row ?? null;
}
