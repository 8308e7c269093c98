import type { z } from 'zod';
import type { Row } from './folder';
import type { Notebook } from './mistakes';

const date = [
  '日期写作 2024-01-15，最后一天不早于第一天',
  'dates are written 2024-01-15, the last not before the first',
];
const words: Record<string, readonly string[]> = {
  name_zh: ['写中文名，不超过 60 字', 'write the Chinese name, at most 60 characters'],
  name_en: ['英文名不超过 120 个字符', 'the English name has at most 120 characters'],
  legal_form: ['写 resident（居委会）或 villager（村委会）', 'write resident or villager'],
  letters: ['写 2–4 个大写字母，工单号以此开头', 'write 2 to 4 capital letters; order numbers begin with them'],
  polygon: ['至少 3 个角，经度在前、纬度在后', 'at least 3 corners, longitude first, latitude second'],
  lat: ['纬度写 -90 到 90 的数', 'latitude is a number from -90 to 90'],
  lng: ['经度写 -180 到 180 的数', 'longitude is a number from -180 to 180'],
  households: ['写整数', 'write a whole number'],
  members: ['写整数', 'write a whole number'],
  voting_members: ['写整数', 'write a whole number'],
  born_year: ['写四位年份', 'write a year of four digits'],
  login: [
    '写 2–40 个小写字母、数字或 . _ -，以字母或数字开头',
    'write 2 to 40 of a–z 0–9 . _ -, beginning with a letter or digit',
  ],
  name: ['写姓名，不超过 40 字', 'write the name, at most 40 characters'],
  account: ['写 staff（工作人员）、volunteer（志愿者）或 resident（居民）', 'write staff, volunteer or resident'],
  unit: ['单位人员（unit_staff）要写所在单位', 'whoever is unit_staff needs a unit'],
  branch: ['验单人（branch_verifier）要写所在支部', 'whoever is branch_verifier needs a branch'],
  skills: ['用空格分开，只用小写字母和下划线', 'separated by spaces, small letters and _ only'],
  adult_from: [
    '志愿者要写满 18 岁的日期，如 2003-05-01',
    'a volunteer needs the day of coming of age, such as 2003-05-01',
  ],
  valid_from: date,
  valid_to: date,
};
const wordsOf: Record<string, Record<string, readonly string[]>> = {
  'areas.csv': {
    code: [
      '写区划码，如 990101001001；往下用“-”接短码',
      'write a division code such as 990101001001, short parts after a dash below it',
    ],
    phone: ['电话不超过 20 个字符', 'a phone has at most 20 characters'],
  },
  'points.csv': {
    code: ['写大写字母、数字和“-”，不超过 24 个', 'write capital letters, digits and dashes, at most 24'],
    kind: ['写 building（楼栋）、lamp（路灯）或 gate（门）', 'write building, lamp or gate'],
    name_en: ['要写英文名', 'write the English name'],
  },
  'units.csv': {
    code: ['写大写字母、数字和“-”，不超过 40 个', 'write capital letters, digits and dashes, at most 40'],
    phone: ['电话不超过 20 个字符', 'a phone has at most 20 characters'],
    areas: ['至少写一个区划码，用空格分开', 'write at least one code of an area, separated by spaces'],
  },
  'branches.csv': {
    code: ['写大写字母、数字和“-”，不超过 40 个', 'write capital letters, digits and dashes, at most 40'],
  },
  'people.csv': {
    phone: ['写 11 位手机号', 'write a mobile number of 11 digits'],
    area: ['写区划码', 'write the code of an area'],
  },
};

/** What a column without a sentence of its own may hold is a closed list; zod tells it. */
function listed(issue: z.core.$ZodIssue): readonly string[] {
  const values = issue.code === 'invalid_value' ? issue.values.join(' ') : '';
  return values ? [`只能写 ${values}`, `must be one of ${values}`] : ['格式不对', 'has the wrong form'];
}

/**
 * Reads the values of a row by a schema, and notes what is wrong by the name of the column.
 * @param columnOf key of the schema → column, where they differ
 * @returns null when anything was noted
 */
export function readRow<S extends z.ZodType>(
  schema: S,
  value: Record<string, unknown>,
  row: Row,
  columnOf: Record<string, string>,
  notes: Notebook,
): z.infer<S> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const told = new Set<string>();
  for (const issue of result.error.issues) {
    const key = String(issue.path[0] ?? '');
    const column = columnOf[key] ?? key;
    if (told.has(column)) continue;
    told.add(column);
    const [zh, en] = wordsOf[row.file]?.[column] ?? words[column] ?? listed(issue);
    const typed = row.get(column).slice(0, 60);
    if (typed === '') notes.note(row, column, `没有填：${zh}`, `is empty: ${en}`);
    else notes.note(row, column, `“${typed}”不对：${zh}`, `“${typed}” is wrong: ${en}`);
  }
  return null;
}

/** What was typed, or undefined for nothing. */
/** Written into a field, it empties what stands; a field that is empty or a column that is not there leaves it. */
const clearMark = '-';
const isCleared = (row: Row, field: string): boolean => row.get(field) === clearMark;

export const given = (row: Row, field: string): string | undefined =>
  isCleared(row, field) ? undefined : row.get(field) || undefined;

/**
 * What a row says, and where it says nothing what stands: a file of fewer columns takes nothing back.
 * @param columns the fields of `wanted` that a row may leave out → the column of each
 */
export function onTopOf<T extends object>(
  stored: object | undefined,
  wanted: T,
  row: Row,
  columns: Partial<Record<keyof T & string, string>>,
): T {
  const held = new Map<string, unknown>(Object.entries(stored ?? {}));
  const kept = Object.entries<string | undefined>(columns).flatMap(([key, column]) => {
    const stands = held.get(key);
    const silent = column !== undefined && row.get(column) === '' && stands !== undefined && stands !== null;
    return silent ? [[key, stands] as const] : [];
  });
  return { ...wanted, ...Object.fromEntries(kept) };
}

/** A number, NaN for text that is none, undefined for nothing. */
export function number(row: Row, field: string): number | undefined {
  const typed = row.get(field);
  if (typed === '' || typed === clearMark) return undefined;
  return /^-?\d{1,9}(\.\d{1,15})?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** A list in one field, separated by spaces or semicolons. */
export const list = (row: Row, field: string): string[] =>
  row
    .get(field)
    .split(/[\s;；]+/)
    .filter((text) => text !== '' && text !== clearMark);

/** Keeps the first of each key and notes the others with the line of the first. */
export function onlyOnce<T extends { row: Row }>(
  rows: T[],
  field: string,
  key: (one: T) => string,
  notes: Notebook,
): T[] {
  const first = new Map<string, T>();
  for (const one of rows) {
    const before = first.get(key(one));
    if (!before) first.set(key(one), one);
    else {
      const line = before.row.line;
      notes.note(one.row, field, `与第 ${line} 行重复`, `is the same as in line ${line}`);
    }
  }
  return [...first.values()];
}
