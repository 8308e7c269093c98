import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { setCalendarDay } from '@/lib/calendar/commands/set-calendar-day';
import { recomputeClocks } from '@/lib/orders/commands/recompute-clocks';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { countOrders } from '@/lib/orders/queries/count-orders';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import type { ListOrdersInput } from '@/lib/orders/question-input';
import { community, sharedCommunity } from '@/tests/support/community';
import {
  anOrder,
  lastEvent,
  type Made,
  perform,
  type Reachable,
  reachable,
  rowOf,
  submitted,
} from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}+08:00`);
const made = new Map<Reachable, Made>();
beforeAll(async () => {
  c().clock.set(at('2024-01-15T09:00:00'));
  for (const state of reachable) {
    c().clock.advance(1000);
    made.set(state, await anOrder(c(), { state }));
  }
});

const codesOf = async (who: string, input: ListOrdersInput) =>
  (await listOrders(await c().as(who), input)).items.map((item) => item.code);
const of = (...names: Reachable[]) => names.map((name) => made.get(name)?.code ?? '');

describe('the views of a list', () => {
  it.each([
    ['limin', 'to_dispatch', ['submitted']],
    ['gaofeng', 'to_sign', ['assigned']],
    ['gaofeng', 'mine', ['in_progress', 'suspended', 'awaiting_verification']],
    ['limin', 'suspended', ['suspended']],
    ['limin', 'to_decide', []],
    ['limin', 'arbitration', []],
    ['zhengshucheng', 'to_verify', ['awaiting_verification']],
    ['zhengshucheng', 'verified', ['awaiting_rating', 'closed']],
    ['limin', 'closed_today', ['closed']],
    ['zhengshucheng', 'to_sign', []],
  ] as const)('%s, %s', async (who, view, expected) => {
    expect((await codesOf(who, { view })).sort()).toEqual(of(...expected).sort());
  });

  it('show what was asked for, and what was typed for others', async () => {
    c().clock.set(at('2024-01-15T10:00:00'));
    const input = { item: '0802', words: '挪车', place: { areaCode: '320371003208005-05' } };
    const own = await submitOrder(await c().as('zhoujianguo'), { ...input, clientId: 'list-own-1' });
    const typed = await submitOrder(await c().as('chenchen'), {
      ...input,
      proxy: { knownBy: 'phone', consentAt: '2024-01-15T09:50:00+08:00' },
      clientId: 'list-typed-1',
    });
    expect(await codesOf('zhoujianguo', { view: 'requested' })).toEqual([own.code]);
    expect(await codesOf('chenchen', { view: 'requested' })).toEqual([typed.code]);
    await perform(c(), 'zhoujianguo', 'withdraw', own);
    await perform(c(), 'limin', 'decline', typed);
  });

  it('say what is late and what soon will be', async () => {
    const { acceptBy, dueAt } = await rowOf(c(), made.get('assigned') as Made);
    expect(dueAt).toBe(acceptBy);
    c().clock.set((dueAt ?? 0) - 1000);
    expect(await codesOf('limin', { view: 'due_soon' })).toContain(of('assigned')[0]);
    expect(await codesOf('limin', { view: 'overdue' })).not.toContain(of('assigned')[0]);
    c().clock.set((dueAt ?? 0) + 1);
    expect(await codesOf('limin', { view: 'overdue' })).toContain(of('assigned')[0]);
    expect(await codesOf('limin', { due: 'over' })).toContain(of('assigned')[0]);
    c().clock.set(at('2024-01-15T10:00:00'));
  });

  it('are counted as they are listed', async () => {
    const counts = await countOrders(await c().as('limin'));
    const many = async (input: ListOrdersInput) => (await codesOf('limin', { ...input, limit: 200 })).length;
    expect(counts).toEqual({
      overdue: await many({ view: 'overdue' }),
      dueSoon: await many({ view: 'due_soon' }),
      toDispatch: await many({ view: 'to_dispatch' }),
      inProgress: await many({ status: 'offered,assigned,in_progress' }),
      toVerify: await many({ status: 'awaiting_verification' }),
      closedToday: await many({ view: 'closed_today' }),
    });
    expect(await countOrders(await c().as('zhoujianguo'))).toMatchObject({ toDispatch: 0, inProgress: 0 });
  });
});

describe('what the street is shown of a community', () => {
  it('is what is over its finish: not what was handed in or asked about in time, by list and by number', async () => {
    const db = await community();
    const officer = await db.as('jiedao');
    const late = await anOrder(db, { state: 'in_progress' });
    const [waiting, passed] = [
      await anOrder(db, { state: 'in_progress' }),
      await anOrder(db, { state: 'in_progress' }),
    ];
    const asked = await anOrder(db, { state: 'assigned' });
    await perform(db, 'gaofeng', 'return', asked, { reason: 'R2', basis: '地址写得不清楚。' });
    await perform(db, 'limin', 'ask_info', asked);
    for (const order of [waiting, passed]) await perform(db, 'gaofeng', 'submit_evidence', order);
    await perform(db, 'zhengshucheng', 'pass', passed);
    const overdue = await anOrder(db, { state: 'in_progress' });
    const list = [late, waiting, passed, asked, overdue];
    const finishes = await Promise.all(list.map(async (order) => (await rowOf(db, order)).finishBy ?? 0));
    db.clock.set(Math.max(...finishes) + 60_000);
    await perform(db, 'gaofeng', 'submit_evidence', overdue);
    const seen = (await listOrders(officer, { limit: 200 })).items.map((item) => item.code);
    expect(seen.sort()).toEqual([late.code, overdue.code].sort());
    for (const order of list) {
      const opened = getOrder(officer, { code: order.code }).then(
        () => true,
        () => false,
      );
      expect(await opened, order.code).toBe(seen.includes(order.code));
    }
  });
});

describe('pages', () => {
  it('follow each other without a gap or a double, whatever their size', async () => {
    for (const view of ['all', 'requested', 'closed_today'] as const) {
      const whole = await codesOf('limin', { view, limit: 200 });
      for (const limit of [1, 3, 7]) {
        const pages: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listOrders(await c().as('limin'), { view, limit, cursor });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          pages.push(...page.items.map((item) => item.code));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(pages, `${view} by ${limit}`).toEqual(whole);
      }
    }
  });

  it('refuse a cursor that is none, and a size that is none', async () => {
    for (const input of [{ cursor: 'x' }, { cursor: 'WzEsMl0' }, { limit: 0 }, { limit: 201 }, { limit: 'all' }]) {
      await expect(listOrders(await c().as('limin'), input as ListOrdersInput)).rejects.toMatchObject({
        code: 'invalid',
      });
    }
  });
});

describe('search', () => {
  it('takes words as they stand: nothing in them is a pattern', async () => {
    const odd = await submitted(c(), { words: '打折100%_优惠\\过期，是骗人的吧' });
    for (const q of ['100%_优惠', '\\过期', '%_', odd.code.slice(0, 12), 'C区5号楼']) {
      expect(await codesOf('limin', { q, limit: 200 }), q).toContain(odd.code);
    }
    for (const q of ['100_优惠', '打%优惠', '没有这句话', "' or 1=1 --"]) {
      expect(await codesOf('limin', { q }), q).not.toContain(odd.code);
    }
  });

  it('finds the last four digits of a phone, but of nobody who asked to stay hidden', async () => {
    const contact = { phone: '10081237531' };
    const plain = await submitted(c(), { contact });
    const hidden = [
      await submitted(c(), { contact, anonymous: true }),
      await submitted(c(), { contact, confidential: true }),
    ];
    const found = await codesOf('limin', { q: '7531' });
    expect(found).toContain(plain.code);
    for (const order of hidden) expect(found).not.toContain(order.code);
  });

  it('narrows by a place of any level, and finds nothing in what is no place', async () => {
    const row = await rowOf(c(), { code: of('submitted')[0] ?? '' });
    const all = (await codesOf('limin', { limit: 200 })).sort();
    const levels = [row.streetCode, row.communityCode, row.quarterCode, row.cellCode, row.buildingCode];
    for (const area of levels.flatMap((code) => code ?? [])) {
      expect((await codesOf('limin', { area, limit: 200 })).sort(), area).toEqual(all);
    }
    for (const area of ['320371003208001-03', `${row.buildingCode}-1`, 'nowhere', '%']) {
      expect(await codesOf('limin', { area }), area).toEqual([]);
    }
  });

  it('finds the end of a number, its beginning, and a part with its dash', async () => {
    const [code = ''] = of('assigned');
    for (const q of [code.slice(-4), code.slice(0, 4), code.slice(6), code.toLowerCase()]) {
      expect(await codesOf('limin', { q, limit: 200 }), q).toContain(code);
    }
    expect(await codesOf('limin', { q: `${code}9` })).toEqual([]);
  });

  it('narrows by state, item, area and handler', async () => {
    expect(
      await codesOf('limin', { status: 'declined,withdrawn', item: '08', area: '320371003208005', limit: 200 }),
    ).toEqual(expect.arrayContaining(of('declined', 'withdrawn')));
    expect(await codesOf('limin', { area: '320371003208004' })).toEqual([]);
    expect(await codesOf('limin', { item: '0601' })).toEqual([]);
    expect((await codesOf('limin', { assignee: 'PL-PROP', status: 'assigned' })).sort()).toEqual(of('assigned'));
    expect(await codesOf('limin', { updatedSince: '2024-02-01T00:00:00+08:00' })).toEqual([]);
  });
});

describe('a changed calendar', () => {
  it('moves the clocks that run over the day, each with a trace, and nothing else', async () => {
    const db = await community();
    db.clock.set(at('2024-01-15T09:00:00'));
    const [running, done] = [
      await anOrder(db, { state: 'awaiting_verification' }),
      await anOrder(db, { state: 'withdrawn' }),
    ];
    const recalled = await anOrder(db, { state: 'assigned' });
    db.clock.set(at('2024-01-15T15:00:00'));
    await perform(db, 'limin', 'recall', recalled);
    const before = await rowOf(db, running);
    expect(before.verifyBy).toBe(at('2024-01-16T09:00:00'));
    expect((await rowOf(db, recalled)).dispatchBy).toBe(at('2024-01-16T09:30:00'));
    const events = (await lastEvent(db, running, 'order.evidence_submitted')).verifyBy;
    const officer = await db.as('admin');
    await setCalendarDay(officer, {
      date: '2024-01-16',
      kind: 'off',
      expected: null,
      name: '停水',
      nameEn: 'No water',
      source: '社区公告',
    });
    const system = db.ctx({ kind: 'system', name: 'clock' });
    expect(await recomputeClocks(system, { fromDate: '2024-01-16', toDate: '2024-01-16' })).toBe(2);
    expect(await rowOf(db, running)).toMatchObject({
      verifyBy: at('2024-01-17T09:00:00'),
      dueAt: at('2024-01-17T09:00:00'),
      version: before.version,
    });
    // Counted from the recall, not from the submit.
    expect((await rowOf(db, recalled)).dispatchBy).toBe(at('2024-01-17T09:30:00'));
    expect((await lastEvent(db, running, 'order.evidence_submitted')).verifyBy).toEqual(events);
    const traces = await db.engine.reader.select().from(auditEntry).where(eq(auditEntry.action, 'clock.recomputed'));
    expect(traces.map((trace) => trace.subjectId).sort()).toEqual([before.id, (await rowOf(db, recalled)).id].sort());
    expect(await recomputeClocks(system, { fromDate: '2024-01-16', toDate: '2024-01-16' })).toBe(0);
    expect((await rowOf(db, done)).status).toBe('withdrawn');
  });
});
