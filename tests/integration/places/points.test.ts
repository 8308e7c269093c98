import { describe, expect, it } from 'vitest';
import { listBuildings } from '@/lib/places/queries/list-buildings';
import { listPoints } from '@/lib/places/queries/list-points';
import { locatePlace } from '@/lib/places/queries/locate-place';
import { communityCode } from '@/seeds/demo/geography-plan';
import { sharedCommunity } from '@/tests/support/community';

const c = sharedCommunity();
const anybody = () => c().ctx({ kind: 'anonymous' });

describe('the buildings of a community', () => {
  it('are all there, each with its cell and its quarter', async () => {
    const buildings = await listBuildings(anybody(), { communityCode });
    expect(buildings).toHaveLength(52);
    expect(buildings[0]).toMatchObject({
      nameZh: 'A区1号楼',
      cellCode: `${communityCode}001`,
      quarterCode: `${communityCode}-A`,
    });
    expect(new Set(buildings.map(({ code }) => code)).size).toBe(52);
  });

  it('are those of this community alone', async () => {
    expect(await listBuildings(anybody(), { communityCode: '320371003999' })).toEqual([]);
  });
});

describe('the slips of a community', () => {
  it('name what they hang on, and each opens its place', async () => {
    const points = await listPoints(anybody(), { communityCode });
    expect(points).toHaveLength(60);
    expect(points.find(({ code }) => code === 'PL-A01')).toEqual({
      code: 'PL-A01',
      kind: 'building',
      nameZh: 'A区1号楼',
      nameEn: 'Quarter A, Building 1',
      areaCode: `${communityCode}001-01`,
      cellCode: `${communityCode}001`,
    });
    expect(points.find(({ kind }) => kind === 'lamp')?.cellCode).toBe(`${communityCode}901`);
    for (const { code, cellCode } of points) {
      expect((await locatePlace(anybody(), { point: code })).cellCode).toBe(cellCode);
    }
  });

  it('are none of another community', async () => {
    expect(await listPoints(anybody(), { communityCode: '320371003999' })).toEqual([]);
  });
});
