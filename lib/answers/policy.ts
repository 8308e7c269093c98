import { holds } from '@/lib/casework/holds';
import type { CaseStanding } from '@/lib/casework/workflow';
import type { Actor } from '@/lib/kernel/context';
import type { Relation } from './relation';

export interface StandingCase {
  communityCode: string;
}

/** How an actor stands to the order behind an answer, as the orders say it. */
export interface StandingParts {
  sees: boolean;
  /** Holds it or handled it. */
  holds: boolean;
  /** Sent it. */
  asked: boolean;
  /** Sealed, confidential or anonymous: nothing of it is told to anybody else. */
  isClosed: boolean;
}

/**
 * An answer is there for everybody. Who may not see the order behind it is `anyone`, whatever their roles: a sealed
 * suggestion is not answered by the hall, and nobody answers what is about them.
 */
export function standingOf(actor: Actor, row: StandingCase, parts: StandingParts): CaseStanding<Relation> {
  if (actor.kind === 'system') return { relations: new Set<Relation>(['system']), sees: true };
  const relations = new Set<Relation>(['anyone']);
  const add = (relation: Relation, is: boolean) => {
    if (is) relations.add(relation);
  };
  add('requester', parts.asked);
  if (actor.kind === 'person' && parts.sees) {
    add('secretary', holds(actor, 'secretary', row.communityCode));
    add('clerk', holds(actor, 'dispatcher', row.communityCode) || holds(actor, 'hall_clerk', row.communityCode));
    add('handler', parts.holds);
  }
  return { relations, sees: true };
}

const writers: readonly Relation[] = ['system', 'secretary', 'clerk', 'handler'];

/** By which right somebody answers an order; null where they may not. Nobody answers their own suggestion. */
export function answersAs(actor: Actor, row: StandingCase, parts: StandingParts): Relation | null {
  if (parts.asked) return null;
  const { relations } = standingOf(actor, row, parts);
  return writers.find((relation) => relations.has(relation)) ?? null;
}

/** Who reads the history: who writes the answer. It names the order behind it. */
export const readsHistory = (standing: CaseStanding<Relation>): boolean =>
  writers.some((relation) => standing.relations.has(relation));

/** Whose reading of a closed order's answer goes beyond its title: who answers it, and who asked. */
export const readsAll = (standing: CaseStanding<Relation>, parts: StandingParts): boolean =>
  !parts.isClosed || [...writers, 'requester' as const].some((relation) => standing.relations.has(relation));
