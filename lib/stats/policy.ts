import type { Actor, Role } from '@/lib/kernel/context';

const readers: readonly Role[] = [
  'dispatcher',
  'hall_clerk',
  'secretary',
  'street_officer',
  'supervisor',
  'grid_worker',
  'cell_lead',
];

/** Whether the actor may read all figures of an area: one that they work in, or one below it. */
export function mayReadStats(actor: Actor, path: readonly string[]): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  return actor.memberships.some((m) => readers.includes(m.role) && path.includes(m.areaCode));
}

/** Sealed orders exist for dispatcher and secretary (and for who handles or verifies them, one by one). */
export const mayCountSealed = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && actor.memberships.some((m) => m.role === 'dispatcher' || m.role === 'secretary'));

/** Fewer than this are not told to the public: nobody shall be guessed from a figure (3.1.1, sealed orders). */
export const publicMinimum = 5;
