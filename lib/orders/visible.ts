import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Actor, Membership, PersonActor, Reader, Role } from '@/lib/kernel/context';
import { assigneeSeesForMs, communitiesActedFor } from './policy';
import { verifiedStatuses } from './status';
import { orderOfferCell, orderPart, orders } from './tables';

const areasOf = (memberships: Membership[], role: Role) =>
  memberships.filter((m) => m.role === role).map((m) => m.areaCode);

const unitsOf = (memberships: Membership[]) => memberships.flatMap((m) => m.unitCode ?? []);

/** Not about a unit of theirs, nor about the community in whose name they act (`subject`). */
function notAbout(memberships: Membership[]): SQL | undefined {
  const units = unitsOf(memberships);
  const communities = communitiesActedFor(memberships);
  return and(
    units.length > 0 ? or(isNull(orders.aboutUnit), notInArray(orders.aboutUnit, units)) : undefined,
    communities.length > 0
      ? or(isNull(orders.aboutCommunity), notInArray(orders.aboutCommunity, communities))
      : undefined,
  );
}

function anyOf(parts: (SQL | undefined)[]): SQL {
  const real = parts.filter((part): part is SQL => part !== undefined);
  return or(...real) ?? sql`1 = 0`;
}

const within = (column: Parameters<typeof inArray>[0], codes: string[]): SQL | undefined =>
  codes.length > 0 ? inArray(column, codes) : undefined;

function verifierWhere(actor: PersonActor, db: Reader, now: number): SQL | undefined {
  const own = within(orders.cellCode, actor.verifiesCells);
  const parent = within(orders.cellCode, actor.verifiesCellsAsParent);
  const statuses = inArray(orders.status, [...verifiedStatuses]);
  const charge = anyOf([
    own && and(own, statuses, or(lt(orders.reopenCount, 2), isNotNull(orders.aboutCommunity))),
    parent && and(parent, statuses, gte(orders.reopenCount, 2), isNull(orders.aboutCommunity)),
    parent && and(parent, eq(orders.status, 'awaiting_verification'), sql`${orders.verifyBy} < ${now}`),
  ]);
  return own || parent ? and(charge, not(hasPart(db, actor.personId, 'declared_tie'))) : undefined;
}

/** As `isOverdue` of policy.ts: a finish that ran over, up to the evidence, question or suspension where one stopped it. */
function overFinish(now: number): SQL | undefined {
  const ran = sql`case
    when ${orders.status} = 'merged' then 0
    when ${orders.status} = 'need_info' then coalesce(${orders.askedAt}, ${now})
    when ${orders.status} = 'suspended' then coalesce(${orders.suspendedAt}, ${now})
    when ${orders.status} in ('awaiting_verification', 'awaiting_rating') then coalesce(${orders.evidenceAt}, ${now})
    else ${now} end`;
  return and(isNull(orders.closedAt), lt(orders.finishBy, ran));
}

/** As `asksStreet` of policy.ts. */
export const asksStreet = (): SQL | undefined => and(isNotNull(orders.extensionAskedAt), gt(orders.extensionCount, 0));

/**
 * The same sight as `standingOf(...).sees`, as a condition on `orders` for lists; every query starts from it.
 * Offers to volunteers are left to `list-pool`, which also knows skills and age.
 */
export function visibleTo(actor: Actor, db: Reader, now: number): SQL {
  if (actor.kind === 'system') return sql`1 = 1`;
  if (actor.kind === 'holder') return eq(orders.id, actor.orderId);
  if (actor.kind === 'anonymous') return sql`1 = 0`;
  const { memberships: held, personId } = actor;
  const units = unitsOf(held);
  const street = areasOf(held, 'street_officer');
  const supervised = areasOf(held, 'supervisor');
  const mine = anyOf([
    and(isNull(orders.assigneeUnit), eq(orders.assigneePerson, personId)),
    within(orders.assigneeUnit, units),
  ]);
  const always = anyOf([
    within(orders.communityCode, areasOf(held, 'secretary')),
    within(orders.communityCode, areasOf(held, 'dispatcher')),
    and(eq(orders.level, 'street'), within(orders.streetCode, street) ?? sql`1 = 0`),
    and(mine, or(isNull(orders.closedAt), gte(orders.closedAt, now - assigneeSeesForMs))),
    verifierWhere(actor, db, now),
    hasPart(db, personId, 'verified'),
  ]);
  const unsealed = anyOf([
    within(orders.communityCode, areasOf(held, 'hall_clerk')),
    within(orders.communityCode, supervised),
    within(orders.streetCode, supervised),
    within(orders.zoneCode, supervised),
    within(orders.cellCode, [...areasOf(held, 'grid_worker'), ...areasOf(held, 'cell_lead')]),
    eq(orders.proxyId, personId),
    street.length > 0
      ? and(
          inArray(orders.streetCode, street),
          or(inArray(orders.colour, ['yellow', 'red']), overFinish(now), asksStreet()),
        )
      : undefined,
  ]);
  return anyOf([
    eq(orders.requesterId, personId),
    and(notAbout(held), anyOf([always, and(eq(orders.sealed, false), unsealed)])),
  ]);
}

/** The person took this part in the order of the row. */
export const hasPart = (db: Reader, personId: string, part: 'handled' | 'verified' | 'declared_tie'): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(orderPart)
      .where(and(eq(orderPart.orderId, orders.id), eq(orderPart.personId, personId), eq(orderPart.part, part))),
  );

/** As `isKin` of policy.ts: not asked by the actor's household or declared family, and no tie to it declared (R8). */
export const notKin = (actor: PersonActor, db: Reader): SQL | undefined =>
  and(
    actor.ties.length > 0 ? or(isNull(orders.requesterId), notInArray(orders.requesterId, actor.ties)) : undefined,
    or(isNull(orders.wholeRequesterId), notInArray(orders.wholeRequesterId, [actor.personId, ...actor.ties])),
    not(hasPart(db, actor.personId, 'declared_tie')),
    actor.householdCode
      ? or(isNull(orders.requesterHousehold), ne(orders.requesterHousehold, actor.householdCode))
      : undefined,
  );

/** The pool of a volunteer: open offers in their cells, without what they may not take (skills are looked at per row). */
export function poolOf(actor: PersonActor, db: Reader): SQL {
  const cells = areasOf(actor.memberships, 'volunteer');
  if (cells.length === 0) return sql`1 = 0`;
  return and(
    eq(orders.status, 'offered'),
    eq(orders.sealed, false),
    exists(
      db
        .select({ one: sql`1` })
        .from(orderOfferCell)
        .where(and(eq(orderOfferCell.offerId, orders.offerId), inArray(orderOfferCell.cellCode, cells))),
    ),
    or(isNull(orders.requesterId), ne(orders.requesterId, actor.personId)),
    or(isNull(orders.proxyId), ne(orders.proxyId, actor.personId)),
    notKin(actor, db),
    notAbout(actor.memberships),
  ) as SQL;
}
