import type { Actor, Role } from '@/lib/kernel/context';

/** How somebody's words reach hall and dispatcher; `submit` refuses others (a test holds the two lists together). */
export const proxyChannels = ['hall', 'phone', 'chat', 'hotline', 'foreign_desk'] as const;

const typingRoles: readonly Role[] = ['hall_clerk', 'dispatcher'];

/** Whether this person types orders for others at the desk. */
export const typesForOthers = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.memberships.some((m) => typingRoles.includes(m.role));
