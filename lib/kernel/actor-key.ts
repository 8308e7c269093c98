import type { Actor } from './context';

/** How history and audit name an actor: a person's id, `holder`, `anonymous`, or `system:clock`. Never a name. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'person') return actor.personId;
  if (actor.kind === 'system') return `system:${actor.name}`;
  return actor.kind;
}
