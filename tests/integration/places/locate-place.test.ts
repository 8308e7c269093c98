import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/kernel/context';
import { fromMetres } from '@/lib/kernel/geo';
import { loadAreas } from '@/lib/places/commands/load-areas';
import type { LocatePlaceInput } from '@/lib/places/input';
import { checkSlip } from '@/lib/places/queries/check-slip';
import { findPoints } from '@/lib/places/queries/find-points';
import { locatePlace } from '@/lib/places/queries/locate-place';
import { demoPoints } from '@/seeds/demo/geography';
import { anchor } from '@/seeds/demo/geography-plan';
import { poli } from './poli';

const cell = (number: string) => `320371003208${number}`;
let ctx: Context;
beforeEach(async () => {
  ctx = await poli();
});

const at = (x: number, y: number) => locatePlace(ctx, fromMetres({ x, y }, anchor));
const refusal = (input: LocatePlaceInput) =>
  locatePlace(ctx, input).then(
    () => null,
    (error: unknown) => error,
  );

describe('locatePlace by position', () => {
  it('finds the cell of each block, and its levels', async () => {
    const cells = await Promise.all(
      [
        [-300, 200],
        [-12, 12],
        [100, 300],
        [400, 10],
        [-250, -200],
        [250, -399],
        [0, -450],
      ].map(([x = 0, y = 0]) => at(x, y)),
    );
    expect(cells.map((place) => place.cellCode)).toEqual(['001', '002', '003', '004', '005', '006', '901'].map(cell));
    expect(cells[0]).toMatchObject({
      areaCode: cell('001'),
      quarterCode: '320371003208-A',
      communityCode: '320371003208',
      streetCode: '320371003',
      zoneCode: '320371',
      buildingCode: null,
      labelZh: 'A-1网格',
      labelEn: 'Cell A-1',
    });
    expect(cells[6]).toMatchObject({ quarterCode: null, labelZh: '沿河商街与公园' });
  });

  it('gives each shared edge and corner to one cell, always the same', async () => {
    const found = await Promise.all([at(0, 0), at(-250, 200), at(0, 200), at(-400, 0), at(0, -200), at(100, -400)]);
    expect(found.map((place) => place.cellCode?.slice(-3))).toEqual(['002', '001', '002', '001', '005', '006']);
  });

  it('keeps the outer border and refuses what lies beyond', async () => {
    expect((await at(-500, 400)).cellCode).toBe(cell('001'));
    expect((await at(500, -480)).cellCode).toBe(cell('901'));
    expect(await refusal(fromMetres({ x: 501, y: 0 }, anchor))).toMatchObject({
      code: 'not_found',
      reason: 'place.outside',
    });
    expect(await refusal({ lat: 0, lng: 0 })).toMatchObject({ reason: 'place.outside' });
  });

  it('reads the texts of a query string and refuses what is no position', async () => {
    expect((await locatePlace(ctx, { lat: '34.3001', lng: '117.3299' })).cellCode).toBe(cell('002'));
    expect(await refusal({ lat: '', lng: '117' })).toMatchObject({ code: 'invalid' });
    expect(await refusal({ lat: 91, lng: 117 })).toMatchObject({ code: 'invalid' });
    expect(await refusal({ lat: Number.NaN, lng: 117 })).toMatchObject({ code: 'invalid' });
  });

  it('does not find a cell that has ended, and finds the one that came after it', async () => {
    const ring: [number, number][] = [
      [-500, 0],
      [-250, 0],
      [-250, 400],
      [-500, 400],
    ].map(([x = 0, y = 0]) => {
      const { lat, lng } = fromMetres({ x, y }, anchor);
      return [lat, lng];
    });
    const base = { parentCode: '320371003208-A', kind: 'grid_cell' as const, ring };
    await loadAreas(ctx, {
      areas: [
        { ...base, code: cell('001'), nameZh: 'A-1网格', sortKey: '1', validTo: '2024-01-14' },
        { ...base, code: cell('007'), nameZh: 'A-3网格', sortKey: '7', validFrom: '2024-01-15' },
      ],
    });
    expect((await at(-300, 200)).cellCode).toBe(cell('007'));
    expect(await refusal({ areaCode: cell('001') })).toMatchObject({ reason: 'place.area_unknown' });
    const dayBefore = { ...ctx, now: () => Date.parse('2024-01-14T23:59:00+08:00') };
    expect((await locatePlace(dayBefore, fromMetres({ x: -300, y: 200 }, anchor))).cellCode).toBe(cell('001'));
  });
});

