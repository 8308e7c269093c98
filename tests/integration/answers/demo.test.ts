import { expect, it } from 'vitest';
import { getAnswer } from '@/lib/answers/queries/get-answer';
import { listAnswers } from '@/lib/answers/queries/list-answers';
import { loadSuggestions } from '@/seeds/demo/load-suggestions';
import { community } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';
import { submitted } from '@/tests/support/orders';
import { demoMonday } from '@/tests/support/test-database';

const day = (date: string) => Date.parse(`${date}T08:00:00+08:00`);

it('answers the suggestion of the source in its words; it is red on 1 April 2024 and not before', async () => {
  const c = await community();
  c.clock.set(day('2023-07-08'));
  await submitted(c, { item: '0603', words: '咱C区老人最多，社区能不能也给俺们腾间屋，弄个棋牌室？' });
  c.clock.set(day('2023-08-23'));
  await submitted(c, { item: '1403', words: '建议每栋楼有个楼长，有事先找楼长。' });
  await loadSuggestions({
    contextOf: (actor) => c.ctx(actor),
    clock: c.clock,
    community: { personId: c.idOf },
    endsAt: demoMonday,
    say: () => undefined,
  });
  c.clock.set(demoMonday);
  const anyone = c.ctx({ kind: 'anonymous' });
  const { items } = await listAnswers(anyone, { community: poli });
  const room = items.find((one) => one.title.zh === 'C区要一间棋牌室');
  expect(room).toMatchObject({ status: 'promised', decision: 'adopted', dueOn: '2024-03-31', late: false });
  const { said } = await getAnswer(anyone, { code: room?.code ?? '' });
  expect(said[0]?.words.zh).toBe('这个问题已经列入实施计划，预计2024年一季度建设完成。');
  // Promised for the end of 2023, and nothing was said since.
  const late = async () =>
    (await listAnswers(anyone, { community: poli, late: true })).items.map((one) => one.title.zh);
  expect(await late()).toEqual(['每栋楼推选一位楼长']);
  c.clock.set(day('2024-03-31'));
  expect(await late()).toEqual(['每栋楼推选一位楼长']);
  c.clock.set(day('2024-04-01'));
  expect(await late()).toEqual(['C区要一间棋牌室', '每栋楼推选一位楼长']);
});
