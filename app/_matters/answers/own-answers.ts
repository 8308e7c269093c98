import type { Context, PersonActor } from '@/lib/kernel/context';
import { communityOf } from '@/lib/people/policy';
import { getArea } from '@/lib/places/queries/get-area';
import type { AreaView } from '@/lib/places/view';
import { workAreas } from '../../_desk/own-work';

/** The community whose suggestions this person answers: of the desk, or of the unit that works for it. */
export async function answersFor(ctx: Context & { actor: PersonActor }): Promise<AreaView | null> {
  const { memberships } = ctx.actor;
  const areas = [...workAreas(ctx.actor), ...memberships.filter((m) => m.role === 'unit_staff').map((m) => m.areaCode)];
  const code = areas.find((area) => area.length >= 12);
  return code ? getArea(ctx, { code: communityOf(code) }) : null;
}