describe('locatePlace by address', () => {
  it('understands the forms that people write', async () => {
    const forms: [address: string, areaCode: string, door: string | null][] = [
      ['C区5号楼2单元502', `${cell('005')}-05-2-502`, '2单元502室'],
      ['c区5栋2单元', `${cell('005')}-05-2`, '2单元'],
      ['A区3号楼1单元502', `${cell('001')}-03-1-502`, '1单元502室'],
      ['Ａ区３号楼１单元５０２室', `${cell('001')}-03-1-502`, '1单元502室'],
      ['坡里社区C区五号楼二单元五〇二', `${cell('005')}-05-2-502`, '2单元502室'],
      ['江苏省徐州市大黄山街道坡里 A区 十二号楼', `${cell('002')}-12`, null],
      ['C区5#2单元302', `${cell('005')}-05-2-302`, '2单元302室'],
      ['D区2-1-901', `${cell('006')}-02-1-901`, '1单元901室'],
      ['B区10号楼3单元楼道灯', `${cell('004')}-10-3`, '3单元'],
    ];
    for (const [address, areaCode, doorZh] of forms) {
      const place = await locatePlace(ctx, { address });
      expect({ address, code: place.areaCode, door: place.doorZh }).toEqual({ address, code: areaCode, door: doorZh });
      expect(place.exact).toBe(true);
    }
  });

  it('keeps stair and door out of the label', async () => {
    const place = await locatePlace(ctx, { address: 'A区3号楼1单元502' });
    expect(place).toMatchObject({
      buildingCode: `${cell('001')}-03`,
      labelZh: 'A区3号楼',
      labelEn: 'Quarter A, Building 3',
      doorEn: 'Stair 1, Room 502',
    });
    expect(place.lat).not.toBeNull();
  });

  it('takes the coarser place where a door or a stair is not in the register, and says so', async () => {
    const door = await locatePlace(ctx, { address: 'C区5号楼2单元999' });
    expect([door.areaCode, door.exact]).toEqual([`${cell('005')}-05-2`, false]);
    const stair = await locatePlace(ctx, { address: 'C区5号楼9单元' });
    expect([stair.areaCode, stair.exact]).toEqual([`${cell('005')}-05`, false]);
  });

  it('knows a quarter, its only cell, and not the cell of a quarter of two', async () => {
    expect(await locatePlace(ctx, { address: 'C区门口' })).toMatchObject({ cellCode: cell('005'), labelZh: 'C区' });
    expect(await locatePlace(ctx, { address: 'A区' })).toMatchObject({ cellCode: null, quarterCode: '320371003208-A' });
    expect(await locatePlace(ctx, { address: 'B-2网格' })).toMatchObject({ cellCode: cell('004') });
    expect(await locatePlace(ctx, { address: '沿河公园' })).toMatchObject({ cellCode: cell('901'), pointCode: null });
    expect(await locatePlace(ctx, { address: '沿河公园3号路灯' })).toMatchObject({ pointCode: 'PL-L3' });
  });

  it('asks back when several places have the name, unless it is told within which area', async () => {
    expect(await refusal({ address: '5号楼2单元' })).toMatchObject({
      code: 'invalid',
      reason: 'place.address_ambiguous',
    });
    expect(await refusal({ address: '5号楼2单元', within: '320371003208' })).toMatchObject({ code: 'invalid' });
    const inC = await locatePlace(ctx, { address: '5号楼2单元', within: '320371003208-C' });
    expect(inC.areaCode).toBe(`${cell('005')}-05-2`);
    const only = await locatePlace(ctx, { address: '20号楼' });
    expect(only.areaCode).toBe(`${cell('002')}-20`);
    expect((await locatePlace(ctx, { address: '坡里20号楼' })).areaCode).toBe(only.areaCode);
  });

  it('tells the communities of two quarters of one name apart by what was written before', async () => {
    await loadAreas(ctx, {
      areas: [
        { code: '320371003207-C', parentCode: '320371003207', kind: 'quarter', nameZh: 'C区' },
        { code: '320371003207001', parentCode: '320371003207-C', kind: 'grid_cell', nameZh: '张庄网格' },
        { code: '320371003207001-05', parentCode: '320371003207001', kind: 'building', nameZh: 'C区5号楼' },
      ],
    });
    expect(await refusal({ address: 'C区5号楼' })).toMatchObject({ reason: 'place.address_ambiguous' });
    expect((await locatePlace(ctx, { address: '张庄C区5号楼' })).communityCode).toBe('320371003207');
    expect((await locatePlace(ctx, { address: '坡里社区C区5号楼' })).communityCode).toBe('320371003208');
    expect((await locatePlace(ctx, { address: 'C区5号楼', within: '320371003207' })).areaCode).toBe(
      '320371003207001-05',
    );
  });

  it('refuses what is nowhere in the register', async () => {
    for (const address of [
      'C区99号楼',
      'Z区1号楼',
      'Z区20号楼',
      '天安门',
      '%',
      '%%%%',
      '一',
      "'; drop table area; --",
    ]) {
      expect(await refusal({ address }), address).toMatchObject({ code: 'not_found', reason: 'place.address_unknown' });
    }
    expect(await refusal({ address: ' ' })).toMatchObject({ code: 'invalid' });
    expect(await refusal({ address: 'C'.repeat(201) })).toMatchObject({ code: 'invalid' });
  });
});

