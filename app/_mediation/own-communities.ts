import { mayOpen, mediatesIn } from '@/lib/mediation/policy';
import { getArea } from '@/lib/places/queries/get-area';
import type { AreaView } from '@/lib/places/view';
import type { StaffContext } from '../_shell/enter';

/** The communities whose mediations this person registers. */
export const opensIn = (ctx: StaffContext): Promise<AreaView[]> =>
  Promise.all(
    mediatesIn(ctx.actor)
      .filter((community) => mayOpen(ctx.actor, community))
      .map((code) => getArea(ctx, { code })),
  );
