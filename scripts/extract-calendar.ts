/**
 * Writes seeds/reference/calendar-days.json from the dev dependency chinese-days: `npx tsx scripts/extract-calendar.ts`.
 * Run it again when a new year's notice is out and the package has it; due times never ask the package itself,
 * because for a year that it does not know it silently answers with the plain week.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isDateText } from '../lib/calendar/shanghai';
import { type DayKind, isWeekend } from '../lib/calendar/working-calendar';

/** The State Council's notices by year, with which each year was compared; a year without one here is not extracted. */
const notices: Record<number, string[]> = {
  2020: ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'],
  2021: ['国办发明电〔2020〕27号'],
  2022: ['国办发明电〔2021〕11号'],
  2023: ['国办发明电〔2022〕16号'],
  2024: ['国办发明电〔2023〕7号'],
  2025: ['国办发明电〔2024〕12号'],
  2026: ['国办发明电〔2025〕7号'],
};
const checkedOn = '2026-11-22';

/** Days that stand in another notice than their year's first one. */
const otherNotice: Record<string, { source: string; note: string }> = {
  '2020-01-31': { source: '国办发明电〔2020〕1号', note: '延长 2020 年春节假期' },
  '2020-02-01': { source: '国办发明电〔2020〕1号', note: '延长 2020 年春节假期，原定上班' },
  '2020-02-02': { source: '国办发明电〔2020〕1号', note: '延长 2020 年春节假期' },
  '2022-12-31': { source: '国办发明电〔2022〕16号', note: '2023 年元旦假期的第一天' },
};

/** The package's short names → the names of the notices. */
const names: Record<string, { name: string; nameEn: string }> = {
  元旦: { name: '元旦', nameEn: "New Year's Day" },
  春节: { name: '春节', nameEn: 'Spring Festival' },
  清明: { name: '清明节', nameEn: 'Tomb-Sweeping Day' },
  劳动节: { name: '劳动节', nameEn: 'Labour Day' },
  端午: { name: '端午节', nameEn: 'Dragon Boat Festival' },
  中秋: { name: '中秋节', nameEn: 'Mid-Autumn Festival' },
  国庆节: { name: '国庆节', nameEn: 'National Day' },
};

interface PackageYear {
  /** date → `English name,Chinese name,days of the holiday` */
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

const require = createRequire(import.meta.url);
const packageRoot = path.resolve(path.dirname(require.resolve('chinese-days')), '..');
const readJson = <T>(file: string): T => JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8')) as T;
const { version } = readJson<{ version: string }>('package.json');

function exception(year: number, date: string, label: string, kind: DayKind) {
  const named = names[label.split(',')[1] ?? ''];
  if (!named) throw new Error(`${date}: unknown holiday "${label}"`);
  if (!isDateText(date) || !date.startsWith(`${year}-`)) throw new Error(`${date}: not a day of ${year}`);
  if (kind === 'work' && !isWeekend(date)) throw new Error(`${date}: a worked day that is no weekend`);
  const source = otherNotice[date]?.source ?? notices[year]?.[0];
  if (!source) throw new Error(`${year}: no notice`);
  const note = otherNotice[date]?.note;
  return { date, kind, ...named, source, ...(note && { note }) };
}

const days = Object.keys(notices)
  .map(Number)
  .flatMap((year) => {
    const { holidays, workdays } = readJson<PackageYear>(`dist/years/${year}.json`);
    return [
      ...Object.entries(holidays).map(([date, label]) => exception(year, date, label, 'off')),
      ...Object.entries(workdays).map(([date, label]) => exception(year, date, label, 'work')),
    ];
  })
  .sort((a, b) => (a.date < b.date ? -1 : 1));

const years = Object.entries(notices).map(([year, numbers]) => ({
  year: Number(year),
  source: `国务院办公厅关于${year}年部分节假日安排的通知（${numbers.join('、')}）`,
  checkedOn,
}));

const lines = (rows: object[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
const file = new URL('../seeds/reference/calendar-days.json', import.meta.url);
const source = `chinese-days ${version} (MIT); compared with the notices of the State Council's General Office`;
writeFileSync(
  file,
  `{\n  "source": ${JSON.stringify(source)},\n  "years": [\n${lines(years)}\n  ],\n  "days": [\n${lines(days)}\n  ]\n}\n`,
);
process.stdout.write(`${days.length} exceptions of ${years.length} years → ${path.relative('.', file.pathname)}\n`);
