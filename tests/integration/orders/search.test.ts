import BetterSqlite3 from 'better-sqlite3';
import { and, asc, sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { sqliteFile } from '@/db/client';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { indexOrders } from '@/lib/orders/commands/index-orders';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { wordsFound } from '@/lib/orders/search-store';
import { foundIn } from '@/lib/orders/search-words';
import { orders } from '@/lib/orders/tables';
import { visibleTo } from '@/lib/orders/visible';
import { sharedCommunity } from '@/tests/support/community';
import { perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();

const codesOf = async (who: string, q: string) =>
  (await listOrders(await c().as(who), { q, limit: 200 })).items.map((item) => item.code);

/** Numbers that look like chance and are the same in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

// Few characters, so that the same neighbours come up in many texts and across punctuation.
const letters = [...'水管漏电梯灯坏了三天楼道堵车噪音大𠮷〇'];
const between = ['', '', '', '', '，', '。', ' ', '、', '3', 'A栋', ' wifi '];

function someText(chance: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  return Array.from({ length: 8 + Math.floor(chance() * 40) }, () => pick(letters) + pick(between)).join('');
}

/** How the engine goes about a query; on PostgreSQL as it would where a table is long. */
async function planOf({ sql: text, params }: { sql: string; params: unknown[] }): Promise<string> {
  const { url } = c().engine;
  if (c().engine.kind === 'sqlite') {
    const db = new BetterSqlite3(sqliteFile(url), { readonly: true });
    try {
      const rows = db.prepare(`explain query plan ${text}`).all(...params) as { detail: string }[];
      return rows.map((row) => row.detail).join('\n');
    } finally {
      db.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, params);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.end();
  }
}

describe('the index of words', () => {
  it('finds what LIKE finds, in 1100 texts, whether few of them have it or most', async () => {
    const chance = chances(7);
    const template = await rowOf(c(), await submitted(c()));
    const texts = Array.from({ length: 1100 }, () => `${someText(chance)}。公共的事`);
    // Written past the commands, as rows of a time before the index, and then brought in.
    await c().engine.transaction(async (tx) => {
      for (const [n, words] of texts.entries()) {
        const own = { id: newId(), code: `ZZ20240115-${1000 + n}`, queryHash: `generated ${n}`, words };
        const elsewhere = { itemCode: '', placeZh: '', placeEn: '', communityCode: 'x', cellCode: 'x', zoneCode: 'x' };
        await tx.insert(orders).values({ ...template, ...own, ...elsewhere, streetCode: 'x' });
      }
    });
    expect(await indexOrders(c().ctx())).toBeGreaterThanOrEqual(1100);
    expect(await indexOrders(c().ctx())).toBe(0);
    const queries = new Set<string>(['公共', '公共的', '事']);
    for (let i = 0; i < 300; i++) {
      const text = [...(texts[Math.floor(chance() * texts.length)] as string)];
      const at = Math.floor(chance() * text.length);
      const run = /^\p{Script=Han}+/u.exec(text.slice(at).join(''))?.[0];
      if (run) queries.add([...run].slice(0, 1 + Math.floor(chance() * 4)).join(''));
      queries.add([letters[i % letters.length], letters[(i * 7) % letters.length]].join(''));
    }
    for (const q of queries) {
      // Above a thousand the orders are asked one by one: the same answer, found in another way.
      const where = await wordsFound(c().engine.reader, q);
      const found = await c()
        .engine.reader.select({ code: orders.code })
        .from(orders)
        .where(sql`${where} and ${orders.queryHash} like 'generated %'`);
      const expected = texts.flatMap((text, n) => (text.includes(q) ? [`ZZ20240115-${1000 + n}`] : []));
      expect(found.map((row) => row.code).sort(), q).toEqual(expected.sort());
    }
  });

  it.each(['水管', '公共'])('reads no whole table of orders when it looks for %s', async (q) => {
    const { reader } = c().engine;
    const common = q === '公共';
    const seen = visibleTo((await c().as('limin')).actor, reader, c().clock.now());
    const query = reader
      .select({ id: orders.id })
      .from(orders)
      .where(and(seen, (await wordsFound(reader, q)) ?? undefined))
      .orderBy(asc(orders.dueAt), asc(orders.id))
      .limit(51);
    const plan = await planOf(query.toSQL());
    expect(plan).not.toMatch(/SCAN orders(?! USING INDEX)|Seq Scan on orders\b/);
    const byIndex = common ? /order_search VIRTUAL TABLE INDEX|order_search_pkey/ : /autoindex_orders_1|orders_pkey/;
    expect(plan).toMatch(byIndex);
  });

  it('finds two characters and more, every term of several, and an item by its name', async () => {
    const order = await submitted(c(), { words: 'ＷｉＦｉ 柜子旁的水管爆裂，Street light broken 二单元' });
    for (const q of [
      '水管',
      '爆裂',
      '水管爆',
      '二单元 水管',
      'wifi',
      'WIFI',
      'street',
      'STREET LIGHT',
      'ligh',
      '裂',
      '挪车',
    ]) {
      expect(await codesOf('limin', q), q).toContain(order.code);
    }
    for (const q of ['管爆水', '裂T', '旁水', '水管 电梯', 'treet', '爆裂二单元']) {
      expect(await codesOf('limin', q), q).not.toContain(order.code);
    }
  });

  it('knows new words and a new place at once, and the old ones no more', async () => {
    const order = await submitted(c(), { words: '旧的说法是泥鳅池塘' });
    await perform(c(), order.holder, 'amend', order, { words: '改成了蜗牛花园' });
    expect(await codesOf('limin', '泥鳅')).toEqual([]);
    expect(await codesOf('limin', '蜗牛')).toEqual([order.code]);
    expect((await rowOf(c(), order)).words).toBe('改成了蜗牛花园');
  });

  it('is written with the order or not at all', async () => {
    const before = await codesOf('limin', '楼下有车');
    const cutShort: Context['transaction'] = (fn) =>
      c().engine.transaction(async (tx) => {
        await fn(tx);
        throw new Error('cut short');
      });
    await expect(submitted(c(), { words: '楼下有鸬鹚捕鱼' }, { transaction: cutShort })).rejects.toThrow('cut short');
    expect(await codesOf('limin', '鸬鹚')).toEqual([]);
    expect(await codesOf('limin', '楼下有车')).toEqual(before);
  });

  it('tells nobody of an order that they do not see, nor of a door or a name', async () => {
    const order = await submitted(c(), {
      words: '猕猴桃树倒了',
      contact: { name: '上官测试', phone: '10081230099' },
      place: { areaCode: '320371003208005-05', detail: '地下室铁门后' },
    });
    expect(await codesOf('limin', '猕猴桃')).toEqual([order.code]);
    for (const who of ['gaofeng', 'huanwei', 'zhoujianguo', 'liuyang', 'heping']) {
      expect(await codesOf(who, '猕猴桃'), who).toEqual([]);
    }
    for (const q of ['上官测试', '铁门']) expect(await codesOf('limin', q), q).toEqual([]);
  });

  it('shows where the words were found, however far down they stand', async () => {
    const order = await submitted(c(), { words: `${'前面说了很多别的话。'.repeat(8)}后来才说到化粪池外溢。` });
    const list = await listOrders(await c().as('limin'), { q: '化粪池' });
    const excerpt = list.items.find((item) => item.code === order.code)?.excerpt ?? '';
    expect(excerpt.startsWith('…')).toBe(true);
    expect(foundIn(excerpt, '化粪池').map(({ start, end }) => excerpt.slice(start, end))).toEqual(['化粪池']);
  });
});
