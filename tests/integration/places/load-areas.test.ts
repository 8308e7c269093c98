import { describe, expect, it } from 'vitest';
import { loadAreas } from '@/lib/places/commands/load-areas';
import { ancestorsOf } from '@/lib/places/queries/ancestors-of';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { getArea } from '@/lib/places/queries/get-area';
import { area, areaClosure, cellNeighbour, placePoint } from '@/lib/places/tables';
import { demoAreas, demoNeighbours, demoPoints } from '@/seeds/demo/geography';
import { emptyPlaces, poli, reference } from './poli';

describe('loadAreas', () => {
  it('stores the tree with the closure of every area', async () => {
    const ctx = await poli('every');
    const areas = await ctx.db.select().from(area);
    // 18 of the national list, 坡里 among them, and what lies below it.
    expect(areas).toHaveLength(17 + demoAreas().length);
    const parents = new Map(areas.map((row) => [row.code, row.parentCode]));
    const expected = new Set<string>();
    for (const row of areas) {
      let depth = 0;
      for (let above: string | null = row.code; above !== null; above = parents.get(above) ?? null) {
        expected.add(`${above} ${row.code} ${depth++}`);
      }
    }
    const closure = await ctx.db.select().from(areaClosure);
    expect(new Set(closure.map((row) => `${row.ancestorCode} ${row.descendantCode} ${row.depth}`))).toEqual(expected);
    expect(await ctx.db.select().from(placePoint)).toHaveLength(60);
    expect(await ctx.db.select().from(cellNeighbour)).toHaveLength(20);
  });

  it('changes nothing the second time', async () => {
    const ctx = await poli('every');
    const before = await ctx.db.select().from(area).orderBy(area.code);
    await loadAreas(ctx, { areas: demoAreas(), points: demoPoints(), neighbours: demoNeighbours() });
    expect(await ctx.db.select().from(area).orderBy(area.code)).toEqual(before);
    expect(await ctx.db.select().from(cellNeighbour)).toHaveLength(20);
  });

  it('renews a name and keeps the form of the national list', async () => {
    const ctx = await poli();
    const community = await getArea(ctx, { code: '320371003208' });
    expect(community).toMatchObject({ nameZh: '坡里社区', legalForm: 'villager', householdCount: 2100 });
    expect(community.ancestors.map((above) => above.nameZh)).toEqual([
      '江苏省',
      '徐州市',
      '徐州经济技术开发区',
      '大黄山街道',
    ]);
    expect(await communityLetters(ctx.db, '320371003208')).toBe('PL');
    expect(await communityLetters(ctx.db, '320371003207')).toBe('DCADHBAADCAH');
  });

  it('refuses a parent that is not there, and stores nothing', async () => {
    const ctx = await emptyPlaces();
    const areas = [{ code: '320371003208', parentCode: '320371003', kind: 'community' as const, nameZh: '坡里村委会' }];
    await expect(loadAreas(ctx, { areas })).rejects.toMatchObject({
      code: 'not_found',
      reason: 'place.parent_unknown',
    });
    expect(await ctx.db.select().from(area)).toEqual([]);
    expect(await ctx.db.select().from(areaClosure)).toEqual([]);
  });

  it('never moves an area', async () => {
    const ctx = await poli();
    const moved = {
      code: '320371003208001',
      parentCode: '320371003208-B',
      kind: 'grid_cell' as const,
      nameZh: 'A-1网格',
    };
    await expect(loadAreas(ctx, { areas: [moved] })).rejects.toMatchObject({ reason: 'place.parent_changed' });
    const path = await ancestorsOf(ctx, { code: '320371003208001' });
    expect(path.map((row) => row.code).slice(-2)).toEqual(['320371003208-A', '320371003208001']);
  });

  it('is not for people, and refuses what is no area', async () => {
    const visitor = await emptyPlaces({ kind: 'anonymous' });
    await expect(loadAreas(visitor, { areas: reference('areas-dahuangshan.json') })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'place.load_forbidden',
    });
    expect(await visitor.db.select().from(area)).toEqual([]);
    const ctx = await emptyPlaces();
    const bad = [{ code: "1'; drop", parentCode: null, kind: 'city' as const, nameZh: 'x' }];
    await expect(loadAreas(ctx, { areas: bad })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('takes the 534 areas of 滨海新区', async () => {
    const ctx = await emptyPlaces();
    await loadAreas(ctx, { areas: reference('areas-binhai.json') });
    const path = await ancestorsOf(ctx, { code: '120116135207' });
    expect(path.map((row) => row.kind)).toEqual(['province', 'city', 'district', 'street', 'community']);
  });
});
