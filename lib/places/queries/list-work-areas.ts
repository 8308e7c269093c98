import { and, asc, inArray, like } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { standingOn } from '../policy';
import { area } from '../tables';
import { type AreaView, viewArea } from '../view';

/** The levels that somebody works in: a street, a community, its quarters, its cells. */
const workKinds = ['zone', 'street', 'community', 'quarter', 'grid_cell', 'special_cell'] as const;

/** Areas that a role can be held in, below `within` and itself, by code; at most `limit`. Codes are nested by prefix. */
export async function listWorkAreas(ctx: Context, input: { within?: string; limit?: number }): Promise<AreaView[]> {
  const { within = '', limit = 1000 } = input;
  if (!/^[0-9A-Z-]*$/.test(within)) return [];
  const rows = await ctx.db
    .select()
    .from(area)
    .where(and(inArray(area.kind, [...workKinds]), like(area.code, `${within}%`), standingOn(shanghaiDate(ctx.now()))))
    .orderBy(asc(area.code))
    .limit(limit);
  return rows.map(viewArea);
}
