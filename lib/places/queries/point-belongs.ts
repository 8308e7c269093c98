import { and, eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { pointCode } from '../input';
import { areaClosure, placePoint } from '../tables';

/**
 * Whether the slip that somebody stands at hangs where the place is: on its building, or, where no building is known,
 * anywhere in its cell. False for a code that is none.
 */
export async function pointBelongs(
  db: Pick<Reader, 'select'>,
  typed: string,
  place: { cellCode: string; buildingCode: string | null },
): Promise<boolean> {
  const code = pointCode.safeParse(typed);
  if (!code.success) return false;
  const rows = await db
    .select({ code: placePoint.code })
    .from(placePoint)
    .innerJoin(areaClosure, eq(areaClosure.descendantCode, placePoint.areaCode))
    .where(and(eq(placePoint.code, code.data), eq(areaClosure.ancestorCode, place.buildingCode ?? place.cellCode)));
  return rows.length > 0;
}
