import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { findHandler } from '@/lib/people/queries/find-handler';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { listCells } from '@/lib/places/queries/list-cells';
import type { OrderRow } from '../facts';
import { communityRoles } from '../policy';

/**
 * Whom a complaint is about, person by person: the members of the unit and, when it is the community itself, all who
 * act in its name (3.9). The same people as the relation `subject` names.
 */
export async function subjectsOf(
  ctx: Pick<Context, 'db' | 'now'>,
  order: Pick<OrderRow, 'aboutUnit' | 'aboutCommunity'>,
): Promise<ReadonlySet<string>> {
  if (!order.aboutUnit) return new Set();
  const unit = await findHandler(ctx.db, { unit: order.aboutUnit }, shanghaiDate(ctx.now()));
  const subjects = new Set(unit?.members);
  if (!order.aboutCommunity) return subjects;
  const cells = await listCells(ctx, { communityCode: order.aboutCommunity });
  const areaCodes = [order.aboutCommunity, ...cells.map((cell) => cell.code)];
  for (const role of communityRoles) {
    for (const { personId } of await listRoleHolders(ctx, { role, areaCodes })) subjects.add(personId);
  }
  return subjects;
}
