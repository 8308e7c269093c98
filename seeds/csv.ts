/** One record of a CSV file and the line on which it begins, counted from 1. */
export interface CsvRecord {
  line: number;
  fields: string[];
}

/** A quote that is opened and never closed, or text after a closing quote: from `line` on nothing can be trusted. */
export class CsvError extends Error {
  constructor(readonly line: number) {
    super(`line ${line}: a quote is not closed, or text follows it`);
    this.name = 'CsvError';
  }
}

/**
 * Reads CSV as RFC 4180 has it: quoted fields may hold commas, line breaks and doubled quotes; a byte order mark and
 * either kind of line end are understood. Records without any text are left out.
 * @throws CsvError
 */
export function parseCsv(text: string): CsvRecord[] {
  const field = /("(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(,|\r\n|\n|\r|$)/y;
  const whole = text.replace(/^\uFEFF/, '');
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, fields: [] };
  let line = 1;
  while (true) {
    const match = field.exec(whole);
    if (!match) throw new CsvError(line);
    const [, raw = '', end] = match;
    record.fields.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    if (record.fields.some((value) => value.trim() !== '')) records.push(record);
    // `$` matches only at the end of the text: there is no flag m.
    if (end === '') return records;
    line += 1;
    record = { line, fields: [] };
  }
}

/** The records of a committed table by the names of its first line. */
export function readCsv(text: string): Record<string, string>[] {
  const [head, ...records] = parseCsv(text);
  return records.map(({ fields }) =>
    Object.fromEntries((head?.fields ?? []).map((name, i) => [name, fields[i] ?? ''])),
  );
}
