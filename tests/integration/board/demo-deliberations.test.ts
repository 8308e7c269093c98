import { describe, expect, it } from 'vitest';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { getTally } from '@/lib/deliberation/queries/get-tally';
import { listDeliberations } from '@/lib/deliberation/queries/list-deliberations';
import { loadDeliberations } from '@/seeds/demo/load-deliberations';
import { sharedCommunity } from '@/tests/support/community';
import { parkingPoints, poli } from '@/tests/support/deliberations';
import { demoMonday } from '@/tests/support/test-database';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });

const load = async () => {
  await loadDeliberations({
    contextOf: (actor, address = 'demo') => c().ctx(actor, { caller: { address } }),
    clock: c().clock,
    community: { personId: c().idOf },
    endsAt: demoMonday,
    say: () => undefined,
  });
  c().clock.set(demoMonday);
};

describe('the matters for all of the demo', () => {
  it('go through the commands with the numbers of the source, and stand on the board', async () => {
    await load();
    const { items } = await listDeliberations(anyone(), { community: poli });
    expect(items.map(({ code, status }) => [code, status])).toEqual([
      ['PL-YS-2023-002', 'publish_resolution'],
      ['PL-YS-2023-001', 'completed'],
    ]);

    const parking = await getDeliberation(anyone(), { code: 'PL-YS-2023-001' });
    expect(
      parking.meetings.map(({ stage, state, eligible, present, yes, no, abstain, neededPresent, neededYes }) =>
        [stage, state, eligible, present, yes, no, abstain, neededPresent, neededYes].join(' '),
      ),
    ).toEqual([
      'propose passed 5 5 5 0 0 3 3',
      'consult passed 9 8 8 0 0 5 5',
      'review failed 112 75 56 10 9 75 57',
      'review passed 112 82 79 2 1 75 57',
      'resolve failed 147 98 49 40 9 98 50',
      'resolve passed 147 121 109 8 4 98 61',
    ]);
    expect(parking.resolutions.map(({ version }) => version)).toEqual([1, 2]);
    expect(parking.resolutions.at(-1)?.points.zh).toEqual(parkingPoints);
    expect(parking.results[0]?.balance).toBe(318_000);
    expect(parking.objections).toMatchObject([{ answer: expect.stringContaining('门岗') }]);

    const room = await getDeliberation(anyone(), { code: 'PL-YS-2023-002' });
    expect(room.notice).toMatchObject({ daysLeft: 4 });
    expect(room.objections.map(({ words }) => words)).toEqual(['夏天天热，希望晚半小时关门。', null]);
    const voted = room.meetings.find(({ withWeb }) => withWeb);
    expect([voted?.present, voted?.yes, voted?.no, voted?.abstain]).toEqual([113, 100, 7, 6]);
    const tally = await getTally(anyone(), { code: room.code, meeting: voted?.id ?? '' });
    expect([tally.intact, tally.withheld, tally.lines?.trim().split('\n').length]).toEqual([true, null, 5]);
  });
});
