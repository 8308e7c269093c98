import type { Actor, HolderActor, Membership, PersonActor, Role } from '@/lib/kernel/context';
import { communityOf } from '@/lib/people/policy';
import type { Relation } from './relation';
import { type Colour, type Status, verifiedStatuses } from './status';

/** An assignee sees the order until 30 days after its closing (3.1.1). */
export const assigneeSeesForMs = 30 * 86_400_000;

/** How an actor stands to one order, computed once from memberships, the area tree and the order's own facts. */
export interface Standing {
  relations: ReadonlySet<Relation>;
  /** Same household in the register, or a declared tie (R8). */
  kin: boolean;
  sees: boolean;
}

/** The parts of an order that relations are made of. */
export interface StandingOrder {
  id: string;
  status: Status;
  level: 'community' | 'street';
  zoneCode: string;
  streetCode: string;
  communityCode: string;
  cellCode: string;
  requesterId: string | null;
  requesterHousehold: string | null;
  wholeRequesterId: string | null;
  proxyId: string | null;
  aboutUnit: string | null;
  aboutCommunity: string | null;
  assigneeUnit: string | null;
  assigneePerson: string | null;
  sealed: boolean;
  reopenCount: number;
  colour: Colour | null;
  verifyBy: number | null;
  finishBy: number | null;
  askedAt: number | null;
  evidenceAt: number | null;
  suspendedAt: number | null;
  extensionAskedAt: number | null;
  extensionCount: number;
  closedAt: number | null;
}

/** What the database says of this actor and this order beside the row itself. */
export interface StandingFacts {
  parts: ReadonlySet<'handled' | 'verified' | 'declared_tie'>;
  /** Cells and skills of the order's latest offer; null when it was never offered. */
  offer: { cells: readonly string[]; skills: readonly string[] } | null;
  /** The actor as a volunteer; null when not one. */
  volunteer: { skills: readonly string[]; adult: boolean } | null;
  now: number;
}

const has = (person: PersonActor, role: Role, area: string) =>
  person.memberships.some((m) => m.role === role && m.areaCode === area);
const hasIn = (person: PersonActor, role: Role, areas: string[]) => areas.some((area) => has(person, role, area));
const inUnit = (person: PersonActor, unit: string | null) =>
  unit !== null && person.memberships.some((m) => m.unitCode === unit);

/** Who acts in a community's name: a complaint about the community itself is about each of them (3.9). */
export const communityRoles: readonly Role[] = ['dispatcher', 'hall_clerk', 'secretary', 'grid_worker', 'cell_lead'];

/** The communities in whose name somebody acts, at a desk or in a cell; what hides complaints from lists asks the same. */
export const communitiesActedFor = (memberships: readonly Membership[]): string[] =>
  memberships.filter((m) => communityRoles.includes(m.role)).map((m) => communityOf(m.areaCode));

/** The unit complained about and its chain: of the community itself, its dispatcher, hall, secretary and cell staff. */
function isSubject(person: PersonActor, order: StandingOrder): boolean {
  if (inUnit(person, order.aboutUnit)) return true;
  return order.aboutCommunity !== null && communitiesActedFor(person.memberships).includes(order.aboutCommunity);
}

/** Which offers a volunteer may see: active in one of the cells, all skills, of age (3.1.5). */
function matchesOffer(person: PersonActor, facts: StandingFacts): boolean {
  const { offer, volunteer } = facts;
  if (!offer || !volunteer?.adult) return false;
  return (
    person.memberships.some((m) => m.role === 'volunteer' && offer.cells.includes(m.areaCode)) &&
    offer.skills.every((skill) => volunteer.skills.includes(skill))
  );
}

/**
 * The cell's branch verifies; after the verify limit its parent too; after a second reopening its parent alone (3.1.2).
 */
function verifies(person: PersonActor, order: StandingOrder, now: number): boolean {
  const asBranch = person.verifiesCells.includes(order.cellCode);
  const asParent = person.verifiesCellsAsParent.includes(order.cellCode);
  // The parent branch stands with the community, so of a complaint about it the cell's own branch goes on verifying.
  if (order.reopenCount >= 2 && order.aboutCommunity === null) return asParent;
  const late = order.status === 'awaiting_verification' && order.verifyBy !== null && now > order.verifyBy;
  return asBranch || (late && asParent);
}

function personRelations(person: PersonActor, order: StandingOrder, facts: StandingFacts): Set<Relation> {
  const found = new Set<Relation>();
  const add = (relation: Relation, holds: boolean) => {
    if (holds) found.add(relation);
  };
  const kin = isKin(person, order, facts);
  add('requester', order.requesterId === person.personId);
  add('proxy', order.proxyId === person.personId);
  add('subject', isSubject(person, order));
  add(
    'dispatcher',
    order.level === 'street'
      ? has(person, 'street_officer', order.streetCode)
      : has(person, 'dispatcher', order.communityCode),
  );
  add('hall', has(person, 'hall_clerk', order.communityCode));
  add('cell_staff', has(person, 'grid_worker', order.cellCode) || has(person, 'cell_lead', order.cellCode));
  // A unit's order is its members'; who signed it and left the unit holds it no longer.
  const isHolder =
    order.assigneeUnit === null ? order.assigneePerson === person.personId : inUnit(person, order.assigneeUnit);
  add('assignee', isHolder);
  add('handled', facts.parts.has('handled'));
  add('verified', facts.parts.has('verified'));
  add('verifier', verifies(person, order, facts.now));
  add('secretary', has(person, 'secretary', order.communityCode));
  add('street', has(person, 'street_officer', order.streetCode));
  const above = [order.communityCode, order.streetCode, order.zoneCode];
  add('supervisor', hasIn(person, 'supervisor', above));
  add('auditor', hasIn(person, 'audit_admin', above));
  const mayCome = !found.has('requester') && !found.has('proxy') && !found.has('subject') && !kin;
  add('candidate', mayCome && matchesOffer(person, facts));
  return found;
}

