import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { tellOfOrder } from '@/lib/notices/handlers';
import { addNotices } from '@/lib/notices/store';
import { notice } from '@/lib/notices/tables';
import { addBulk } from '@/lib/orders/bulk-store';
import { planBulk } from '@/lib/orders/commands/plan-bulk';
import { runBulk } from '@/lib/orders/commands/run-bulk';
import { undoBulk } from '@/lib/orders/commands/undo-bulk';
import { undoDispatch } from '@/lib/orders/commands/undo-dispatch';
import { undoDispatchMs } from '@/lib/orders/conditions';
import { getBulk } from '@/lib/orders/queries/get-bulk';
import { undoableDispatch } from '@/lib/orders/queries/undoable-dispatch';
import { sharedCommunity } from '@/tests/support/community';
import { eventsOf, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const limin = () => c().as('limin');
const dispatched = async (): Promise<Made> => {
  const order = await submitted(c());
  await perform(c(), 'limin', 'assign', order);
  return order;
};
const undo = async (who: string, order: Made, version?: number) =>
  undoDispatch(await c().as(who), { code: order.code, version: version ?? (await rowOf(c(), order)).version });

describe('撤销 of a dispatch', () => {
  it('leaves the order waiting, held by nobody, with the limit that ran before', async () => {
    const order = await submitted(c());
    const before = await rowOf(c(), order);
    c().clock.advance(60_000);
    await perform(c(), 'limin', 'assign', order);
    c().clock.advance(9_000);
    await undo('limin', order);
    expect(await rowOf(c(), order)).toMatchObject({
      status: 'submitted',
      assigneeUnit: null,
      assigneePerson: null,
      acceptBy: null,
      dispatchBy: before.dispatchBy,
      dueAt: before.dispatchBy,
    });
    expect((await eventsOf(c(), order)).at(-1)).toMatchObject({ type: 'order.recalled', to: 'submitted' });
    await perform(c(), 'limin', 'assign', order);
  });

  it('is for seconds, for whoever dispatched it, and while nobody touched it, and a refusal leaves the row as it was', async () => {
    const late = await dispatched();
    c().clock.advance(undoDispatchMs + 1);
    const others = await dispatched();
    const noted = await dispatched();
    await perform(c(), 'shuji', 'note', noted);
    const signed = await dispatched();
    await perform(c(), 'gaofeng', 'sign', signed);
    const rows = async () => Promise.all([late, others, noted, signed].map((order) => rowOf(c(), order)));
    const before = await rows();
    await expect(undo('limin', late)).rejects.toMatchObject({ reason: 'order.undo_too_late' });
    await expect(undo('jiedao', others)).rejects.toThrow();
    await expect(undo('limin', noted)).rejects.toMatchObject({ reason: 'order.undo_touched' });
    await expect(undo('limin', signed)).rejects.toThrow();
    await expect(undo('limin', others, 1)).rejects.toMatchObject({ reason: 'order.stale' });
    expect(await rows()).toEqual(before);
    expect(await undoableDispatch(await limin(), others)).toEqual({ version: before[1]?.version });
    expect(await undoableDispatch(await limin(), noted)).toBeNull();
    expect(await undoableDispatch(await limin(), late)).toBeNull();
    expect(await undoableDispatch(await c().as('shuji'), others)).toBeNull();
  });

  it('is done once of two at the same time', async () => {
    const order = await dispatched();
    const { version } = await rowOf(c(), order);
    const both = await Promise.allSettled([undo('limin', order, version), undo('limin', order, version)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes back what was told: unread lines are gone, who has read theirs is told', async () => {
    const order = await dispatched();
    const { id, lastSeq } = await rowOf(c(), order);
    const system = c().ctx({ kind: 'system', name: 'clock' });
    await tellOfOrder(system, 'order.assigned', { orderId: id, seq: lastSeq });
    const lines = () => c().engine.reader.select().from(notice).where(eq(notice.orderCode, order.code));
    const told = (await lines()).filter(({ kind }) => kind === 'order.assigned');
    expect(told.length).toBeGreaterThan(0);
    const input = { kind: 'order.assigned', orderCode: order.code, dedupe: 'x', at: c().clock.now() };
    await system.transaction((tx) => addNotices(tx, ['reader-of-it'], input));
    await system.transaction((tx) => tx.update(notice).set({ readAt: 1 }).where(eq(notice.personId, 'reader-of-it')));
    await undo('limin', order);
    for (let i = 0; i < 2; i++) await tellOfOrder(system, 'order.recalled', { orderId: id, seq: lastSeq + 1 });
    const left = (await lines()).filter(({ kind }) => /assigned|taken_back/.test(kind));
    expect(left.map(({ personId, kind }) => [personId, kind]).sort()).toEqual([
      ['reader-of-it', 'order.assigned'],
      ['reader-of-it', 'order.taken_back'],
    ]);
  });
});

describe('批量派单', () => {
  const planned = async (orders: Made[], handler?: string) => {
    const id = newId();
    const rows = await Promise.all(orders.map((order) => rowOf(c(), order)));
    const list = rows.map(({ code, version }) => ({ code, version }));
    await planBulk(await limin(), { id, handler, orders: list });
    return id;
  };
  const states = async (id: string) => (await getBulk(await limin(), { id })).lines.map(({ state }) => state);
  const three = async () => [await submitted(c()), await submitted(c()), await submitted(c())] as const;

  it('takes each in and hands it on by itself, and says of each that failed why', async () => {
    const [one, two, three_] = await three();
    const id = await planned([one, two, three_]);
    await perform(c(), 'limin', 'decline', two);
    await runBulk(await limin(), { id });
    const { lines, finishedAt } = await getBulk(await limin(), { id });
    expect(lines.map(({ state }) => state)).toEqual(['done', 'refused', 'done']);
    expect(lines[1]?.reason).toMatch(/^order\./);
    expect(finishedAt).not.toBeNull();
    expect((await rowOf(c(), one)).intakeAt).not.toBeNull();
    expect((await rowOf(c(), one)).status).not.toBe('submitted');
    expect((await rowOf(c(), two)).status).toBe('declined');
  });

  it('goes to the one that was chosen for all', async () => {
    const orders = await three();
    const id = await planned([...orders], 'unit:PL-PROP');
    await runBulk(await limin(), { id });
    expect(await states(id)).toEqual(['done', 'done', 'done']);
    for (const order of orders) expect((await rowOf(c(), order)).assigneeUnit).toBe('PL-PROP');
  });

  it('killed before it wrote down what it did, it does nothing twice and goes on with the rest', async () => {
    const orders = await three();
    const id = await planned([...orders]);
    const ctx = await limin();
    const { lines } = await getBulk(ctx, { id });
    // The first run: done with the first, and killed between the two steps of the second.
    await runBulk({ ...ctx, transaction: killedAfter(ctx.transaction, 3) }, { id }).catch(() => undefined);
    expect(await states(id)).toContain('waiting');
    const events = async () =>
      (await Promise.all(orders.map((order) => eventsOf(c(), order)))).map((all) => all.length);
    const [first] = await events();
    await runBulk(await limin(), { id });
    expect(await states(id)).toEqual(['done', 'done', 'done']);
    const after = await events();
    expect(after[0]).toBe(first);
    expect(new Set(after).size).toBe(1);
    await runBulk(await limin(), { id });
    expect(await events()).toEqual(after);
    expect(lines).toHaveLength(3);
  });

  it('killed behind the dispatch of an order is not dispatched again', async () => {
    const order = await submitted(c());
    const id = await planned([order]);
    const ctx = await limin();
    await runBulk({ ...ctx, transaction: killedAfter(ctx.transaction, 2) }, { id }).catch(() => undefined);
    expect(await states(id)).toEqual(['waiting']);
    const many = (await eventsOf(c(), order)).length;
    expect((await rowOf(c(), order)).status).not.toBe('submitted');
    await runBulk(await limin(), { id });
    expect(await states(id)).toEqual(['done']);
    expect((await eventsOf(c(), order)).length).toBe(many);
  });

  it('is undone together, but for what somebody has touched, and is nobody else’s', async () => {
    const orders = await three();
    const id = await planned([...orders], 'unit:PL-PROP');
    await runBulk(await limin(), { id });
    await perform(c(), 'shuji', 'note', orders[1]);
    await expect(undoBulk(await c().as('shuji'), { id })).rejects.toMatchObject({ reason: 'order.bulk_unknown' });
    await undoBulk(await limin(), { id });
    expect(await states(id)).toEqual(['undone', 'done', 'undone']);
    expect((await rowOf(c(), orders[0])).status).toBe('submitted');
    expect((await rowOf(c(), orders[1])).status).toBe('assigned');
    const late = await planned([await submitted(c())]);
    await runBulk(await limin(), { id: late });
    c().clock.advance(undoDispatchMs + 1);
    await expect(undoBulk(await limin(), { id: late })).rejects.toMatchObject({ reason: 'order.undo_too_late' });
  });

  it('sent twice under one id is one', async () => {
    const order = await submitted(c());
    const id = await planned([order]);
    const system = c().ctx({ kind: 'system', name: 'clock' });
    await system.transaction((tx) => addBulk(tx, { id, personId: 'x', createdAt: 1 }, []));
    expect((await getBulk(await limin(), { id })).lines).toHaveLength(1);
  });
});

/** As many transactions as are let through; the next is the moment at which the process is gone. */
function killedAfter<T extends (...args: never[]) => unknown>(transaction: T, many: number): T {
  let left = many;
  const killed = (...args: Parameters<T>) => {
    if (left-- <= 0) throw new Error('killed');
    return transaction(...args);
  };
  return killed as unknown as T;
}
