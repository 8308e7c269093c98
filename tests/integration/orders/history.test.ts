import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical, chainedEvent, eventHash } from '@/lib/casework/chain';
import type { Tx } from '@/lib/kernel/context';
import { sealDays } from '@/lib/orders/commands/seal-days';
import type { OrderRow } from '@/lib/orders/facts';
import { listEvents } from '@/lib/orders/queries/list-events';
import { type Misfit, verifyHistory } from '@/lib/orders/queries/verify-history';
import { orderEvent, orderSeal, orders } from '@/lib/orders/tables';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, type Made, perform, rowOf } from '@/tests/support/orders';

type EventRow = typeof orderEvent.$inferSelect;
const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}+08:00`);
const clock = () => c().ctx({ kind: 'system', name: 'clock' });
let first: Made;
let second: Made;
let unsealed: Made;
const rows = new Map<string, { head: OrderRow; events: EventRow[] }>();

beforeAll(async () => {
  c().clock.set(at('2024-01-15T09:00:00'));
  first = await anOrder(c(), { state: 'in_progress' });
  second = await anOrder(c(), { state: 'assigned' });
  c().clock.set(at('2024-01-16T09:00:00'));
  await perform(c(), 'gaofeng', 'submit_evidence', first, { words: '全部办妥。' });
  await perform(c(), 'zhengshucheng', 'pass', first);
  // No event on the 17th: an empty day is sealed like any other.
  c().clock.set(at('2024-01-18T09:00:00'));
  await perform(c(), first.holder, 'rate', first);
  await perform(c(), 'gaofeng', 'sign', second);
  c().clock.set(at('2024-01-19T09:00:00'));
  await sealDays(clock());
  unsealed = await anOrder(c(), { state: 'assigned' });
  for (const made of [first, second, unsealed]) {
    const head = await rowOf(c(), made);
    const events = await c()
      .engine.reader.select()
      .from(orderEvent)
      .where(eq(orderEvent.orderId, head.id))
      .orderBy(orderEvent.seq);
    rows.set(made.code, { head, events });
  }
});

/** What is found when somebody changes the database by hand; the change is undone. */
async function found(tamper: (tx: Tx) => Promise<unknown>): Promise<Misfit[]> {
  let misfits: Misfit[] = [];
  const undo = new Error('undo');
  await c()
    .engine.transaction(async (tx) => {
      await tamper(tx);
      misfits = (await verifyHistory(tx)).misfits;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return misfits;
}

const of = (made: Made) => {
  const kept = rows.get(made.code);
  if (!kept) throw new RangeError(`${made.code} is not kept`);
  return kept;
};
const eventIs = ({ orderId, seq }: EventRow) => and(eq(orderEvent.orderId, orderId), eq(orderEvent.seq, seq));
/** The same text with its last bit of one character turned. */
const flip = (text: string, i: number) =>
  text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1);

describe('an untouched history', () => {
  it('fits, and is what anybody can compute from /events', async () => {
    const report = await verifyHistory(c().engine.reader);
    expect(report).toEqual({ orders: 3, events: 6 + 3 + 2, days: 4, misfits: [] });
    let prevHash = '0'.repeat(64);
    for (const { hash, ...event } of (await listEvents(await c().as('auditor'), { code: first.code })).items) {
      expect(event.prevHash).toBe(prevHash);
      expect(event.at).toMatch(/^2024-01-1\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
      expect(
        createHash('sha256')
          .update(`${prevHash}\n${canonical(event)}`)
          .digest('hex'),
      ).toBe(hash);
      prevHash = hash;
    }
    expect(prevHash).toBe((await rowOf(c(), first)).lastHash);
  });
});

describe('one changed value', () => {
  const changes: { [K in keyof EventRow]: (row: EventRow) => EventRow[K] } = {
    orderId: () => 'nobody',
    seq: (row) => row.seq + 1000,
    type: (row) => `${row.type}x`,
    actor: (row) => flip(row.actor, 0),
    relation: (row) => flip(row.relation, 3),
    from: (row) => (row.from === null ? 'submitted' : null),
    to: (row) => flip(row.to, 1),
    data: (row) => row.data.replace('{', '{ '),
    at: (row) => row.at + 1,
    prevHash: (row) => flip(row.prevHash, 63),
    hash: (row) => flip(row.hash, 0),
  };

  it('in any column of any event is found, with the order and the event', async () => {
    let tried = 0;
    for (const made of [first, unsealed]) {
      for (const event of of(made).events) {
        for (const [column, change] of Object.entries(changes)) {
          const set = { [column]: change(event) };
          const misfits = await found((tx) => tx.update(orderEvent).set(set).where(eventIs(event)).returning());
          const named = misfits.filter((misfit) => misfit.order === made.code);
          const what = `${made.code} ${event.seq} ${column}`;
          expect(named.length, what).toBeGreaterThan(0);
          const near =
            column === 'orderId' || column === 'seq' ? [event.seq - 1, event.seq + 1, event.seq + 1000] : [event.seq];
          const last = event.seq === of(made).events.length;
          // Where the event is gone, the one after it does not follow, or the head does not fit the one before.
          expect(
            named.some(({ seq = 0 }) => near.includes(seq) || (last && event.seq === 1)),
            what,
          ).toBe(true);
          tried++;
        }
      }
    }
    expect(tried).toBe((6 + 2) * 11);
    expect(Object.keys(changes)).toHaveLength(Object.keys(of(first).events[0] ?? {}).length);
  });

  it('in any byte of an event’s data is found', async () => {
    const event = of(first).events[0];
    if (!event) throw new RangeError('no event');
    const missed: number[] = [];
    for (let i = 0; i < event.data.length; i++) {
      const data = flip(event.data, i);
      const misfits = await found((tx) => tx.update(orderEvent).set({ data }).where(eventIs(event)).returning());
      if (!misfits.some((misfit) => misfit.order === first.code && misfit.seq === 1)) missed.push(i);
    }
    expect(event.data.length).toBeGreaterThan(200);
    expect(missed).toEqual([]);
  });

  it('that says the same in other bytes is found: an event is kept as it was hashed', async () => {
    const event = of(first).events[0];
    if (!event) throw new RangeError('no event');
    const said = JSON.parse(event.data) as Record<string, unknown>;
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(said).reverse()));
    const other = [
      reversed,
      `${event.data} `,
      JSON.stringify(said, null, 1),
      event.data.replace('false', 'null'),
      '',
      '[]',
      'null',
    ];
    for (const data of other) {
      const misfits = await found((tx) => tx.update(orderEvent).set({ data }).where(eventIs(event)).returning());
      expect(misfits, data).toContainEqual(expect.objectContaining({ order: first.code, seq: 1 }));
    }
  });

  it('in the head of an order is found', async () => {
    for (const made of [first, unsealed]) {
      const { head } = of(made);
      for (const set of [
        { lastSeq: head.lastSeq + 1 },
        { lastSeq: head.lastSeq - 1 },
        { lastHash: flip(head.lastHash, 5) },
        { status: 'withdrawn' as const },
        { id: 'another' },
        { code: 'PL20240115-9999' },
      ]) {
        const misfits = await found((tx) => tx.update(orders).set(set).where(eq(orders.id, head.id)).returning());
        const named = [made.code, 'PL20240115-9999', head.id];
        expect(
          misfits.filter((misfit) => named.includes(misfit.order ?? '')).length,
          JSON.stringify(set),
        ).toBeGreaterThan(0);
      }
    }
  });

  it('in any column of any seal is found, with the day', async () => {
    const seals = await c().engine.reader.select().from(orderSeal).orderBy(orderSeal.on);
    expect(seals.map((seal) => [seal.on, seal.orderCount])).toEqual([
      ['2024-01-15', 2],
      ['2024-01-16', 1],
      ['2024-01-17', 0],
      ['2024-01-18', 2],
    ]);
    for (const seal of seals) {
      for (const set of [
        { on: seal.on.replace('2024', '2023') },
        { orderCount: seal.orderCount + 1 },
        { prevHash: flip(seal.prevHash, 10) },
        { hash: flip(seal.hash, 10) },
      ]) {
        const misfits = await found((tx) => tx.update(orderSeal).set(set).where(eq(orderSeal.on, seal.on)).returning());
        expect(
          misfits.some((misfit) => misfit.day !== undefined),
          `${seal.on} ${JSON.stringify(set)}`,
        ).toBe(true);
      }
    }
  });
});

describe('more than one value', () => {
  it('a deleted event, an inserted one, and two that changed places are found', async () => {
    const { events, head } = of(second);
    for (const event of events) {
      const misfits = await found((tx) => tx.delete(orderEvent).where(eventIs(event)).returning());
      expect(
        misfits.some((misfit) => misfit.order === second.code),
        `${event.seq}`,
      ).toBe(true);
    }
    const last = events.at(-1);
    if (!last) throw new RangeError('no event');
    const next = { ...last, seq: last.seq + 1, prevHash: last.hash };
    const inserted = { ...next, hash: eventHash(chainedEvent(next)) };
    expect(await found((tx) => tx.insert(orderEvent).values(inserted).returning())).toContainEqual(
      expect.objectContaining({ order: second.code, seq: next.seq, what: 'head' }),
    );
    const swapped = await found(async (tx) => {
      const [a, b] = events as [EventRow, EventRow];
      await tx.delete(orderEvent).where(eq(orderEvent.orderId, head.id));
      await tx.insert(orderEvent).values([{ ...a, seq: 2 }, { ...b, seq: 1 }, ...events.slice(2)]);
    });
    expect(swapped.filter((misfit) => misfit.order === second.code).length).toBeGreaterThan(1);
  });

  it('a history rewritten with all its hashes is found by the seal of its day', async () => {
    const { events, head } = of(second);
    const misfits = await found(async (tx) => {
      let prevHash = events[0]?.prevHash ?? '';
      for (const event of events) {
        const changed = { ...event, actor: event.seq === 2 ? 'somebody-else' : event.actor, prevHash };
        prevHash = eventHash(chainedEvent(changed));
        await tx
          .update(orderEvent)
          .set({ ...changed, hash: prevHash })
          .where(eventIs(event))
          .returning();
      }
      await tx.update(orders).set({ lastHash: prevHash }).where(eq(orders.id, head.id)).returning();
    });
    expect(misfits.map(({ what, day }) => [what, day])).toEqual([
      ['seal', '2024-01-15'],
      ['seal', '2024-01-18'],
    ]);
  });

  it('an order that was cut back by its last event, or taken away whole, is found by the seal', async () => {
    const { events, head } = of(second);
    const [, before, last] = events as [EventRow, EventRow, EventRow];
    const cut = await found(async (tx) => {
      await tx.delete(orderEvent).where(eventIs(last));
      await tx
        .update(orders)
        .set({ lastSeq: before.seq, lastHash: before.hash, status: 'assigned' })
        .where(eq(orders.id, head.id))
        .returning();
    });
    expect(cut).toEqual([{ day: '2024-01-18', what: 'seal' }]);
    const gone = await found(async (tx) => {
      await tx.delete(orderEvent).where(eq(orderEvent.orderId, head.id));
      await tx.delete(orders).where(eq(orders.id, head.id));
    });
    expect(gone).toEqual([
      { day: '2024-01-15', what: 'seal' },
      { day: '2024-01-18', what: 'seal' },
    ]);
  });

  it('an order without events, and events without an order, are found', async () => {
    const { head } = of(second);
    expect(await found((tx) => tx.delete(orderEvent).where(eq(orderEvent.orderId, head.id)))).toContainEqual({
      order: second.code,
      what: 'no_history',
    });
    expect(await found((tx) => tx.delete(orders).where(eq(orders.id, head.id)))).toContainEqual({
      order: head.id,
      what: 'orphan',
    });
  });

  it('a seal that is missing is found, at either end but the newest, which nothing follows yet', async () => {
    const without = (...days: string[]) =>
      found(async (tx) => {
        for (const day of days) await tx.delete(orderSeal).where(eq(orderSeal.on, day));
      });
    expect(await without('2024-01-16')).toEqual([
      { day: '2024-01-16', what: 'missing_day' },
      { day: '2024-01-17', what: 'seal' },
    ]);
    expect(await without('2024-01-17')).toContainEqual({ day: '2024-01-17', what: 'missing_day' });
    expect(await without('2024-01-15')).toContainEqual({ day: '2024-01-16', what: 'seal' });
    expect(await without('2024-01-16', '2024-01-17')).toContainEqual({ day: '2024-01-16', what: 'missing_day' });
  });
});

describe('the daily seal', () => {
  it('takes every day that is over, empty ones too, five minutes after midnight', async () => {
    const db = await community();
    const system = db.ctx({ kind: 'system', name: 'clock' });
    expect(await sealDays(system)).toEqual([]);
    db.clock.set(at('2024-01-15T23:59:00'));
    await anOrder(db, { state: 'submitted' });
    for (const [moment, sealed] of [
      ['2024-01-15T23:59:30', []],
      ['2024-01-16T00:04:59.999', []],
      ['2024-01-16T00:05:00', ['2024-01-15']],
      ['2024-01-16T12:00:00', []],
      ['2024-01-19T00:10:00', ['2024-01-16', '2024-01-17', '2024-01-18']],
      ['2024-01-19T00:10:00', []],
    ] as const) {
      db.clock.set(at(moment));
      expect(await sealDays(system), moment).toEqual(sealed);
    }
    expect((await verifyHistory(db.engine.reader)).misfits).toEqual([]);
  });

  it('is made once by several workers at once', async () => {
    const db = await community();
    const system = db.ctx({ kind: 'system', name: 'clock' });
    await anOrder(db, { state: 'assigned' });
    db.clock.set(at('2024-01-25T09:00:00'));
    const made = await Promise.all(Array.from({ length: 4 }, () => sealDays(system)));
    expect(made.flat().sort()).toEqual(Array.from({ length: 10 }, (_, i) => `2024-01-${15 + i}`));
    expect(await db.engine.reader.select().from(orderSeal)).toHaveLength(10);
    expect((await verifyHistory(db.engine.reader)).misfits).toEqual([]);
  });
});
