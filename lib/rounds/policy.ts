import { holds } from '@/lib/casework/holds';
import type { CaseStanding } from '@/lib/casework/workflow';
import type { Actor } from '@/lib/kernel/context';
import type { Relation } from './relation';

/** How an actor stands to a round. The question is asked in public, so everybody sees it; what was said nobody does. */
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

/** Who may ask the community a question: its secretary, in its name. */
export const mayOpen = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'person' && holds(actor, 'secretary', communityCode);

/** Who reads what people said, word for word: those who write the list of it. */
export const readsEntries = (standing: CaseStanding<Relation>): boolean =>
  standing.relations.has('secretary') || standing.relations.has('clerk') || standing.relations.has('system');
