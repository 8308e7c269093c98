import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parseCsv } from '@/seeds/csv';
import type { Notebook, Spot } from './mistakes';

/** The files of a community and their columns; the first list must be there, the second may be. */
const columns = {
  'areas.csv': [
    ['code', 'parent', 'kind', 'name_zh'],
    [
      'name_en',
      'legal_form',
      'letters',
      'polygon',
      'neighbours',
      'lat',
      'lng',
      'households',
      'phone',
      'valid_from',
      'valid_to',
    ],
  ],
  'points.csv': [['code', 'area', 'kind', 'name_zh', 'name_en', 'lat', 'lng'], []],
  'units.csv': [
    ['code', 'handler_group', 'name_zh', 'areas'],
    ['name_en', 'phone'],
  ],
  'branches.csv': [
    ['code', 'kind', 'name_zh', 'valid_from'],
    ['parent', 'name_en', 'cells', 'valid_to', 'purpose', 'members', 'voting_members'],
  ],
  'people.csv': [
    ['login', 'name', 'account', 'role', 'area', 'valid_from'],
    ['name_en', 'phone', 'born_year', 'household', 'unit', 'branch', 'member_kind', 'valid_to', 'skills', 'adult_from'],
  ],
  'routes.csv': [['item', 'cell', 'steps'], []],
} as const satisfies Record<string, readonly [readonly string[], readonly string[]]>;
export type FileName = keyof typeof columns;

/** One line of a file; `get` gives what was typed, trimmed, and '' for nothing. */
export interface Row extends Spot {
  file: FileName;
  get(field: string): string;
}

export interface Folder {
  rows(file: FileName): Row[];
  /** The text of another file beside them; null when there is none of that name. */
  text(name: string): string | null;
}

/** The text of a file; anything but UTF-8 is a mistake (spreadsheets on Chinese Windows save GBK unless told). */
function utf8(file: string, name: string, notes: Notebook): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    const en = 'is not UTF-8: in the spreadsheet choose “CSV UTF-8” when saving';
    notes.note({ file: name, line: 0 }, '', '不是 UTF-8 编码：在表格软件里另存为“CSV UTF-8”', en);
    return null;
  }
}

function rowsOf(name: FileName, text: string, notes: Notebook): Row[] {
  try {
    const [head, ...records] = parseCsv(text);
    const names = (head?.fields ?? []).map((field) => field.trim());
    const headLine = { file: name, line: head?.line ?? 0 };
    const [needed, allowed]: readonly (readonly string[])[] = columns[name];
    for (const field of (needed ?? []).filter((column) => !names.includes(column))) {
      notes.note(headLine, field, '缺少这一列', 'this column is missing');
    }
    for (const [i, field] of names.entries()) {
      if (names.indexOf(field) !== i) notes.note(headLine, field, '这一列出现了两次', 'this column stands twice');
      else if (!needed?.includes(field) && !allowed?.includes(field)) {
        notes.note(headLine, field || '?', '不认识这一列', 'this column is not known');
      }
    }
    return records.map(({ line, fields }) => {
      if (fields.slice(names.length).some((value) => value.trim() !== '')) {
        const en = 'has more values than the first line has columns; put values with commas in quotes';
        notes.note({ file: name, line }, '', '值比列多；值里有逗号时要加引号', en);
      }
      const values = new Map(names.map((column, i) => [column, (fields[i] ?? '').trim()]));
      return { file: name, line, get: (field) => values.get(field) ?? '' };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    notes.note({ file: name, line: error.line }, '', '引号没有成对', 'a quote is not closed, or text follows it');
    return [];
  }
}

/** Reads every file of a community; one that is not there has no rows. Notes what is no table of this program. */
export function readFolder(folder: string, notes: Notebook): Folder {
  const whole = { file: folder, line: 0 };
  if (!existsSync(folder)) {
    notes.note(whole, '', '没有这个文件夹', 'there is no such folder');
    return { rows: () => [], text: () => null };
  }
  const known = Object.keys(columns) as FileName[];
  const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'));
  if (names.length === 0) notes.note(whole, '', `没有 CSV 文件：${known.join(' ')}`, 'there is no CSV file');
  for (const name of names.filter((found) => !known.includes(found as FileName))) {
    notes.note({ file: name, line: 0 }, '', `不认识这个文件，只读 ${known.join(' ')}`, 'this file is not known');
  }
  const read = new Map<FileName, Row[]>();
  for (const name of known.filter((file) => names.includes(file))) {
    const text = utf8(path.join(folder, name), name, notes);
    if (text !== null) read.set(name, rowsOf(name, text, notes));
  }
  return {
    rows: (file) => read.get(file) ?? [],
    text: (name) => {
      const file = path.join(folder, path.basename(name));
      return existsSync(file) ? utf8(file, name, notes) : null;
    },
  };
}