describe('locatePlace by slip and by code', () => {
  it('opens the slip of a building and of a lamp', async () => {
    const building = await locatePlace(ctx, { point: 'pl-c05' });
    expect(building).toMatchObject({ pointCode: 'PL-C05', buildingCode: `${cell('005')}-05`, labelZh: 'C区5号楼' });
    const lamp = await locatePlace(ctx, { point: 'PL-L3' });
    expect(lamp).toMatchObject({ cellCode: cell('901'), buildingCode: null, labelZh: '沿河公园3号路灯', doorZh: null });
    expect(await refusal({ point: 'PL-X1' })).toMatchObject({ code: 'not_found', reason: 'place.point_unknown' });
  });

  it.each(['PLC05', 'pl-co5', 'C5', 'ＰＬ－Ｃ０５', 'C区5号楼'])(
    'opens the slip of a building that was typed as %s',
    async (point) => {
      expect(await locatePlace(ctx, { point })).toMatchObject({ pointCode: 'PL-C05' });
    },
  );

  it('asks back where a code without its community stands in two of them', async () => {
    const community = { code: '320371003299', parentCode: '320371003', kind: 'community' as const, nameZh: '另一社区' };
    const [point] = demoPoints().filter(({ code }) => code === 'PL-C05');
    if (!point) throw new Error('no slip of C5');
    await loadAreas(ctx, {
      areas: [{ ...community, nameEn: 'Another', letters: 'DH', legalForm: 'resident' }],
      points: [{ ...point, code: 'DH-C05', areaCode: community.code }],
    });
    expect(await refusal({ point: 'c5' })).toMatchObject({ code: 'invalid', reason: 'place.point_ambiguous' });
    expect(await locatePlace(ctx, { point: 'plc5' })).toMatchObject({ pointCode: 'PL-C05' });
    expect((await findPoints(ctx.db, 'c5')).map(({ code }) => code)).toEqual(['DH-C05', 'PL-C05']);
  });

  it('reads a code, and refuses one above the community or unknown', async () => {
    const home = await locatePlace(ctx, { areaCode: `${cell('005')}-05-2-302` });
    expect([home.labelZh, home.doorZh]).toEqual(['C区5号楼', '2单元302室']);
    expect(await locatePlace(ctx, { areaCode: '320371003208' })).toMatchObject({ cellCode: null, labelZh: '坡里社区' });
    expect(await refusal({ areaCode: '320371003' })).toMatchObject({ code: 'invalid', reason: 'place.too_wide' });
    expect(await refusal({ areaCode: '999999' })).toMatchObject({ code: 'not_found', reason: 'place.area_unknown' });
    expect(await refusal({ areaCode: 'x' })).toMatchObject({ code: 'invalid' });
  });

  it('proves presence by the slip of the building, or of the cell where no building is known', async () => {
    const home = { cellCode: cell('005'), buildingCode: `${cell('005')}-05` };
    expect(await checkSlip(ctx.db, 'PL-C05', home)).toBe('here');
    expect(await checkSlip(ctx.db, 'PL-C06', home)).toBe('elsewhere');
    expect(await checkSlip(ctx.db, 'PL-C06', { ...home, buildingCode: null })).toBe('here');
    expect(await checkSlip(ctx.db, 'PL-L1', { ...home, buildingCode: null })).toBe('elsewhere');
    expect(await checkSlip(ctx.db, "'; --", home)).toBe('elsewhere');
  });

  it.each(['pl-c05', 'PLC05', 'pl co5', 'ＰＬ－Ｃ０５', 'PL—C05。', 'PI-C05'])(
    'takes %s for the code that is read off the slip',
    async (typed) => {
      const home = { cellCode: cell('005'), buildingCode: `${cell('005')}-05` };
      expect(await checkSlip(ctx.db, typed, home)).toBe('here');
    },
  );

  it.each(['C区5号楼', 'c5', 'C05', 'PL-C5', 'PL-C005', 'PL-C05号楼', '5号楼'])(
    'takes %s, which everybody knows who never was there, for no proof',
    async (typed) => {
      const home = { cellCode: cell('005'), buildingCode: `${cell('005')}-05` };
      expect(await checkSlip(ctx.db, typed, home)).toBe('elsewhere');
    },
  );

  it('does not choose where look-alike letters leave open which slip was read', async () => {
    const [lamp] = demoPoints().filter(({ code }) => code === 'PL-L1');
    if (!lamp) throw new Error('no slip of the lamp');
    await loadAreas(ctx, { areas: [], points: [{ ...lamp, code: 'PL-I1' }] });
    const park = { cellCode: cell('901'), buildingCode: null };
    expect(await checkSlip(ctx.db, 'PL-11', park)).toBe('several');
    expect(await checkSlip(ctx.db, 'PL-L1', park)).toBe('here');
  });
});
