import { and, asc, count, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { countOrders } from '@/lib/orders/queries/count-orders';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { listOrders, type OrderList } from '@/lib/orders/queries/list-orders';
import { listSimilar } from '@/lib/orders/queries/list-similar';
import { openStatuses } from '@/lib/orders/status';
import { orders } from '@/lib/orders/tables';
import { communityCode } from '@/seeds/demo/geography-plan';
import { rareWord } from './fill';

/** What the desk asks, and the least that the same rows can cost: read by their keys, or counted off an index. */
export interface Question {
  what: string;
  ask: () => Promise<unknown>;
  ceiling: () => Promise<unknown>;
  /** How many rows both of them read. */
  rows: number;
}

const dayMs = 86_400_000;
const readByKeys = (ctx: Context, ids: string[]) => () => ctx.db.select().from(orders).where(inArray(orders.id, ids));

/** The questions of a dispatcher who sees the whole community. */
export async function questionsOf(ctx: Context): Promise<Question[]> {
  const [dispatch] = (await listOrders(ctx, { view: 'to_dispatch', limit: 1 })).items;
  const [old] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.communityCode, communityCode), eq(orders.status, 'closed')))
    .orderBy(asc(orders.submittedAt), asc(orders.id))
    .limit(1);
  const [fresh] = await ctx.db
    .select()
    .from(orders)
    .where(eq(orders.code, dispatch?.code ?? ''))
    .limit(1);
  if (!old || !fresh) throw new Error('there is nothing to ask about');

  const list = async (what: string, input: Parameters<typeof listOrders>[1]): Promise<Question> => {
    const ask = (): Promise<OrderList> => listOrders(ctx, { limit: 50, ...input });
    const codes = (await ask()).items.map(({ code }) => code);
    const found = await ctx.db
      .select({ id: orders.id })
      .from(orders)
      .where(inArray(orders.code, [...codes, '-']));
    return {
      what,
      ask,
      ceiling: readByKeys(
        ctx,
        found.map(({ id }) => id),
      ),
      rows: found.length,
    };
  };

  const near = and(
    eq(orders.cellCode, fresh.cellCode),
    gte(orders.submittedAt, fresh.submittedAt - 3 * dayMs),
    lte(orders.submittedAt, fresh.submittedAt + 3 * dayMs),
  );
  const beside = () => ctx.db.select().from(orders).where(near).orderBy(desc(orders.submittedAt), desc(orders.id));
  const counted = and(eq(orders.communityCode, communityCode), inArray(orders.status, [...openStatuses]));
  const countOff = () => ctx.db.select({ n: count() }).from(orders).where(counted);
  const [{ n = 0 } = {}] = await countOff();
  const candidates = (await listCandidates(ctx, { code: fresh.code })).items.length;
  return [
    await list('列表 list, 待派单', { view: 'to_dispatch' }),
    await list('列表 list, 全部', { view: 'all' }),
    await list('列表 list, 已超时', { view: 'overdue' }),
    await list('列表 list, 一个网格 a cell', { view: 'all', area: fresh.cellCode }),
    await list('查 search, 单号 number', { q: old.code }),
    await list('查 search, 单号后段 part of a number', { q: old.code.slice(-4) }),
    await list('查 search, 两个字 two characters', { q: '路灯' }),
    await list('查 search, 少见的两个字 rare', { q: rareWord }),
    await list('查 search, 地址 address', { q: old.placeZh }),
    await list('查 search, 手机尾号 phone tail', { q: '0042' }),
    { what: '计数 counters', ask: () => countOrders(ctx), ceiling: countOff, rows: n },
    {
      what: '候选 candidates',
      ask: () => listCandidates(ctx, { code: fresh.code }),
      ceiling: readByKeys(ctx, [fresh.id]),
      rows: candidates,
    },
    {
      what: '相似 similar orders',
      ask: () => listSimilar(ctx, { code: fresh.code }),
      ceiling: beside,
      rows: (await beside()).length,
    },
  ];
}
