import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { boundingBox } from '@/lib/kernel/geo';
import type { AreaInput, PointInput } from './input';
import type { LegalForm } from './status';
import { area, areaClosure, cellNeighbour, placePoint } from './tables';

// Rows × columns stay well under SQLite's 32,766 bound values.
const rowsAtOnce = 500;

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) yield rows.slice(i, i + rowsAtOnce);
}

/**
 * Stores areas with their closure rows, all in one go; a second time with the same input changes nothing. Names, rings,
 * phones and dates of known codes are renewed, their parents are not: an area never moves.
 * @throws DomainError `not_found` place.parent_unknown, `conflict` place.parent_changed
 */
export async function insertAreas(tx: Tx, inputs: readonly AreaInput[]): Promise<void> {
  const closure = await closureOf(tx, inputs);
  const rows = inputs.map(areaRow);
  for (const some of slices(rows)) {
    const stored = await tx
      .insert(area)
      .values(some)
      .onConflictDoUpdate({ target: area.code, set: renewed })
      .returning({ code: area.code, parentCode: area.parentCode });
    const parents = new Map(some.map((row) => [row.code, row.parentCode]));
    const moved = stored.find((row) => row.parentCode !== parents.get(row.code));
    if (moved) throw new DomainError('conflict', 'place.parent_changed', { params: { code: moved.code } });
  }
  for (const some of slices(closure)) await tx.insert(areaClosure).values(some).onConflictDoNothing();
}

type AreaRow = typeof area.$inferInsert;

function areaRow(input: AreaInput): AreaRow {
  const box = input.ring ? boundingBox(input.ring) : null;
  return {
    ...input,
    nameEn: input.nameEn ?? input.nameZh,
    sortKey: input.sortKey ?? input.code.replace(/\D/g, ''),
    minLat: box?.minLat,
    maxLat: box?.maxLat,
    minLng: box?.minLng,
    maxLng: box?.maxLng,
  };
}

// `excluded` is the row that came too late; both engines know it.
const renewed = {
  kind: sql`excluded.kind`,
  nameZh: sql`excluded.name_zh`,
  nameEn: sql`excluded.name_en`,
  legalForm: sql`excluded.legal_form`,
  letters: sql`excluded.letters`,
  ring: sql`excluded.ring`,
  minLat: sql`excluded.min_lat`,
  maxLat: sql`excluded.max_lat`,
  minLng: sql`excluded.min_lng`,
  maxLng: sql`excluded.max_lng`,
  lat: sql`excluded.lat`,
  lng: sql`excluded.lng`,
  householdCount: sql`excluded.household_count`,
  phone: sql`excluded.phone`,
  sortKey: sql`excluded.sort_key`,
  validFrom: sql`excluded.valid_from`,
  validTo: sql`excluded.valid_to`,
};

type ClosureRow = typeof areaClosure.$inferInsert;

/** Every input with itself and each ancestor, inside the batch or already stored. */
async function closureOf(tx: Tx, inputs: readonly AreaInput[]): Promise<ClosureRow[]> {
  const parents = new Map(inputs.map((input) => [input.code, input.parentCode]));
  const outside = [...new Set([...parents.values()])].filter(
    (code): code is string => code !== null && !parents.has(code),
  );
  const stored = new Map<string, { code: string; depth: number }[]>(outside.map((code) => [code, []]));
  for (const some of slices(outside)) {
    const rows = await tx.select().from(areaClosure).where(inArray(areaClosure.descendantCode, some));
    for (const row of rows) stored.get(row.descendantCode)?.push({ code: row.ancestorCode, depth: row.depth });
  }
  return inputs.flatMap(({ code }) => {
    const rows: ClosureRow[] = [];
    let above: string | null = code;
    // Deeper than any tree of areas: a batch whose parents run in a circle.
    for (let depth = 0; above !== null && depth < 30; depth++) {
      rows.push({ ancestorCode: above, descendantCode: code, depth });
      const parent: string | null = parents.get(above) ?? null;
      if (parent !== null && !parents.has(parent)) {
        const ancestors = stored.get(parent) ?? [];
        if (ancestors.length === 0)
          throw new DomainError('not_found', 'place.parent_unknown', { params: { code: parent } });
        for (const a of ancestors)
          rows.push({ ancestorCode: a.code, descendantCode: code, depth: depth + 1 + a.depth });
        above = null;
      } else {
        above = parent;
      }
    }
    return rows;
  });
}

/** Stores QR points; known codes are renewed. */
export async function insertPoints(tx: Tx, points: readonly PointInput[]): Promise<void> {
  for (const some of slices(points)) {
    await tx
      .insert(placePoint)
      .values(some)
      .onConflictDoUpdate({
        target: placePoint.code,
        set: {
          areaCode: sql`excluded.area_code`,
          kind: sql`excluded.kind`,
          nameZh: sql`excluded.name_zh`,
          nameEn: sql`excluded.name_en`,
          lat: sql`excluded.lat`,
          lng: sql`excluded.lng`,
        },
      });
  }
}

/** Stores which cells share an edge: each pair once in, both ways round kept. */
export async function insertNeighbours(tx: Tx, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const rows = pairs.flatMap(([a, b]) => [
    { cellCode: a, neighbourCode: b },
    { cellCode: b, neighbourCode: a },
  ]);
  for (const some of slices(rows)) await tx.insert(cellNeighbour).values(some).onConflictDoNothing();
}

export async function putLegalForm(tx: Tx, code: string, legalForm: LegalForm): Promise<void> {
  await tx.update(area).set({ legalForm }).where(eq(area.code, code)).returning({ code: area.code });
}
