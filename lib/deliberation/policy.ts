import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { holds } from '@/lib/casework/holds';
import type { CaseStanding } from '@/lib/casework/workflow';
import type { Actor, Role } from '@/lib/kernel/context';
import type { Relation } from './relation';
import { publicStatuses, type Status } from './status';
import { deliberation, deliberationMeeting, deliberationRoll } from './tables';

export interface StandingCase {
  communityCode: string;
  streetCode: string;
  status: Status;
}

/** What the database says of this actor and this case beside the row itself. */
export interface StandingParts {
  /** On the frozen roll of the meeting that is open now, with a vote. */
  voter: boolean;
  /** Sent one of the orders that it answers. */
  source: boolean;
  /** Its proposal was passed once: what was public stays so when it is withdrawn, with the reason. */
  proposed: boolean;
}

const isPublic = (status: Status, proposed: boolean): boolean =>
  (publicStatuses as readonly Status[]).includes(status) || (status === 'withdrawn' && proposed);

/** Those who see a draft: who keeps the papers, and who watches over them. */
const watchers: readonly Relation[] = ['secretary', 'clerk', 'street', 'supervisor', 'auditor', 'system'];

export const watches = ({ relations }: CaseStanding<Relation>): boolean =>
  watchers.some((relation) => relations.has(relation));

/** How an actor stands to a deliberation, and whether it is there for them: to everybody from the first vote on. */
export function standingOf(actor: Actor, row: StandingCase, parts: StandingParts): CaseStanding<Relation> {
  const relations = new Set<Relation>(['anyone']);
  const add = (relation: Relation, is: boolean) => {
    if (is) relations.add(relation);
  };
  if (actor.kind === 'system') return { relations: new Set<Relation>(['system']), sees: true };
  if (actor.kind === 'person') {
    add('secretary', holds(actor, 'secretary', row.communityCode));
    add('clerk', holds(actor, 'dispatcher', row.communityCode) || holds(actor, 'hall_clerk', row.communityCode));
    add('street', holds(actor, 'street_officer', row.streetCode));
    const above = [row.communityCode, row.streetCode];
    add(
      'supervisor',
      above.some((area) => holds(actor, 'supervisor', area)),
    );
    add(
      'auditor',
      above.some((area) => holds(actor, 'audit_admin', area)),
    );
    add('voter', parts.voter);
    add('source', parts.source);
  }
  const sees =
    isPublic(row.status, parts.proposed) || parts.voter || watchers.some((relation) => relations.has(relation));
  return { relations, sees };
}

/** The same sight as a condition on lists; every query starts from it. */
export function visibleTo(actor: Actor): SQL | undefined {
  if (actor.kind === 'system') return undefined;
  const proposed = sql`exists (select 1 from ${deliberationMeeting} where ${deliberationMeeting.deliberationId} = ${deliberation.id} and ${deliberationMeeting.stage} = 'propose' and ${deliberationMeeting.state} = 'passed')`;
  const open = or(
    inArray(deliberation.status, [...publicStatuses]),
    and(eq(deliberation.status, 'withdrawn'), proposed),
  );
  if (actor.kind !== 'person') return open;
  const areasOf = (...roles: Role[]) => actor.memberships.filter((m) => roles.includes(m.role)).map((m) => m.areaCode);
  const communities = areasOf('secretary', 'dispatcher', 'hall_clerk', 'supervisor', 'audit_admin');
  const streets = areasOf('street_officer', 'supervisor', 'audit_admin');
  const votes = sql`exists (select 1 from ${deliberationRoll} inner join ${deliberationMeeting} on ${deliberationMeeting.id} = ${deliberationRoll.meetingId} where ${deliberationMeeting.deliberationId} = ${deliberation.id} and ${deliberationMeeting.state} in ('frozen', 'voting') and ${deliberationRoll.personId} = ${actor.personId} and ${deliberationRoll.seat} = 'voting')`;
  return or(
    open,
    votes,
    communities.length > 0 ? inArray(deliberation.communityCode, communities) : undefined,
    streets.length > 0 ? inArray(deliberation.streetCode, streets) : undefined,
  );
}

/** Who may open a case: the secretary of the community, in its name. */
export const mayOpen = (actor: Actor, communityCode: string): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && holds(actor, 'secretary', communityCode));

/** By which rules a community's next case is decided is entered by whoever administers the program, as its other settings. */
export const mayChooseRules = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.memberships.some((m) => m.role === 'system_admin'));

/** Whose papers hold names: rolls, objections' contacts, files that are not public. */
export const keepsPapers = (standing: CaseStanding<Relation>): boolean =>
  standing.relations.has('secretary') || standing.relations.has('clerk') || standing.relations.has('system');
