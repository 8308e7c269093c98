import { describe, expect, it } from 'vitest';
import { blockMap } from '@/lib/places/block-map';
import { listAreas } from '@/lib/places/queries/list-areas';
import { listCells } from '@/lib/places/queries/list-cells';
import { neighboursOf } from '@/lib/places/queries/neighbours-of';
import { poli } from './poli';

describe('listAreas', () => {
  it('walks from the root to the doors in the order of the register', async () => {
    const ctx = await poli();
    const names = async (parent?: string) => (await listAreas(ctx, { parent })).items.map((item) => item.nameZh);
    expect(await names()).toEqual(['江苏省']);
    expect(await names('320371003208')).toEqual(['A区', 'B区', 'C区', 'D区', '沿河商街与公园']);
    expect(await names('320371003208-A')).toEqual(['A-1网格', 'A-2网格']);
    const doors = await names('320371003208006-02-1');
    expect(doors).toHaveLength(24);
    expect(doors.slice(0, 2)).toEqual(['D区2号楼1单元101室', 'D区2号楼1单元102室']);
    expect(doors.at(-1)).toBe('D区2号楼1单元1202室');
    expect(await names('320371003208999')).toEqual([]);
  });

  it('pages without gaps or repeats', async () => {
    const ctx = await poli();
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page++) {
      const { items, nextCursor } = await listAreas(ctx, { parent: '320371003208005', limit: 3, cursor });
      seen.push(...items.map((item) => item.nameZh));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: 10 }, (_, i) => `C区${i + 1}号楼`));
  });

  it('keeps one kind, and refuses a limit or a cursor that is none', async () => {
    const ctx = await poli();
    const cells = await listAreas(ctx, { parent: '320371003208', kind: 'special_cell' });
    expect(cells.items.map((item) => item.code)).toEqual(['320371003208901']);
    await expect(listAreas(ctx, { limit: 201 })).rejects.toMatchObject({ code: 'invalid' });
    await expect(listAreas(ctx, { limit: '50' })).resolves.toMatchObject({ nextCursor: null });
    await expect(listAreas(ctx, { cursor: 'x' })).rejects.toMatchObject({ reason: 'place.cursor_unreadable' });
  });
});

describe('cells', () => {
  it('come with ring and centre for a block map', async () => {
    const ctx = await poli();
    const cells = await listCells(ctx, { communityCode: '320371003208' });
    expect(cells.map((cell) => cell.code.slice(-3))).toEqual(['001', '002', '003', '004', '005', '006', '901']);
    expect(cells.every((cell) => cell.ring.length === 4 && cell.centre !== null)).toBe(true);
    const map = blockMap(cells, { width: 400, height: 352 });
    expect(map?.cells).toHaveLength(7);
    expect(await listCells(ctx, { communityCode: '320371003207' })).toEqual([]);
  });

  it('know their neighbours', async () => {
    const ctx = await poli();
    const short = async (number: string) =>
      (await neighboursOf(ctx, { cellCode: `320371003208${number}` })).map((code) => code.slice(-3));
    expect(await short('005')).toEqual(['001', '002', '006', '901']);
    expect(await short('001')).toEqual(['002', '005']);
    expect(await short('901')).toEqual(['005', '006']);
    expect(await short('777')).toEqual([]);
  });
});
