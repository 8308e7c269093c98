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

/**
 * Parts of a whole that is public itself: those too small are told together, and with them the smallest of the others
 * until nobody can reckon one of them back from the sum. `other`: what is told together, 0 where nothing is.
 */
export function tellParts<Part extends { count: number }>(parts: readonly Part[]): { told: Part[]; other: number } {
  const sorted = parts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const told = sorted.filter(({ count }) => count >= publicMinimum);
  const small = sorted.slice(told.length);
  const sum = () => small.reduce((n, { count }) => n + count, 0);
  while (small.length > 0 && told.length > 0 && (small.length < 2 || sum() < publicMinimum)) {
    small.push(...told.splice(-1));
  }
  return { told, other: sum() };
}
