import { expect, it } from 'vitest';
import { getRound } from '@/lib/rounds/queries/get-round';
import { listRounds } from '@/lib/rounds/queries/list-rounds';
import { loadRounds } from '@/seeds/demo/load-rounds';
import { community } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';
import { demoMonday } from '@/tests/support/test-database';

it('loads a round that ended with its list and one that collects, and publishes nobody’s words', async () => {
  const c = await community();
  await loadRounds({
    contextOf: (actor, address = 'demo') => c.ctx(actor, { caller: { address } }),
    clock: c.clock,
    community: { personId: c.idOf },
    endsAt: demoMonday,
    say: () => undefined,
  });
  c.clock.set(demoMonday);
  const anyone = c.ctx({ kind: 'anonymous' });
  const { items } = await listRounds(anyone, { community: poli });
  expect(items.map((one) => one.phase)).toEqual(['collecting', 'published']);
  const shown = await getRound(anyone, { code: items[1]?.code ?? '' });
  expect(shown.lists[0]?.rows).toHaveLength(3);
  expect(shown.counts.reduce((sum, one) => sum + one.heads, 0)).toBe(54);
  expect(JSON.stringify(shown)).not.toContain('楼上孩子要写作业');
});
