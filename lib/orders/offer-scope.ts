import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { OrderRow } from './facts';
import type { OfferScope } from './offering';
import { orderOffer, orderOfferCell } from './tables';

/** The scope of the order's latest offer, to offer it again; its own cell when there was none. */
export async function offerScopeOf(db: Reader, order: OrderRow): Promise<OfferScope> {
  if (!order.offerId) return { cells: 'own', skills: [] };
  const [offer] = await db.select().from(orderOffer).where(eq(orderOffer.id, order.offerId));
  const cells = await db
    .select({ code: orderOfferCell.cellCode })
    .from(orderOfferCell)
    .where(eq(orderOfferCell.offerId, order.offerId));
  if (!offer || cells.length === 0) return { cells: 'own', skills: [] };
  return { cells: cells.map((c) => c.code), skills: offer.skills, note: offer.note ?? undefined };
}

/** What an offer that stands asks for; null once it is over. */
export async function standingOffer(
  db: Reader,
  order: OrderRow,
): Promise<{ skills: string[]; note: string | null } | null> {
  if (!order.offerId || order.status !== 'offered') return null;
  const [offer] = await db
    .select({ skills: orderOffer.skills, note: orderOffer.note })
    .from(orderOffer)
    .where(eq(orderOffer.id, order.offerId));
  return offer ?? null;
}
