import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type ListAreasInput, listAreasInput } from '../input';
import { standingOn } from '../policy';
import { area } from '../tables';
import { type AreaView, viewArea } from '../view';

/**
 * The children of `parent` (the roots without it) that stand today, in the order of the register.
 * `nextCursor` is null on the last page. @throws DomainError `invalid` place.cursor_unreadable
 */
export async function listAreas(
  ctx: Context,
  input: ListAreasInput,
): Promise<{ items: AreaView[]; nextCursor: string | null }> {
  const { parent, kind, cursor, limit } = parse(listAreasInput, input);
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await ctx.db
    .select()
    .from(area)
    .where(
      and(
        parent === undefined ? isNull(area.parentCode) : eq(area.parentCode, parent),
        kind === undefined ? undefined : eq(area.kind, kind),
        standingOn(shanghaiDate(ctx.now())),
        after === null
          ? undefined
          : or(gt(area.sortKey, after.sortKey), and(eq(area.sortKey, after.sortKey), gt(area.code, after.code))),
      ),
    )
    .orderBy(asc(area.sortKey), asc(area.code))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(viewArea),
    nextCursor: rows.length > limit && last ? `${last.sortKey}_${last.code}` : null,
  };
}

function readCursor(cursor: string): { sortKey: string; code: string } {
  const [, sortKey, code] = /^(\d+)_([0-9A-Z-]+)$/.exec(cursor) ?? [];
  if (!sortKey || !code) throw new DomainError('invalid', 'place.cursor_unreadable');
  return { sortKey, code };
}
