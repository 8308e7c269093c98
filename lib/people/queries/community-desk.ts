import type { Context } from '@/lib/kernel/context';
import { listRoleHolders } from './list-role-holders';

/** How many dispatchers of a community can sign in today; 0 = what is sent there is looked at by nobody. */
export async function communityDesk(ctx: Pick<Context, 'db' | 'now'>, communityCode: string): Promise<number> {
  const holders = await listRoleHolders(ctx, { role: 'dispatcher', areaCodes: [communityCode] });
  return holders.filter((holder) => holder.canSignIn).length;
}
