import { holds } from '@/lib/casework/holds';
import type { CaseStanding } from '@/lib/casework/workflow';
import type { Actor } from '@/lib/kernel/context';
import type { Relation } from './relation';

/** How an actor stands to a project. It is promised in public, so everybody sees it (M17). */
export function standingOf(actor: Actor, row: { communityCode: string }): CaseStanding<Relation> {
  if (actor.kind === 'system') return { relations: new Set<Relation>(['system']), sees: true };
  const relations = new Set<Relation>(['anyone']);
  if (actor.kind === 'person') {
    const { communityCode } = row;
    if (holds(actor, 'secretary', communityCode)) relations.add('secretary');
    if (holds(actor, 'dispatcher', communityCode) || holds(actor, 'hall_clerk', communityCode)) relations.add('clerk');
  }
  return { relations, sees: true };
}

/** Who may put a project on the list: the secretary of the community, in its name. */
export const mayOpen = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'person' && holds(actor, 'secretary', communityCode);

/** Who sees the papers beside what is public: numbers of receipts and of the orders that asked for it. */
export const keepsPapers = (standing: CaseStanding<Relation>): boolean =>
  standing.relations.has('secretary') || standing.relations.has('clerk') || standing.relations.has('system');

/** The communities whose projects a person keeps, for the desk. */
export const keptCommunities = (actor: Actor): string[] =>
  actor.kind === 'person'
    ? [
        ...new Set(
          actor.memberships
            .filter((m) => m.role === 'secretary' || m.role === 'dispatcher' || m.role === 'hall_clerk')
            .map((m) => m.areaCode),
        ),
      ]
    : [];
