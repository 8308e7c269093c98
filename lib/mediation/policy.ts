import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { CaseStanding } from '@/lib/casework/workflow';
import type { Actor, PersonActor, Reader, Role } from '@/lib/kernel/context';
import type { Relation } from './relation';
import { openStatuses, type Status } from './status';
import { mediation, mediationParty } from './tables';

export interface StandingCase {
  communityCode: string;
  status: Status;
  mediatorId: string | null;
  proposedMediatorId: string | null;
}

const areasOf = (person: PersonActor, ...roles: Role[]): string[] =>
  person.memberships.filter((m) => roles.includes(m.role)).map((m) => m.areaCode);

/** Whose role makes them a mediator here: of the committee, or one of the 五老. */
export const mediatingRoles = ['mediator', 'secretary'] as const satisfies readonly Role[];

/**
 * How an actor stands to a mediation, and whether it is there for them (15): its parties, the mediator of this case as
 * long as they mediate in the community, its secretary, who is proposed to mediate while that is open, and nobody else,
 * whatever else they may see.
 * `party`: the actor's number among the parties, null when they are none of them.
 */
export function standingOf(actor: Actor, row: StandingCase, party: number | null): CaseStanding<Relation> {
  if (actor.kind === 'system') return { relations: new Set<Relation>(['system']), sees: true };
  const relations = new Set<Relation>();
  if (actor.kind === 'person') {
    if (party !== null) relations.add('party');
    const mediates = areasOf(actor, ...mediatingRoles).includes(row.communityCode);
    if (mediates && row.mediatorId === actor.personId) relations.add('mediator');
    if (areasOf(actor, 'secretary').includes(row.communityCode)) relations.add('secretary');
    const isOpen = (openStatuses as readonly Status[]).includes(row.status);
    if (mediates && isOpen && row.proposedMediatorId === actor.personId) relations.add('proposed');
  }
  return { relations, sees: relations.size > 0 };
}

/** The same sight as a condition on lists; every query starts from it. */
export function visibleTo(actor: Actor, db: Pick<Reader, 'select'>): SQL | undefined {
  if (actor.kind === 'system') return undefined;
  if (actor.kind !== 'person') return sql`1 = 0`;
  const { personId } = actor;
  const [own, mediating] = [areasOf(actor, 'secretary'), areasOf(actor, ...mediatingRoles)];
  return or(
    own.length > 0 ? inArray(mediation.communityCode, own) : undefined,
    mediating.length > 0
      ? and(
          inArray(mediation.communityCode, mediating),
          or(
            eq(mediation.mediatorId, personId),
            and(eq(mediation.proposedMediatorId, personId), inArray(mediation.status, [...openStatuses])),
          ),
        )
      : undefined,
    inArray(
      mediation.id,
      db.select({ id: mediationParty.mediationId }).from(mediationParty).where(eq(mediationParty.personId, personId)),
    ),
  );
}

/** Who registers a mediation, and who keeps the legal duty roster: the secretary of the community. */
export const mayOpen = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && areasOf(actor, 'secretary').includes(communityCode));

/** The communities in which somebody works with mediations, for screens. */
export const mediatesIn = (actor: Actor): string[] =>
  actor.kind === 'person' ? [...new Set(areasOf(actor, ...mediatingRoles))].sort() : [];

/** Who reads what stands beside the table of the parties: phones, addresses, opinions of the legal duty. */
export const keepsPapers = (standing: CaseStanding<Relation>): boolean =>
  !standing.relations.has('party') &&
  (['mediator', 'secretary', 'system'] as const).some((relation) => standing.relations.has(relation));

/** Who is proposed and nothing else: what it is about and between whom, so that a tie to a party can be told in time. */
export const isOnlyProposed = ({ relations }: CaseStanding<Relation>): boolean =>
  relations.size === 1 && relations.has('proposed');
