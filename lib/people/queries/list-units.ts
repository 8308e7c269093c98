import { eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { unit } from '../tables';

export type UnitView = typeof unit.$inferSelect;

/** Firms, departments and crews by code: all, or those of one handler group or of some codes. */
export async function listUnits(
  ctx: Pick<Context, 'db'>,
  input: { handlerGroup?: string; codes?: string[] } = {},
): Promise<UnitView[]> {
  if (input.codes?.length === 0) return [];
  const where = input.codes
    ? inArray(unit.code, input.codes)
    : input.handlerGroup === undefined
      ? undefined
      : eq(unit.handlerGroup, input.handlerGroup);
  return ctx.db.select().from(unit).where(where).orderBy(unit.code);
}
