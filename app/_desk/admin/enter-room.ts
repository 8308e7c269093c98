import { enterPage, refusePage, type StaffContext } from '../enter';
import { type AdminRoom, roomsOf } from './admin-page';

/** The context of one room of the administration; who has no key to it gets the forbidden page, and is noted. */
export async function enterRoom(room: AdminRoom, path = `/admin/${room}`): Promise<StaffContext> {
  const ctx = await enterPage(path, 'manage_accounts', 'manage_memberships', 'read_audit');
  return roomsOf(ctx.actor).some(({ name }) => name === room) ? ctx : refusePage(ctx, path);
}
