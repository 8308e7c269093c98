import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { listCells } from '@/lib/places/queries/list-cells';
import { verifiedBy } from '../policy';
import { forestBelow } from './party-forest';

/** The cells that a party organisation verifies on the domain's today, its own and those that fell to it (3.1.1). */
export async function listBranchCells(ctx: Context, input: { orgCode: string }): Promise<string[]> {
  const { orgCode } = input;
  const today = shanghaiDate(ctx.now());
  const forest = await forestBelow(ctx.db, [orgCode], today);
  const cells = [...forest.cellOrgs.keys()];
  for (const communityCode of new Set(cells.map((cell) => cell.slice(0, 12)))) {
    for (const cell of await listCells(ctx, { communityCode })) cells.push(cell.code);
  }
  return verifiedBy(forest, new Set([orgCode]), cells, today).own;
}
