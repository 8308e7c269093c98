import type { Context } from '@/lib/kernel/context';
import { listRoleHolders, type RoleHolder } from './list-role-holders';

/** Members of a unit on a date (default today): all of them count as handlers of what the unit holds (3.1.1). */
export const listUnitMembers = (
  ctx: Pick<Context, 'db' | 'now'>,
  input: { unitCode: string; on?: string },
): Promise<RoleHolder[]> => listRoleHolders(ctx, input);
