import type { Actor } from '@/lib/kernel/context';

/** Channels, tests of them and what could not be sent are the system administrator's. */
export const mayManageChannels = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.memberships.some(({ role }) => role === 'system_admin'));
