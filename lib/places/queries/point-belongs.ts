import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { areaClosure, placePoint } from '../tables';
import { findPoints } from './find-points';

/**
 * Whether the slip that somebody stands at hangs where the place is: on its building, or, where no building is known,
 * anywhere in its cell. Where the typed code can mean several, one of them is enough. False for a code that is none.
 */
export async function pointBelongs(
  db: Pick<Reader, 'select'>,
  typed: string,
  place: { cellCode: string; buildingCode: string | null },
): Promise<boolean> {
  const meant = (await findPoints(db, typed)).map(({ code }) => code);
  if (meant.length === 0) return false;
  const rows = await db
    .select({ code: placePoint.code })
    .from(placePoint)
    .innerJoin(areaClosure, eq(areaClosure.descendantCode, placePoint.areaCode))
    .where(and(inArray(placePoint.code, meant), eq(areaClosure.ancestorCode, place.buildingCode ?? place.cellCode)));
  return rows.length > 0;
}
