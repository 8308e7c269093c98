import { and, asc, eq, like } from 'drizzle-orm';
import type { Engine } from '@/db/client';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { noDue } from '@/lib/orders/clocks';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { indexOrder } from '@/lib/orders/search-store';
import type { Status } from '@/lib/orders/status';
import { orderAssignment, orderClock, orderContact, orders } from '@/lib/orders/tables';
import { area } from '@/lib/places/tables';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { communityCode } from '@/seeds/demo/geography-plan';
import { type Random, seededRandom } from '@/seeds/demo/random';
import { allItemTexts } from '@/seeds/demo/texts/item-texts';

/** A day of the desk; at each size it is the same, and what grows is what was done before. */
const aDay = 60;
const dayMs = 86_400_000;
const open: readonly (readonly [Status, number])[] = [
  ['submitted', 70],
  ['offered', 30],
  ['assigned', 110],
  ['in_progress', 210],
  ['awaiting_verification', 60],
  ['awaiting_rating', 40],
];
const openCount = open.reduce((sum, [, n]) => sum + n, 0);
/** Said by a few at each size. */
export const rareWord = '鹦鹉';
const sentences = allItemTexts.flatMap(({ item, topics }) =>
  topics.flatMap(({ spoken }) => spoken.map((said) => ({ code: item, words: said.split('|').at(-1) ?? '' }))),
);
/** Most statements take no more values than this at once. */
const perStatement = 200;

type Row = typeof orders.$inferInsert;

interface Ground {
  template: Row;
  items: Awaited<ReturnType<typeof listItems>>;
  buildings: { code: string; parentCode: string | null; nameZh: string; nameEn: string }[];
  units: string[];
}

/** One order by the real command: whatever a row must have, it has. */
async function groundOf(ctx: Context): Promise<Ground> {
  const buildings = await ctx.db
    .select({ code: area.code, parentCode: area.parentCode, nameZh: area.nameZh, nameEn: area.nameEn })
    .from(area)
    .where(and(eq(area.kind, 'building'), like(area.code, `${communityCode}%`)))
    .orderBy(asc(area.code));
  const made = await submitOrder(
    { ...ctx, actor: { kind: 'anonymous' } },
    {
      item: '0802',
      words: '楼下有车堵住了单元门，请帮忙联系车主。',
      place: { areaCode: buildings[0]?.code ?? '' },
      contact: { phone: '10080000000' },
      clientId: newId(),
    },
  );
  const [template] = await ctx.db.select().from(orders).where(eq(orders.code, made.code));
  if (!template || buildings.length === 0) throw new Error('the community has no building or took no order');
  return { template, items: await listItems(ctx.db), buildings, units: ['PL-PROP', 'DHS-UTIL', 'DHS-DEPT', 'PL-SANI'] };
}

const statusAt = (n: number): Status | null => {
  let left = n;
  for (const [status, count] of open) {
    if (left < count) return status;
    left -= count;
  }
  return null;
};

/** The `n`th order, the newest first: the first ones are open, the rest were closed over the years before. */
function rowOf({ template, items, buildings, units }: Ground, n: number, now: number, random: Random): Row {
  const status = statusAt(n);
  const submittedAt = Math.round(now - 3_600_000 - (n / aDay) * dayMs);
  const { code: itemCode, words: sentence } = random.pick(sentences);
  const item = items.find(({ code }) => code === itemCode) ?? items[0];
  const building = random.pick(buildings);
  const id = newId();
  const said = sentence.replace(/\{\w+\}/g, building.nameZh);
  const held = status !== null && status !== 'submitted' && status !== 'offered';
  const finishBy = submittedAt + 3 * dayMs;
  return {
    ...template,
    id,
    code: `PL${shanghaiDate(submittedAt).replaceAll('-', '')}-${String(2000 + (n % 7000)).padStart(4, '0')}`,
    queryHash: id,
    itemCode: item?.code ?? template.itemCode,
    categoryCode: item?.categoryCode ?? template.categoryCode,
    words: n % 4000 === 17 ? `${said}，丢了一只${rareWord}。` : said,
    cellCode: building.parentCode ?? template.cellCode,
    buildingCode: building.code,
    areaCode: building.code,
    placeZh: building.nameZh,
    placeEn: building.nameEn,
    status: status ?? 'closed',
    submittedAt,
    createdAt: submittedAt,
    updatedAt: submittedAt + dayMs,
    dispatchedAt: status === 'submitted' ? null : submittedAt,
    acceptStartedAt: status === 'submitted' ? null : submittedAt,
    acceptBy: status === 'submitted' ? null : submittedAt + dayMs,
    finishBy: status === 'submitted' ? null : finishBy,
    evidenceAt: status === 'awaiting_verification' || status === 'awaiting_rating' ? submittedAt + dayMs : null,
    dueAt: status === null ? noDue : now + random.int(-dayMs, 4 * dayMs),
    assigneeUnit: held ? random.pick(units) : null,
    holderKind: held ? 'unit' : null,
    closedAt: status === null ? submittedAt + 2 * dayMs : null,
    verifiedAt: status === null ? submittedAt + dayMs : null,
    outcome: status === null ? 'resolved' : null,
    closing: status === null ? 'rated' : null,
    ratedClosing: status === null ? 1 : 0,
    reopenUntil: status === null ? submittedAt + 32 * dayMs : null,
  };
}

/**
 * Brings the community's orders from `from` to `to`, in bulk and without what follows from each: rows of orders, their
 * contacts, assignments, clocks and what they are found by. The same at every run.
 */
export async function fillOrders(
  engine: Engine,
  ctx: Context,
  from: number,
  to: number,
  onProgress: (done: number) => void,
): Promise<void> {
  if (to <= openCount) throw new RangeError(`at least ${openCount + 1} orders`);
  const ground = await groundOf(ctx);
  const byCode = new Map(ground.items.map((item) => [item.code, item]));
  const random = seededRandom(from);
  for (let n = from; n < to; n += perStatement) {
    const list = Array.from({ length: Math.min(perStatement, to - n) }, (_, i) =>
      rowOf(ground, n + i, ctx.now(), random),
    );
    await engine.transaction(async (tx) => {
      await tx.insert(orders).values(list);
      await tx.insert(orderContact).values(
        list.map(({ id }, i) => {
          const tail = String((n + i) % 10_000).padStart(4, '0');
          return { orderId: id, name: '压测', phone: `1008000${tail}`, phoneTail: tail };
        }),
      );
      await tx.insert(orderClock).values(
        list.map(({ id, submittedAt, dueAt }) => {
          return {
            id: newId(),
            orderId: id,
            kind: 'dispatch' as const,
            seq: 1,
            startedAt: submittedAt,
            dueAt,
            why: [],
          };
        }),
      );
      await tx.insert(orderAssignment).values(
        list.map(({ id, submittedAt, closedAt }, i) => {
          const back = (n + i) % 25 === 0;
          const ended = back || closedAt !== null;
          return {
            id: newId(),
            orderId: id,
            unitCode: ground.units[(n + i) % ground.units.length],
            startedAt: submittedAt,
            endedAt: ended ? submittedAt + dayMs : null,
            endedBy: back ? ('return' as const) : ended ? ('close' as const) : null,
          };
        }),
      );
      for (const row of list)
        await indexOrder(tx, {
          order: row as Parameters<typeof indexOrder>[1]['order'],
          item: byCode.get(row.itemCode),
        });
    });
    onProgress(n + list.length);
  }
}
