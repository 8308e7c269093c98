import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type LoadAreasInput, loadAreasInput } from '../input';
import { insertAreas, insertNeighbours, insertPoints } from '../store';

/**
 * Loads areas, QR points and neighbours in one transaction; a second load of the same input changes nothing but the
 * audit. Only jobs, imports and seeds load areas.
 * @throws DomainError `forbidden` place.load_forbidden, `not_found` place.parent_unknown, `conflict` place.parent_changed
 */
export async function loadAreas(ctx: Context, input: LoadAreasInput): Promise<{ areas: number; points: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'place.load_forbidden');
  const { areas, points, neighbours } = parse(loadAreasInput, input);
  await ctx.transaction(async (tx) => {
    await insertAreas(tx, areas);
    await insertPoints(tx, points);
    await insertNeighbours(tx, neighbours);
    await writeAudit(tx, ctx, {
      action: 'areas.loaded',
      subjectKind: 'area',
      subjectId: areas[0]?.code ?? points[0]?.code ?? 'none',
      data: { areas: areas.length, points: points.length, neighbours: neighbours.length },
    });
  });
  return { areas: areas.length, points: points.length };
}
