import type { PersonActor, Role } from '@/lib/kernel/context';

/** Whether somebody has a role in exactly this area. */
export const holds = (person: PersonActor, role: Role, area: string): boolean =>
  person.memberships.some((m) => m.role === role && m.areaCode === area);
