import { and, eq, exists, inArray, sql } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import type { OrderMessage } from '@/lib/outbox/queries/list-order-messages';
import { personNames } from '@/lib/people/queries/person-names';
import { loadFactsOfAll, type OrderRow } from '../facts';
import { standingOf } from '../policy';
import type { Status } from '../status';
import { orderEvent, orderOffer, orderOfferCell, orders } from '../tables';
import { readsAsResident } from '../view';
import { visibleTo } from '../visible';

/** A step of an order as one actor may know it. `order`: an order that they see; `pool`: their pool is another one now. */
export type FeedEvent =
  | { id: string; kind: 'pool' }
  | {
      id: string;
      kind: 'order';
      order: {
        code: string;
        /** Of the step; `order.changed` for who reads the order as its requester does. */
        type: string;
        /** As they stand now, which may be after this step. */
        version: number;
        status: Status;
        cell: string;
        /** It was the reader's own step. */
        own: boolean;
        /** Who of the staff did it, for staff. */
        by: { zh: string; en: string } | null;
      };
    };

type Step = typeof orderEvent.$inferSelect;

/** What a requester reads of a step: neither a note among staff nor a dispatch that was taken back. */
function isToldToRequester(step: Step): boolean {
  if (step.type === 'order.recalled') return false;
  return step.type !== 'order.noted' || (JSON.parse(step.data) as { toResident?: unknown }).toResident === true;
}

/**
 * Of these steps, in their order, what this actor may know: of orders that they see the step, and of offers in a
 * volunteer's cells that the pool changed and no more. Sight is that of now.
 */
export async function listFeed(ctx: Context, messages: readonly OrderMessage[]): Promise<FeedEvent[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || messages.length === 0) return [];
  const ids = [...new Set(messages.map(({ orderId }) => orderId))];
  const seen = await ctx.db
    .select()
    .from(orders)
    .where(and(inArray(orders.id, ids), visibleTo(actor, ctx.db, ctx.now())));
  const factsOf = await loadFactsOfAll(ctx.db, actor, seen, ctx.now());
  const rows = new Map(seen.map((row) => [row.id, row]));
  const steps = await stepsOf(ctx, messages, rows);
  const names = await personNames(
    ctx.db,
    [...steps.values()].map(({ actor: by }) => by),
  );
  const inPool = await offeredHere(ctx, ids);
  return messages.flatMap((message): FeedEvent[] => {
    const { id, orderId } = message;
    const row = rows.get(orderId);
    const step = steps.get(`${orderId} ${message.seq}`);
    const told: FeedEvent[] = inPool.has(orderId) ? [{ id, kind: 'pool' }] : [];
    if (!row || !step) return told;
    const asRequester = readsAsResident(standingOf(actor, row, factsOf(row)));
    if (asRequester && !isToldToRequester(step)) return told;
    const isStaff = step.relation !== 'requester' && step.relation !== 'proxy';
    const order = {
      code: row.code,
      type: asRequester ? 'order.changed' : step.type,
      version: row.version,
      status: row.status,
      cell: row.cellCode,
      own: step.actor === actor.personId,
      by: asRequester || !isStaff ? null : (names.get(step.actor) ?? null),
    };
    return [{ id, kind: 'order', order }];
  });
}

async function stepsOf(
  ctx: Context,
  messages: readonly OrderMessage[],
  rows: ReadonlyMap<string, OrderRow>,
): Promise<Map<string, Step>> {
  const wanted = messages.filter(({ orderId }) => rows.has(orderId));
  if (wanted.length === 0) return new Map();
  const found = await ctx.db
    .select()
    .from(orderEvent)
    .where(
      and(
        inArray(orderEvent.orderId, [...new Set(wanted.map(({ orderId }) => orderId))]),
        inArray(orderEvent.seq, [...new Set(wanted.map(({ seq }) => seq))]),
      ),
    );
  return new Map(found.map((step) => [`${step.orderId} ${step.seq}`, step]));
}

/** Which of these orders are or were offered where this person is a volunteer; never a sealed one. */
async function offeredHere(ctx: Context, ids: string[]): Promise<Set<string>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return new Set();
  const cells = actor.memberships.filter((m) => m.role === 'volunteer').map((m) => m.areaCode);
  if (cells.length === 0) return new Set();
  const offered = await ctx.db
    .selectDistinct({ id: orders.id })
    .from(orders)
    .innerJoin(orderOffer, eq(orderOffer.orderId, orders.id))
    .where(
      and(
        inArray(orders.id, ids),
        eq(orders.sealed, false),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(orderOfferCell)
            .where(and(eq(orderOfferCell.offerId, orderOffer.id), inArray(orderOfferCell.cellCode, cells))),
        ),
      ),
    );
  return new Set(offered.map(({ id }) => id));
}
