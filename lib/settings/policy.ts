import type { Actor } from '@/lib/kernel/context';

const isSystemAdmin = (actor: Actor) =>
  actor.kind === 'person' && actor.memberships.some((m) => m.role === 'system_admin');

export const mayReadSettings = (actor: Actor): boolean => actor.kind === 'system' || isSystemAdmin(actor);

/** What the demo's loader alone writes stays out of an administrator's hands. */
export const mayChangeSetting = (actor: Actor, fixed: boolean): boolean =>
  actor.kind === 'system' || (isSystemAdmin(actor) && !fixed);
