import { describe, expect, it } from 'vitest';
import { deleteView } from '@/lib/desk/commands/delete-view';
import { renameView } from '@/lib/desk/commands/rename-view';
import { saveView } from '@/lib/desk/commands/save-view';
import { viewLimits } from '@/lib/desk/input';
import { listViews } from '@/lib/desk/queries/list-views';
import { countOrders } from '@/lib/orders/queries/count-orders';
import { listOrders } from '@/lib/orders/queries/list-orders';
import type { ListOrdersInput } from '@/lib/orders/question-input';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, perform, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const names = async (who: string) => (await listViews(await c().as(who))).map(({ name }) => name);
const codes = async (who: string, input: ListOrdersInput) =>
  (await listOrders(await c().as(who), input)).items.map(({ code }) => code);

describe("one's own views of the queue", () => {
  it('keep the filter without what is empty, for whoever saved them alone', async () => {
    const limin = await c().as('limin');
    await saveView(limin, {
      name: ' C区漏水 ',
      filter: { view: 'open', cell: '320371003208005', q: '', sort: 'oldest' },
    });
    expect(await listViews(limin)).toMatchObject([
      { name: 'C区漏水', filter: { view: 'open', cell: '320371003208005', sort: 'oldest' } },
    ]);
    expect(Object.keys((await listViews(limin))[0]?.filter ?? {})).not.toContain('q');
    expect(await names('jiedao')).toEqual([]);
  });

  it('have names of their own: the same name is another person’s to give, not one’s own twice', async () => {
    const limin = await c().as('limin');
    await expect(saveView(limin, { name: 'C区漏水', filter: {} })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'desk.view_name_taken',
    });
    await saveView(await c().as('chenchen'), { name: 'C区漏水', filter: {} });
    const { id } = await saveView(limin, { name: '晚上看的', filter: { view: 'overdue' } });
    await expect(renameView(limin, { id, name: 'C区漏水' })).rejects.toMatchObject({ reason: 'desk.view_name_taken' });
    await renameView(limin, { id, name: '晚上先看' });
    await renameView(limin, { id, name: '晚上先看' });
    expect(await names('limin')).toEqual(['C区漏水', '晚上先看']);
  });

  it('are nobody else’s to rename or delete', async () => {
    const [view] = await listViews(await c().as('limin'));
    const id = view?.id ?? '';
    const other = await c().as('jiedao');
    await expect(renameView(other, { id, name: 'x' })).rejects.toMatchObject({ reason: 'desk.view_unknown' });
    await expect(deleteView(other, { id })).rejects.toMatchObject({ reason: 'desk.view_unknown' });
    await expect(listViews(await c().as('zhoujianguo'))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await names('limin')).toContain('C区漏水');
    await deleteView(await c().as('limin'), { id });
    expect(await names('limin')).not.toContain('C区漏水');
  });

  it('are as many as fit, and two at once of one name are one', async () => {
    const shuji = await c().as('shuji');
    const twice = await Promise.allSettled([
      saveView(shuji, { name: '同一个', filter: {} }),
      saveView(shuji, { name: '同一个', filter: {} }),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rest = Array.from({ length: viewLimits.perPerson + 1 }, (_, i) =>
      saveView(shuji, { name: `v${i}`, filter: {} }),
    );
    const done = await Promise.allSettled(rest);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(viewLimits.perPerson - 1);
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { reason: 'desk.views_full' } });
  });
});

describe('the fixed views', () => {
  it('重点人群: what is about elders or need, or was typed for somebody, while it is not done', async () => {
    const plain = await submitted(c());
    const elder = await submitted(c(), { item: '0902' });
    const seen = await codes('limin', { view: 'vulnerable' });
    expect(seen).toContain(elder.code);
    expect(seen).not.toContain(plain.code);
    await perform(c(), 'limin', 'decline', elder);
    expect(await codes('limin', { view: 'vulnerable' })).not.toContain(elder.code);
  });

  it('我派出的: until another person hands it on; 返工: until it is done anew', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    expect(await codes('limin', { view: 'sent_by_me' })).toContain(order.code);
    expect(await codes('shuji', { view: 'sent_by_me' })).not.toContain(order.code);
    await perform(c(), 'limin', 'recall', order);
    expect(await codes('limin', { view: 'sent_by_me' })).not.toContain(order.code);
    const checked = await anOrder(c(), { state: 'awaiting_verification' });
    expect(await codes('limin', { view: 'rework' })).not.toContain(checked.code);
    await perform(c(), 'zhengshucheng', 'rework', checked);
    expect(await codes('limin', { view: 'rework' })).toContain(checked.code);
  });

  it('are sorted as it is asked, page by page', async () => {
    for (const sort of ['newest', 'oldest'] as const) {
      const all = await codes('limin', { sort, limit: 200 });
      const sorted = [...all].sort();
      expect(all).toEqual(sort === 'oldest' ? sorted : sorted.reverse());
      const first = await listOrders(await c().as('limin'), { sort, limit: 2 });
      const second = await listOrders(await c().as('limin'), { sort, limit: 2, cursor: first.nextCursor ?? '' });
      expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(all.slice(0, 4));
    }
    expect((await countOrders(await c().as('limin'))).toDispatch).toBe(
      (await codes('limin', { view: 'to_dispatch', limit: 200 })).length,
    );
  });
});
