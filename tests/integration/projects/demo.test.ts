import { expect, it } from 'vitest';
import { getProject } from '@/lib/projects/queries/get-project';
import { listProjects } from '@/lib/projects/queries/list-projects';
import { loadProjects } from '@/seeds/demo/load-projects';
import { community } from '@/tests/support/community';
import { carriedOut } from '@/tests/support/deliberations';
import { submitted } from '@/tests/support/orders';
import { demoMonday } from '@/tests/support/test-database';

it('the 15 practical things of the source come out of the demo by a count, two of them late on its first day', {
  timeout: 60_000,
}, async () => {
  const c = await community();
  await carriedOut(c);
  const asked = await submitted(c, { words: '咱C区老人最多，能不能给俺们弄个棋牌室？' });
  await loadProjects({
    contextOf: (actor) => c.ctx(actor),
    clock: c.clock,
    community: { personId: c.idOf },
    endsAt: demoMonday,
    say: () => undefined,
  });
  c.clock.set(demoMonday);
  const anyone = c.ctx({ kind: 'anonymous' });
  const { items } = await listProjects(anyone, { limit: 200 });
  expect(items).toHaveLength(15);
  const called = (title: string) => items.find((one) => one.title.zh === title);
  expect(called('坡里沿河公园')).toMatchObject({
    code: 'PL-BS-2024-001',
    status: 'running',
    budgetFen: 60_000_000,
    dueOn: '2024-10-31',
    timing: 'on_time',
  });
  expect(called('C区棋牌室')).toMatchObject({ status: 'running', dueOn: '2024-03-31', timing: 'on_time' });
  expect(items.filter((one) => one.timing === 'late_unexplained').map((one) => one.title.zh)).toEqual([
    '放学接送等候区',
  ]);
  expect(items.filter((one) => one.timing === 'late').map((one) => one.title.zh)).toEqual(['A区屋面防水二期']);
  for (const { code } of items) {
    const { spends, spentFen, budgetFen } = await getProject(anyone, { code });
    expect(spends.reduce((sum, one) => sum + one.amountFen, 0)).toBe(spentFen);
    expect(spentFen).toBeLessThanOrEqual(budgetFen);
  }
  const room = await getProject(await c.as('chenchen'), { code: called('C区棋牌室')?.code ?? '' });
  expect(room.sourceCodes).toEqual([asked.code]);
  // 2024-03-31 passing with no completion turns it red.
  c.clock.set(Date.parse('2024-04-01T00:00:00+08:00'));
  expect((await getProject(anyone, { code: room.code })).timing).toBe('late_unexplained');
});
