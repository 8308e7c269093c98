import { and, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Actor, Reader } from '@/lib/kernel/context';
import { getVolunteer } from '@/lib/volunteers/queries/get-volunteer';
import type { OrderFacts } from './conditions';
import type { StandingFacts } from './policy';
import { orderOffer, orderOfferCell, orderPart, orders } from './tables';

export type OrderRow = typeof orders.$inferSelect;

/** A declined order may be appealed, a closed one reopened, for 30 calendar days (3.1.3). */
const appealDays = 30;
const dayMs = 86_400_000;
const endOfDay = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMs + 1) * dayMs - 8 * 3_600_000;

/** The part of a row that conditions look at, at `now`. */
export function orderFacts(order: OrderRow, now: number, actor: Actor, returnReason?: string): OrderFacts {
  return {
    status: order.status,
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
    nudgedToday: order.nudgedOn === shanghaiDate(now),
    sealed: order.sealed,
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
  if (actor.kind !== 'person') return { parts: new Set(), offer: null, volunteer: null, now };
  const parts = await db
    .select({ part: orderPart.part })
    .from(orderPart)
    .where(and(eq(orderPart.orderId, order.id), eq(orderPart.personId, actor.personId)));
  const isVolunteer = actor.memberships.some((m) => m.role === 'volunteer');
  return {
    parts: new Set(parts.map((p) => p.part)),
    offer: isVolunteer ? await loadOffer(db, order.offerId) : null,
    volunteer: isVolunteer ? await getVolunteer(db, actor.personId, now) : null,
    now,
  };
}

async function loadOffer(db: Reader, offerId: string | null): Promise<StandingFacts['offer']> {
  if (!offerId) return null;
  const [offer] = await db.select({ skills: orderOffer.skills }).from(orderOffer).where(eq(orderOffer.id, offerId));
  if (!offer) return null;
  const cells = await db
    .select({ cell: orderOfferCell.cellCode })
    .from(orderOfferCell)
    .where(eq(orderOfferCell.offerId, offerId));
  return { cells: cells.map((c) => c.cell), skills: offer.skills };
}

/** The order of a number, or null. Sight is the caller's next step. */
export async function findOrder(db: Reader, code: string): Promise<OrderRow | null> {
  const [row] = await db.select().from(orders).where(eq(orders.code, code));
  return row ?? null;
}

export async function findOrderById(db: Reader, id: string): Promise<OrderRow | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id));
  return row ?? null;
}
