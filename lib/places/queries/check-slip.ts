import { and, eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { isWrittenAs } from '../point-code';
import { areaClosure, placePoint } from '../tables';
import { findPoints } from './find-points';

/**
 * Whether the slip whose code somebody read off hangs where the place is: on its building, or, where no building is known,
 * anywhere in its cell. Stricter than a look-up, because it proves presence: the code as it is written (`isWrittenAs`).
 * @returns `elsewhere` also for a code that is none; `several` when look-alike letters leave open which one was read
 */
export async function checkSlip(
  db: Pick<Reader, 'select'>,
  typed: string,
  place: { cellCode: string; buildingCode: string | null },
): Promise<'here' | 'elsewhere' | 'several'> {
  const [point, ...others] = (await findPoints(db, typed)).filter(({ code }) => isWrittenAs(typed, code));
  if (!point) return 'elsewhere';
  if (others.length > 0) return 'several';
  const rows = await db
    .select({ code: placePoint.code })
    .from(placePoint)
    .innerJoin(areaClosure, eq(areaClosure.descendantCode, placePoint.areaCode))
    .where(and(eq(placePoint.code, point.code), eq(areaClosure.ancestorCode, place.buildingCode ?? place.cellCode)));
  return rows.length > 0 ? 'here' : 'elsewhere';
}
