/** How many rows of a file are new, say something else than the database, or say the same. */
export interface Count {
  added: number;
  changed: number;
  same: number;
}

/** Whether what is stored says all that is wanted; what is not there counts as empty. */
export function says(stored: object | undefined, wanted: object): boolean {
  if (!stored) return false;
  const held = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(wanted).every(
    ([key, value]) => JSON.stringify(held.get(key) ?? null) === JSON.stringify(value ?? null),
  );
}

export const count = (): Count => ({ added: 0, changed: 0, same: 0 });

/** Keeps what is new or differs, and counts all. */
export function differing<T>(
  rows: readonly T[],
  stored: (row: T) => object | undefined,
  wanted: (row: T) => object,
  into: Count,
): T[] {
  return rows.filter((row) => {
    const held = stored(row);
    const same = says(held, wanted(row));
    into[same ? 'same' : held ? 'changed' : 'added'] += 1;
    return !same;
  });
}
