import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Example, exampleFolder } from './example-folder';

let given: Example;
beforeEach(async () => {
  given = await exampleFolder();
});

type Change = () => void;
const set =
  (file: string, from: string, to: string): Change =>
  () =>
    given.edit(file, from, to);
const add =
  (file: string, line: string): Change =>
  () =>
    given.append(file, line);

describe('what is wrong is named with file, line and field, and nothing is written', () => {
  it.each<[string, Change, RegExp]>([
    [
      'a kind of area',
      set('areas.csv', 'grid_cell,东苑网格', 'cell,东苑网格'),
      /^areas\.csv 第 9 行 line 9, kind: “cell”不对/,
    ],
    [
      'a parent that is not there',
      set('areas.csv', '990101001001001-01,990101001001001,', '990101001001001-01,990101001001009,'),
      /^areas\.csv 第 12 行 line 12, parent: 没有 990101001001009.* \/ there is no area/,
    ],
    [
      'a code outside its parent',
      set('areas.csv', '990101001001002-01,990101001001002', '990101001001002-01,990101001001001'),
      /line 14, code: .*must begin with the code of its parent/,
    ],
    [
      'a building in a community',
      set('areas.csv', '990101001001001-02,990101001001001,', '990101001001001-02,990101001001,'),
      /line 13, parent: .*a building cannot lie in a community/,
    ],
    [
      'a code of another kind',
      set('areas.csv', '990101001001-W,990101001001,quarter', '99010100100W,990101001001,quarter'),
      /line 8, code: “99010100100W”/,
    ],
    [
      'a code twice',
      add('areas.csv', '99,,province,示例省,,,,,,,,,,,'),
      /line 18, code: 与第 2 行重复 \/ is the same as in line 2/,
    ],
    ['a polygon that is none', set('areas.csv', 'POLYGON ((', 'POLYGON ('), /line 9, polygon: 读不懂.*cannot be read/],
    [
      'a polygon file that is not there',
      set('areas.csv', 'cells.geojson', 'cell.geojson'),
      /line 10, polygon: .*no readable cell\.geojson/,
    ],
    [
      'a polygon of another code',
      set('cells.geojson', '990101001001901', '990101001001902'),
      /areas\.csv .*line 11, polygon: cells\.geojson/,
    ],
    [
      'latitude in place of longitude',
      set('areas.csv', '30.1010,100.1020', '100.1020,30.1010'),
      /line 6, lat: “100.1020”不对/,
    ],
    ['letters that a community lacks', set('areas.csv', 'resident,LX,', 'resident,,'), /line 6, letters/],
    [
      'a day that does not exist',
      set('areas.csv', '16,,2024-01-01,', '16,,2024-02-30,'),
      /line 7, valid_from: “2024-02-30”不对/,
    ],
    [
      'a point in no area',
      set('points.csv', 'LX-G1,990101001001901', 'LX-G1,990101001001999'),
      /^points\.csv .*line 3, area: 没有 990101001001999/,
    ],
    [
      'a handler group',
      set('units.csv', 'LX-SANI,SANI', 'LX-SANI,CLEAN'),
      /^units\.csv .*line 4, handler_group: “CLEAN”不对/,
    ],
    [
      'a unit that works nowhere',
      set('units.csv', '10090000012,990101001001901', '10090000012,'),
      /line 3, areas: 没有填/,
    ],
    [
      'branches in a circle',
      set('branches.csv', 'LX-GB,,general', 'LX-GB,LX-B1,general'),
      /^branches\.csv .*line 2, parent: 上级绕回了自己/,
    ],
    [
      'a branch over no cell',
      set('branches.csv', 'East Court Branch,990101001001001', 'East Court Branch,990101001001'),
      /line 3, cells: 没有网格 990101001001 /,
    ],
    [
      'a role',
      set('people.csv', 'staff,dispatcher', 'staff,boss'),
      /^people\.csv .*line 2, role: “boss”不对：只能写 resident representative/,
    ],
    [
      'staff of no unit',
      set('people.csv', 'unit_staff,990101001001,LX-HALL', 'unit_staff,990101001001,'),
      /line 4, unit: 没有填/,
    ],
    [
      'staff of an unknown unit',
      set('people.csv', 'unit_staff,990101001001,LX-HALL', 'unit_staff,990101001001,LX-HAL'),
      /line 4, unit: 没有 LX-HAL，/,
    ],
    ['a phone', set('people.csv', '10090001003', '1009000100'), /line 5, phone: “1009000100”不对：写 11 位手机号/],
    ['one login with two names', set('people.csv', 'xiyuan,,,', 'xiyuan,别人,,'), /line 7, name: 与第 6 行同一账号/],
    [
      'a role that ends before it begins',
      set('people.csv', '2024-01-01,,driving', '2024-01-01,2023-12-31,driving'),
      /line 16, valid_to/,
    ],
    ['a volunteer of no known age', set('people.csv', ',2017-12-31', ','), /line 16, adult_from: 没有填/],
    [
      'administering and auditing in one person',
      () => {
        given.append('people.csv', 'gl,示例管理员,,,,,staff,system_admin,990101001001,,,,2024-01-01,,,');
        given.append('people.csv', 'gl,,,,,,,audit_admin,990101001001,,,,2024-01-01,,,');
      },
      /line 18, role: .*nobody is system_admin and audit_admin at once/,
    ],
    [
      'an item without its zero',
      set('routes.csv', '0101,*', '101,*'),
      /^routes\.csv .*line 2, item: 没有事项“101”.*leading zero/,
    ],
    [
      'a route to nobody',
      set('routes.csv', '0601,990101001001901,LX-MARKET', '0601,990101001001901,LX-MARKT'),
      /line 22, steps: “LX-MARKT”不是/,
    ],
    ['a route to an unknown account', set('routes.csv', '@xiyuan', '@xiyuann'), /line 22, steps: 没有账号 xiyuann/],
    [
      'a group that nobody serves',
      set('units.csv', 'LX-MED,MED,', 'LX-MED,HALL,'),
      /routes\.csv .*steps: 没有单位在 990101001001001 办 MED/,
    ],
    [
      'a group that two serve',
      set('units.csv', '10090000012,990101001001901', '10090000012,990101001001001'),
      /steps: 990101001001001 的 PROP 不止一家（LX-PROP LX-MARKET）/,
    ],
    [
      'a cell without its grid worker',
      set('people.csv', 'grid_worker,990101001001002', 'grid_worker,990101001001001'),
      /steps: .*has (no grid worker|several grid workers)/,
    ],
    [
      'an arrow to nowhere',
      set('routes.csv', '0101,*,VOL→GRID', '0101,*,VOL→'),
      /line 2, steps: .*nobody stands beside/,
    ],
    ['a column that is missing', set('routes.csv', 'item,cell,steps', 'item,cell,step'), /line 1, steps: 缺少这一列/],
    ['a column that is not known', set('units.csv', 'phone,areas', 'tel,areas'), /line 1, tel: 不认识这一列/],
    [
      'more values than columns',
      set('points.csv', '"East Court, Building 1"', 'East Court, Building 1'),
      /line 2: 值比列多/,
    ],
    [
      'a quote that is not closed',
      set('points.csv', 'Building 1"', 'Building 1'),
      /^points\.csv .*line 2: 引号没有成对/,
    ],
    [
      'a file of another name',
      () => writeFileSync(path.join(given.folder, 'buildings.csv'), 'a\n'),
      /^buildings\.csv: 不认识这个文件/,
    ],
    [
      'a file in another encoding',
      () => writeFileSync(path.join(given.folder, 'units.csv'), Buffer.from([0xb5, 0xa5, 0xce, 0xbb])),
      /^units\.csv: 不是 UTF-8/,
    ],
    ['a given.folder that is not there', () => rmSync(given.folder, { recursive: true }), /没有这个文件夹/],
  ])('%s', async (_, change, says) => {
    const before = await given.counts();
    change();
    const said = await given.complaints();
    expect(said.filter((line) => says.test(line)).length, said.join('\n')).toBeGreaterThan(0);
    expect(await given.counts()).toEqual(before);
    expect(existsSync(given.passwordsFile)).toBe(false);
  });

  it('all mistakes of all files at once, in the order of the files', async () => {
    given.edit('areas.csv', 'grid_cell,东苑网格', 'cell,东苑网格');
    given.edit('people.csv', 'staff,dispatcher', 'staff,boss');
    given.edit('people.csv', '10090001003', 'x');
    given.edit('routes.csv', '0101,*', '101,*');
    const said = await given.complaints();
    expect(said.map((line) => /^(\S+) .*?line (\d+), (\w+)/.exec(line)?.slice(1).join(' '))).toEqual([
      'areas.csv 9 kind',
      'people.csv 2 role',
      'people.csv 5 phone',
      'routes.csv 2 item',
    ]);
  });
});
