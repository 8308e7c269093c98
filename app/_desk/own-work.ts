import type { PersonActor, Role } from '@/lib/kernel/context';
import type { DeskView } from './desk-views';

const deskRoles: readonly Role[] = ['dispatcher', 'hall_clerk', 'secretary', 'street_officer'];

/** The areas that a person's desk roles stand for: communities, or a whole street; what lies inside another is left out. */
export function workAreas(actor: Pick<PersonActor, 'memberships'>): string[] {
  const own = actor.memberships.filter((m) => deskRoles.includes(m.role)).map((m) => m.areaCode);
  const distinct = [...new Set(own)].sort();
  return distinct.filter((code) => !distinct.some((other) => other !== code && code.startsWith(other)));
}

/** Who dispatches begins with what waits for a dispatch; hall and secretary with what is open. */
export function firstView(actor: Pick<PersonActor, 'memberships'>): DeskView {
  const dispatches = actor.memberships.some((m) => m.role === 'dispatcher' || m.role === 'street_officer');
  return dispatches ? 'to_dispatch' : 'open';
}