/** Who asked for it, or for the whole of which it is a part. */
export const askerOf = (order: Pick<StandingOrder, 'requesterId' | 'wholeRequesterId'>): string | null =>
  order.requesterId ?? order.wholeRequesterId;

function isKin(person: PersonActor, order: StandingOrder, facts: StandingFacts): boolean {
  if (person.householdCode !== null && person.householdCode === order.requesterHousehold) return true;
  if (order.requesterId !== null && person.ties.includes(order.requesterId)) return true;
  // Whoever asked for the whole is nobody's judge in a part of it, and neither is their family.
  const asked = order.wholeRequesterId;
  if (asked !== null && (asked === person.personId || person.ties.includes(asked))) return true;
  return facts.parts.has('declared_tie');
}

/** Sight of 3.1.1: what a person may not see does not exist for them. */
function sees(relations: ReadonlySet<Relation>, order: StandingOrder, facts: StandingFacts, ownArea: boolean): boolean {
  if (relations.has('requester')) return true;
  if (relations.has('subject')) return false;
  // 回避: a declared tie takes the order from the list of whoever would verify it (3.1.1); a candidate is none with one.
  const verifierSees =
    (relations.has('verifier') &&
      !facts.parts.has('declared_tie') &&
      (verifiedStatuses as readonly Status[]).includes(order.status)) ||
    relations.has('verified');
  const assigneeSees =
    relations.has('assignee') && (order.closedAt === null || facts.now - order.closedAt <= assigneeSeesForMs);
  if (ownArea || relations.has('dispatcher') || relations.has('secretary') || verifierSees || assigneeSees) return true;
  if (order.sealed) return false;
  if (relations.has('hall') || relations.has('supervisor') || relations.has('cell_staff') || relations.has('proxy'))
    return true;
  // Of the 督办 the street sees those that fell behind a step; the near limit (blue) is the community's own.
  const supervised = order.colour === 'yellow' || order.colour === 'red';
  const streetLooks = order.level === 'street' || supervised || isOverdue(order, facts.now) || asksStreet(order);
  if (relations.has('street') && streetLooks) return true;
  return relations.has('candidate') && order.status === 'offered';
}

/** A second extension is the street's to grant (3.4), so what is asked for lies before it; for lists `asksStreet` of visible.ts. */
const asksStreet = (order: StandingOrder): boolean => order.extensionAskedAt !== null && order.extensionCount > 0;

/**
 * Until when the finish ran: to the evidence once it is in, to the question while that lies with the requester, to the
 * suspension, else to now. What was handed in in time is not late because its check or its rating takes long (3.2).
 */
function finishRanTo({ status, askedAt, evidenceAt, suspendedAt }: StandingOrder, now: number): number {
  // It follows its main order, whose clock is the one that may be late.
  if (status === 'merged') return 0;
  if (status === 'suspended') return suspendedAt ?? now;
  if (status === 'need_info') return askedAt ?? now;
  return status === 'awaiting_verification' || status === 'awaiting_rating' ? (evidenceAt ?? now) : now;
}

/** An open order over its finish, the red of 3.5; for lists `overFinish` of visible.ts asks the same. */
const isOverdue = (order: StandingOrder, now: number) =>
  order.closedAt === null && order.finishBy !== null && finishRanTo(order, now) > order.finishBy;

/** The holder of a code is the requester; what somebody signed in there did with the order still takes rights away. */
function holderStanding(holder: HolderActor, order: StandingOrder, facts: StandingFacts): Standing {
  const own = holder.orderId === order.id;
  const relations = new Set<Relation>(own ? ['requester'] : []);
  for (const part of ['handled', 'verified'] as const) if (own && facts.parts.has(part)) relations.add(part);
  if (own && holder.personId !== undefined && holder.personId === order.proxyId) relations.add('proxy');
  return { relations, kin: false, sees: own };
}

/** Relations, kinship and sight of one actor to one order. */
export function standingOf(actor: Actor, order: StandingOrder, facts: StandingFacts): Standing {
  if (actor.kind === 'system') return { relations: new Set<Relation>(['system']), kin: false, sees: true };
  if (actor.kind === 'holder') {
    return holderStanding(actor, order, facts);
  }
  if (actor.kind === 'anonymous') return { relations: new Set(), kin: false, sees: false };
  const relations = personRelations(actor, order, facts);
  // A dispatcher goes on seeing what went up to the street, and no longer dispatches it.
  const ownArea = has(actor, 'dispatcher', order.communityCode);
  return { relations, kin: isKin(actor, order, facts), sees: sees(relations, order, facts, ownArea) };
}

/** In whose name a verifier acts: the first of their organisations; the history keeps it after a branch is dissolved. */
export const verifyingOrg = (person: PersonActor): string =>
  person.memberships.find((m) => m.role === 'branch_verifier' && m.partyOrgCode)?.partyOrgCode ?? '';

interface AnswerableNotice {
  id: string;
  ownerId: string | null;
  step: string | null;
  repliedAt: number | null;
  endedAt: number | null;
}

/** A 督办单 is answered by its owner, or by whoever was told on the same step: one who is away is not alone with it. */
export const mayAnswer = (
  actor: PersonActor,
  notice: AnswerableNotice,
  told: readonly { noticeId: string; personId: string; step: string }[],
): boolean =>
  notice.repliedAt === null &&
  notice.endedAt === null &&
  (notice.ownerId === actor.personId ||
    told.some((one) => one.noticeId === notice.id && one.personId === actor.personId && one.step === notice.step));
