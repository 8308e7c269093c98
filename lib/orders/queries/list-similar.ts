import { and, eq, inArray, ne, notInArray, or } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { PlaceView } from '@/lib/places/view';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { tellableNearby } from '../join-nearby';
import { whyNotJoined } from '../merging';
import { joinTokenOf } from '../secrets';
import type { Likeness } from '../similar';
import type { Status } from '../status';
import { orderApart, orders } from '../tables';
import { visibleTo } from '../visible';
import { rowOf } from '../workflow';
import { loadSeen } from './get-order';
import type { Named } from './holders-of';
import { reportAt } from './similar-nearby';
import { photosOf, reportOf, type SimilarOrder, similarTo } from './similar-to';

export interface SimilarView {
  code: string;
  status: Status;
  item: string;
  itemName: Named;
  place: Named;
  /** The requester's words, cut to one line. */
  excerpt: string;
  /** RFC 3339. */
  submittedAt: string;
  households: number | null;
  reasons: Likeness[];
  /** Why neither may follow the other; null where one may. */
  refusal: string | null;
}

/** One beside a report that is being written; `token`: what `joins` sends along, null where none may join it. */
export type BesideNew = SimilarView & { token: string | null };

const most = 5;
const gone = ['withdrawn', 'declined', 'merged'] as const;

/**
 * 相似工单: what may be of the same thing as this order, with the reasons, for whoever dispatches it (3.8). Nothing that is
 * sealed, and no pair that somebody told apart.
 * @throws not_found `order.not_found` · forbidden `order.not_for_you.merge`
 */
export async function listSimilar(ctx: Context, input: { code: string }): Promise<{ items: SimilarView[] }> {
  const { order, standing } = await loadSeen(ctx, input.code);
  if (!standing.relations.has('dispatcher')) throw new DomainError('forbidden', 'order.not_for_you.merge');
  if (order.sealed) return { items: [] };
  const apart = await apartFrom(ctx, order.id);
  const photos = (await photosOf(ctx.db, [order])).get(order.id) ?? [];
  const found = await similarTo(
    ctx.db,
    reportOf(order, photos),
    and(
      visibleTo(ctx.actor, ctx.db, ctx.now()),
      ne(orders.id, order.id),
      eq(orders.sealed, false),
      notInArray(orders.status, [...gone]),
      apart.length > 0 ? notInArray(orders.id, apart) : undefined,
    ),
  );
  const mayMove = (row: typeof order) => (rowOf('merge').from as readonly Status[]).includes(row.status);
  return similarViews(ctx, found.slice(0, most), (other) => {
    const ways = [
      mayMove(order) ? whyNotJoined(order, other) : 'order.not_in_state',
      mayMove(other) ? whyNotJoined(other, order) : 'order.not_in_state',
    ];
    return ways.includes(null) ? null : (ways[0] ?? null);
  });
}

/** As the desk reads them. */
export async function similarViews(
  ctx: Context,
  found: readonly SimilarOrder[],
  refusalOf: (order: SimilarOrder['order']) => string | null,
): Promise<{ items: SimilarView[] }> {
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  return {
    items: found.map(({ order, reasons }) => ({
      code: order.code,
      status: order.status,
      item: order.itemCode,
      itemName: names.get(order.itemCode) ?? { zh: order.itemCode, en: order.itemCode },
      place: { zh: order.placeZh, en: order.placeEn },
      excerpt: [...order.words].slice(0, 60).join(''),
      submittedAt: rfc3339(order.submittedAt),
      households: order.households,
      reasons,
      refusal: refusalOf(order),
    })),
  };
}

async function apartFrom(ctx: Context, id: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ oneId: orderApart.oneId, otherId: orderApart.otherId })
    .from(orderApart)
    .where(or(eq(orderApart.oneId, id), eq(orderApart.otherId, id)))
    .orderBy(orderApart.oneId, orderApart.otherId);
  return rows.map(({ oneId, otherId }) => (oneId === id ? otherId : oneId));
}

/**
 * The same beside a report that is being written at the desk: what this clerk sees of its cell, with the reasons, for each
 * item that the words may mean, the likeliest first (journey 7.2).
 */
export async function similarToNew(
  ctx: Context,
  input: { words: string; items: readonly string[]; place: PlaceView },
): Promise<BesideNew[]> {
  const where = and(
    visibleTo(ctx.actor, ctx.db, ctx.now()),
    eq(orders.sealed, false),
    notInArray(orders.status, [...gone]),
  );
  const found = new Map<string, SimilarOrder>();
  for (const item of input.items) {
    const report = await reportAt(ctx, { ...input, item });
    const alike = report ? await similarTo(ctx.db, report, where) : [];
    for (const one of alike) if (!found.has(one.order.id)) found.set(one.order.id, one);
  }
  const near = [...found.values()].slice(0, most);
  const open = await ctx.db
    .select({ id: orders.id, code: orders.code })
    .from(orders)
    .where(
      and(
        inArray(
          orders.id,
          near.map(({ order }) => order.id),
        ),
        tellableNearby(),
      ),
    )
    .orderBy(orders.id);
  const tokens = new Map(open.map(({ id, code }) => [code, joinTokenOf(id)]));
  const { items } = await similarViews(ctx, near, () => null);
  return items.map((one) => ({ ...one, token: tokens.get(one.code) ?? null }));
}
