import type { Actor } from '@/lib/kernel/context';

/** Who stands for a community at its desk reads how its orders are routed, and so does who administers. */
export const mayReadRules = (actor: Actor, communityCode: string): boolean =>
  mayEditRules(actor, communityCode) ||
  (actor.kind === 'person' &&
    actor.memberships.some(
      ({ role, areaCode }) =>
        ((role === 'dispatcher' || role === 'hall_clerk') && areaCode === communityCode) ||
        (role === 'street_officer' && communityCode.startsWith(areaCode)),
    ));

/**
 * A rule gives orders where nobody looks, so it is made by who answers for the community, its secretary, or by who
 * administers the program; whoever dispatches by it day by day reads it and does not bend it.
 */
export const mayEditRules = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' &&
    actor.memberships.some(
      ({ role, areaCode }) => role === 'system_admin' || (role === 'secretary' && areaCode === communityCode),
    ));
