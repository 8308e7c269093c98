import type { LatLng } from '@/lib/kernel/geo';
import { type CellView, listCells } from '@/lib/places/queries/list-cells';
import type { StaffContext } from '../_shell/enter';

/** A community's code has twelve digits; the codes of its cells begin with it. */
const communityDigits = 12;

/** The cells around a volunteer: all of their communities, and the middle of the first that is theirs. */
export async function ownCells(ctx: StaffContext): Promise<{ all: CellView[]; centre: LatLng | null }> {
  const own = ctx.actor.memberships.filter((m) => m.role === 'volunteer').map((m) => m.areaCode);
  const communities = [...new Set(own.map((code) => code.slice(0, communityDigits)))];
  const all = (await Promise.all(communities.map((communityCode) => listCells(ctx, { communityCode })))).flat();
  return { all, centre: all.find((cell) => own.includes(cell.code) && cell.centre)?.centre ?? null };
}
