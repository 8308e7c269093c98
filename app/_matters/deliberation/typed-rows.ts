type Fields = ReadonlyMap<string, string>;

/** `3.5` yuan as `350` fen; what is no amount of money stays as it was typed, and is refused where it stands. */
export function fenText(yuan: string): string {
  const [, whole = '', part = ''] =
    /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.normalize('NFKC').replace(/[,\s]/g, '')) ?? [];
  return whole === '' ? yuan : String(Number(whole) * 100 + Number(part.padEnd(2, '0')));
}

/** 350 fen as `3.50`, 300 as `3`. */
export const yuanText = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/** One line a point: empty lines fall away, and a number that was typed before a point as well. */
export const readLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[(（]?\d{1,2}[.、．)）]|[①-⑳])\s*/, ''))
    .filter(Boolean);

/** How many rows of a group were typed, counting to the last one with something in it. */
export function rowsTyped(fields: Fields, group: string, cells: readonly string[]): number {
  let last = 0;
  for (const [name, text] of fields) {
    const [at, index = '', cell = ''] = name.split('.');
    if (at === group && cells.includes(cell) && text.trim() !== '') last = Math.max(last, Number(index) + 1);
  }
  return last;
}

/**
 * The rows of a group without those that were left empty, so that a gap in between is no mistake: field → text. Cells of
 * `ignored` do not make a row (a chosen kind alone says nothing).
 */
export function typedRows(
  fields: Fields,
  group: string,
  cells: readonly string[],
  ignored: readonly string[] = [],
): Map<string, string> {
  const kept = new Map<string, string>();
  let next = 0;
  for (let i = 0; i < rowsTyped(fields, group, cells); i++) {
    const said = cells.map((cell) => [cell, fields.get(`${group}.${i}.${cell}`)?.trim() ?? ''] as const);
    if (said.every(([cell, text]) => text === '' || ignored.includes(cell))) continue;
    for (const [cell, text] of said) kept.set(`${group}.${next}.${cell}`, text);
    next += 1;
  }
  return kept;
}
