import type { Context, PersonActor } from '@/lib/kernel/context';
import { maySend } from '@/lib/letters/policy';
import { getArea } from '@/lib/places/queries/get-area';
import { listAreas } from '@/lib/places/queries/list-areas';
import type { AreaView } from '@/lib/places/view';

/** The communities for which this person may write to units: their own, or those of their street. */
export async function sendsIn(ctx: Context & { actor: PersonActor }): Promise<AreaView[]> {
  const areas = [...new Set(ctx.actor.memberships.map((m) => m.areaCode))];
  const own = areas.filter((code) => code.length === 12 && maySend(ctx.actor, code));
  const streets = areas.filter((code) => code.length === 9 && maySend(ctx.actor, `${code}000`));
  const below = await Promise.all(streets.map((parent) => listAreas(ctx, { parent, limit: 200 })));
  return [...(await Promise.all(own.map((code) => getArea(ctx, { code })))), ...below.flatMap(({ items }) => items)];
}
