import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { CaseStanding } from '@/lib/casework/workflow';
import type { Actor, PersonActor, Reader, Role } from '@/lib/kernel/context';
import type { Relation } from './relation';
import type { Part } from './status';
import { letterUnit, liaisonLetter } from './tables';

const areasOf = (person: PersonActor, ...roles: Role[]): string[] =>
  person.memberships.filter((m) => roles.includes(m.role)).map((m) => m.areaCode);
const unitsOf = (person: PersonActor): string[] => person.memberships.flatMap((m) => (m.unitCode ? [m.unitCode] : []));

const senders = ['dispatcher', 'secretary'] as const satisfies readonly Role[];

/** Who writes to several units: a community's dispatcher or secretary, or its street. */
export const maySend = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'person' &&
  (areasOf(actor, ...senders).includes(communityCode) ||
    areasOf(actor, 'street_officer', 'dispatcher').includes(communityCode.slice(0, 9)));

/** Who sends letters or gets them: whoever may write for an area of theirs, and everybody in a unit. */
export const writesLetters = (actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.memberships.some((m) => m.unitCode !== null || maySend(actor, m.areaCode.padEnd(12, '0')));

/** How an actor stands to a letter: who sends in its area, the units that it was sent to, who watches over them. */
export function standingOf(
  actor: Actor,
  row: { communityCode: string },
  units: readonly { unitCode: string; part: Part }[],
): CaseStanding<Relation> {
  if (actor.kind === 'system') return { relations: new Set<Relation>(['system']), sees: true };
  const relations = new Set<Relation>();
  if (actor.kind === 'person') {
    if (maySend(actor, row.communityCode)) relations.add('sender');
    const own = unitsOf(actor);
    for (const { unitCode, part } of units) if (own.includes(unitCode)) relations.add(part);
    const watched = areasOf(actor, 'supervisor');
    if (watched.some((area) => row.communityCode.startsWith(area))) relations.add('watcher');
  }
  return { relations, sees: relations.size > 0 };
}

/** The unit for which an actor speaks in a letter; the lead before the others. */
export function ownUnit<T extends { unitCode: string; part: Part }>(actor: Actor, units: readonly T[]): T | undefined {
  if (actor.kind !== 'person') return undefined;
  const own = units.filter(({ unitCode }) => unitsOf(actor).includes(unitCode));
  return own.find(({ part }) => part === 'lead') ?? own[0];
}

/** The same sight as a condition on lists; every query starts from it. */
export function visibleTo(actor: Actor, db: Pick<Reader, 'select'>): SQL | undefined {
  if (actor.kind === 'system') return undefined;
  if (actor.kind !== 'person') return sql`1 = 0`;
  const communities = areasOf(actor, ...senders).filter((area) => area.length === 12);
  const streets = areasOf(actor, 'street_officer', 'dispatcher', 'supervisor').filter((area) => area.length === 9);
  const watched = areasOf(actor, 'supervisor').filter((area) => area.length === 12);
  return or(
    inArray(liaisonLetter.communityCode, [...communities, ...watched, '-']),
    inArray(liaisonLetter.streetCode, [...streets, '-']),
    sentTo(actor, db),
  );
}

/** Sent to a unit of the actor's. */
export const sentTo = (actor: PersonActor, db: Pick<Reader, 'select'>): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(letterUnit)
      .where(and(eq(letterUnit.letterId, liaisonLetter.id), inArray(letterUnit.unitCode, [...unitsOf(actor), '-']))),
  );
