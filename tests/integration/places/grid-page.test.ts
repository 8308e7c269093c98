import { describe, expect, it } from 'vitest';
import { loadGrid } from '@/app/_resident/grid/load-grid';
import { sharedCommunity } from '@/tests/support/community';

const c = sharedCommunity();
const asked = (query: Parameters<typeof loadGrid>[1]) =>
  loadGrid(c().ctx({ kind: 'anonymous' }), query, 'zh-CN', (key) => key);

describe('找网格员, where there is no card', () => {
  it.each([
    ['a code that nobody knows', { point: 'ZZZZ9999' }, 'unknown_point'],
    ['a code that is none', { point: '不是码' }, 'unknown_point'],
    ['a place that does not exist', { area: '320371003999' }, 'unknown_area'],
    ['the whole community', { area: '320371003208' }, 'too_wide'],
    ['somewhere else, as was said', { area: 'outside' }, 'outside'],
  ] as const)('%s', async (_what, query, missing) => {
    const data = await asked(query);
    expect([data.card, data.missing]).toEqual([null, missing]);
    // The buildings stay to be chosen from.
    expect(data.options.length).toBeGreaterThan(10);
  });

  it('and nothing is missing where there is one', async () => {
    expect(await asked({ area: '320371003208005-05' })).toMatchObject({
      missing: null,
      card: { place: expect.any(String) },
    });
  });
});
