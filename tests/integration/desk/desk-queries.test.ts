import { describe, expect, it } from 'vitest';
import { countByCell } from '@/lib/orders/queries/count-by-cell';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listEmergencies } from '@/lib/orders/queries/list-emergencies';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listRefusals } from '@/lib/orders/queries/list-refusals';
import { previewOrder } from '@/lib/orders/queries/preview-order';
import { workingStatuses } from '@/lib/orders/status';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, cellC, submitted } from '@/tests/support/orders';

const c = sharedCommunity();

describe('emergencies', () => {
  it('are open U1 orders, also far beyond the first page, and no others', async () => {
    const urgent = await submitted(c(), { item: '0602', words: '井盖没了，人差点掉下去' });
    const plain = await submitted(c());
    const codes = async (who: string, area?: string) =>
      (await listEmergencies(await c().as(who), { area })).map((order) => order.code);
    expect(await codes('limin')).toContain(urgent.code);
    expect(await codes('limin')).not.toContain(plain.code);
    expect(await codes('limin', cellC)).toContain(urgent.code);
    expect(await codes('limin', '320371003208001')).not.toContain(urgent.code);
    expect(await codes('liuyang')).not.toContain(urgent.code);
  });
});

describe('open load by cell', () => {
  it('counts what this person sees, and what is late of it', async () => {
    const load = async (who: string) =>
      (await countByCell(await c().as(who))).get(cellC) ?? { open: 0, overdue: 0, dueSoon: 0 };
    const before = await load('limin');
    const hallBefore = await load('chenchen');
    await submitted(c());
    await submitted(c(), { confidential: true });
    const after = await load('limin');
    expect(after.open - before.open).toBe(2);
    // A sealed order is no number for the hall either (3.1.1).
    expect((await load('chenchen')).open - hallBefore.open).toBe(1);
    const start = c().clock.now();
    c().clock.advance(7 * 86_400_000);
    expect((await load('limin')).overdue - after.overdue).toBeGreaterThanOrEqual(2);
    c().clock.set(start);
  });

  it('counts what is due within two hours as the list of those does', async () => {
    const limin = await c().as('limin');
    const soon = async () => (await countByCell(limin)).get(cellC)?.dueSoon ?? 0;
    const { code } = await submitted(c());
    const dueAt = Date.parse((await getOrder(limin, { code })).dueAt ?? '');
    const start = c().clock.now();
    c().clock.set(dueAt - 3_600_000);
    const status = workingStatuses.join(',');
    const { items } = await listOrders(limin, { view: 'due_soon', area: cellC, status, limit: 100 });
    expect(items.map((item) => item.code)).toContain(code);
    expect(await soon()).toBe(items.length);
    c().clock.set(start);
  });
});

describe('why an action is closed', () => {
  it('is what trying it would be answered with', async () => {
    const order = await anOrder(c(), { state: 'awaiting_rating' });
    const dispatcher = await listRefusals(await c().as('limin'), order);
    expect(dispatcher.has('callback')).toBe(false);
    expect(dispatcher.get('assign')).toEqual({ kind: 'not_now', reason: 'order.not_in_state' });
    expect(dispatcher.get('pass')).toMatchObject({ kind: 'not_yours', reason: 'order.not_for_you.pass' });
  });

  it('tells who typed the order that others call back', async () => {
    const order = await submitted(
      c(),
      { channel: 'hall', proxy: { knownBy: 'in_person', consentAt: '2024-01-15T08:20:00+08:00' } },
      { actor: await c().actor('chenchen') },
    );
    const refusals = await listRefusals(await c().as('chenchen'), order);
    expect(refusals.get('callback')?.reason).toBe('order.barred.proxy');
  });

  it('is not told of an order that one may not see', async () => {
    const order = await submitted(c());
    await expect(listRefusals(await c().as('liuyang'), order)).rejects.toMatchObject({ reason: 'order.not_found' });
  });
});

describe('what would become of words', () => {
  it('is what submit then does', async () => {
    const words = '楼下有车堵住了单元门，请帮忙联系车主';
    const preview = await previewOrder(await c().as('chenchen'), { words, item: '0802', channel: 'hall' });
    const made = await submitted(c(), { words, item: '0802' });
    const order = await getOrder(await c().as('limin'), made);
    expect(order.item).toBe(preview.item.code);
    expect(order.urgency).toBe(preview.urgency);
    expect(Date.parse(order.promise.finishBy)).toBe(preview.promise?.finishBy);
  });

  it('is an emergency when the words speak of danger, and has no hours for a shift', async () => {
    const ctx = await c().as('chenchen');
    const fire = await previewOrder(ctx, { words: '三楼着火了', channel: 'hall' });
    expect(fire.urgency).toBe('U1');
    expect(fire.emergencies[0]?.word).toBe('着火');
    expect((await previewOrder(ctx, { words: '周末劝导', item: '0304', channel: 'hall' })).promise).toBeNull();
    await expect(previewOrder(ctx, { words: '灯', item: '9999', channel: 'hall' })).rejects.toMatchObject({
      reason: 'item.unknown',
    });
  });
});
