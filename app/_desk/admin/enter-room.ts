import { addressOf, enterPage, refusePage, type StaffContext } from '../../_shell/enter';
import { type AdminRoom, roomsOf } from './admin-page';

/** The context of one room of the administration; who has no key to it gets the forbidden page, and is noted. */
export async function enterRoom(
  room: AdminRoom,
  query: Record<string, string | string[] | undefined> = {},
  path = `/admin/${room}`,
): Promise<StaffContext> {
  const ctx = await enterPage(addressOf(path, query), 'manage_accounts', 'manage_memberships', 'read_audit');
  return roomsOf(ctx.actor).some(({ name }) => name === room) ? ctx : refusePage(ctx, path);
}
