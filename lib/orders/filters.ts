import {
  and,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context, PersonActor, Reader, Role } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { findHandler } from '@/lib/people/queries/find-handler';
import { listBranchCells } from '@/lib/people/queries/list-branch-cells';
import { getArea } from '@/lib/places/queries/get-area';
import type { listOrdersInput } from './question-input';
import { numberBegins, phoneFound, serialIs, wordsFound } from './search-store';
import { termsOf } from './search-words';
import { openStatuses, type Status, statuses } from './status';
import { orderEvent, orderRating, orders } from './tables';
import { hasPart, notKin } from './visible';

type Asked = ReturnType<typeof listOrdersInput.parse>;

const areasOf = (actor: PersonActor, role: Role) =>
  actor.memberships.filter((m) => m.role === role).map((m) => m.areaCode);

/** As `standingOf` names the dispatcher: the community for its own orders, the street for those of its level (3.1.1). */
export function dispatchedBy(actor: PersonActor): SQL | undefined {
  const [communities, streets] = [areasOf(actor, 'dispatcher'), areasOf(actor, 'street_officer')];
  return or(
    sql`1 = 0`,
    communities.length > 0 ? and(eq(orders.level, 'community'), inArray(orders.communityCode, communities)) : undefined,
    streets.length > 0 ? and(eq(orders.level, 'street'), inArray(orders.streetCode, streets)) : undefined,
  );
}

/** Of whose street it is, whatever the level: a second extension is theirs to grant (3.4). */
export function grantedByStreet(actor: PersonActor): SQL {
  const streets = areasOf(actor, 'street_officer');
  return streets.length > 0 ? inArray(orders.streetCode, streets) : sql`1 = 0`;
}

/** Open, and past the time that runs now; the rating window runs against nobody. */
export const overdueAt = (now: number): SQL | undefined =>
  and(inArray(orders.status, [...openStatuses]), ne(orders.status, 'awaiting_rating'), lt(orders.dueAt, now));

/** Open, and due within two hours. */
export const dueSoonAt = (now: number): SQL | undefined =>
  and(inArray(orders.status, [...openStatuses]), gte(orders.dueAt, now), lt(orders.dueAt, now + 2 * 3_600_000));

/**
 * 重点人群: what is asked for elders, for people in need, or by somebody for whom another had to speak. There is no mark of
 * persons: old age or need is never kept on an order, only what it is about.
 */
export const needsCare = (): SQL | undefined =>
  or(inArray(orders.categoryCode, ['09', '10']), eq(orders.isProxy, true));

/** What this person handed on, and nobody else since: the latest step that gave it to somebody is theirs. */
export function sentBy(actor: PersonActor, db: Reader): SQL {
  const given = inArray(orderEvent.type, ['order.assigned', 'order.offered', 'order.reassigned']);
  const latest = db
    .select({ actor: orderEvent.actor })
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, orders.id), given))
    .orderBy(desc(orderEvent.seq))
    .limit(1);
  return sql`${latest} = ${actor.personId}`;
}

const dayMs = 86_400_000;

/**
 * Whom to call back (3.6), within the window of the closing: after three days without a rating those for whom somebody
 * typed, who may not come by themselves; every U1; all who were not satisfied; what was reopened, at once when it passes
 * again; and the sample drawn at passing, once it is rated or three days old. Not by who handled, verified, typed or asked it, nor by their family or whoever declared a
 * tie, and no more once three tries on two days reached nobody.
 *
 * Anonymous orders are in no such list, with a phone or without: only the platform may call that phone and nobody reads
 * it (3.1.4), and no call by the platform exists. Old age is no mark of an order: elders without a phone of their own
 * are typed for, and are called as such.
 */
export function toCallBack(actor: PersonActor, db: Reader, now: number): SQL | undefined {
  const called = exists(
    db
      .select({ one: sql`1` })
      .from(orderRating)
      .where(
        and(
          eq(orderRating.orderId, orders.id),
          eq(orderRating.closingNo, orders.reopenCount),
          eq(orderRating.reached, true),
          ne(orderRating.via, 'requester'),
        ),
      ),
  );
  const tookPart = or(hasPart(db, actor.personId, 'handled'), hasPart(db, actor.personId, 'verified')) as SQL;
  const unrated = or(eq(orders.status, 'awaiting_rating'), eq(orders.closing, 'unrated'));
  const waited = lt(orders.verifiedAt, now - 3 * dayMs);
  return and(
    or(eq(orders.status, 'awaiting_rating'), and(eq(orders.status, 'closed'), gt(orders.reopenUntil, now))),
    isNull(orders.unreachableAt),
    isNull(orders.childOf),
    eq(orders.anonymous, false),
    or(isNull(orders.requesterId), ne(orders.requesterId, actor.personId)),
    or(isNull(orders.proxyId), ne(orders.proxyId, actor.personId)),
    not(tookPart),
    notKin(actor, db),
    or(
      isNotNull(orders.callbackBy),
      and(eq(orders.urgency, 'U1'), not(called)),
      and(isNotNull(orders.sampledAt), not(called), or(not(unrated as SQL), waited)),
      and(unrated, waited, eq(orders.isProxy, true)),
    ),
  );
}

/** What narrows a list, as conditions on `orders` beside sight and view. */
export async function filtersOf(ctx: Context, input: Asked): Promise<(SQL | undefined)[]> {
  const { area } = input;
  return [
    ...(await offerFiltersOf(ctx, { ...input, area: undefined, q: undefined })),
    area ? await inArea(ctx, area) : undefined,
    input.q ? await searchWhere(ctx.db, input.q) : undefined,
  ];
}

/** Of the area of this code, by the column of its level and that level's index; nothing where there is none. */
async function inArea(ctx: Context, code: string): Promise<SQL> {
  const found = await getArea(ctx, { code }).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
  switch (found?.kind) {
    case 'grid_cell':
    case 'special_cell':
      return eq(orders.cellCode, code);
    case 'building':
      return eq(orders.buildingCode, code);
    case 'quarter':
      return eq(orders.quarterCode, code);
    case 'community':
      return eq(orders.communityCode, code);
    case 'street':
      return eq(orders.streetCode, code);
    default:
      return sql`1 = 0`;
  }
}

/**
 * The same for who sees no more than the offer: a filter must not tell by its answer what the card does not show, so the
 * area is a cell or what lies above it, and `q` a number.
 */
export async function offerFiltersOf(ctx: Context, input: Asked): Promise<(SQL | undefined)[]> {
  const wanted = input.status?.split(',').filter((s): s is Status => (statuses as readonly string[]).includes(s));
  const { area, q } = input;
  return [
    wanted && wanted.length > 0 ? inArray(orders.status, wanted) : undefined,
    area ? or(eq(orders.cellCode, area), eq(orders.communityCode, area), eq(orders.streetCode, area)) : undefined,
    input.item ? or(eq(orders.itemCode, input.item), eq(orders.categoryCode, input.item)) : undefined,
    input.assignee ? await heldBy(ctx, input.assignee) : undefined,
    input.updatedSince ? gte(orders.updatedAt, input.updatedSince) : undefined,
    input.colour ? eq(orders.colour, input.colour) : undefined,
    input.due === 'over' ? overdueAt(ctx.now()) : undefined,
    input.due === 'soon' ? dueSoonAt(ctx.now()) : undefined,
    q ? (numberWhere(q) ?? sql`1 = 0`) : undefined,
    await inBranch(ctx, input.branch),
  ];
}

/** Held by a unit of this code, or by the person of this id or account name (api.md). */
async function heldBy(ctx: Context, said: string): Promise<SQL | undefined> {
  const person = await findHandler(ctx.db, { person: said }, shanghaiDate(ctx.now()));
  return or(eq(orders.assigneeUnit, said), eq(orders.assigneePerson, person?.personId ?? said));
}

/** What lies in the cells that a branch verifies now; nothing where it verifies none. */
async function inBranch(ctx: Context, orgCode: string | undefined): Promise<SQL | undefined> {
  if (!orgCode) return undefined;
  const cells = await listBranchCells(ctx, { orgCode });
  return cells.length > 0 ? inArray(orders.cellCode, cells) : sql`1 = 0`;
}

const searched = (q: string) => {
  const text = q.normalize('NFKC').trim();
  return { text, pattern: text.replace(/[\\%_]/g, (c) => `\\${c}`) };
};

/** Fewer characters are looked for only at the beginning of a number. */
const shortestPart = 3;
/** Fewer digits without a dash are the serial alone: `0115` is a serial or the end of a phone, and hardly all of a day. */
const shortestDated = 5;

/**
 * A number or a part of it, with dashes and spaces or without, in small letters or full width: the whole number by its
 * index; what begins with it; four digits, as they are read out on the phone, at its end; three within its serial; with a
 * dash or five characters anywhere, from the date on. Null for what can be no part of a number.
 */
function numberWhere(q: string): SQL | null {
  const said = searched(q).text.toUpperCase().replace(/\s/g, '');
  const typed = said.replace(/[\u2010-\u2015\u2212-]/g, '');
  if (!/^[A-Z]*\d*$/.test(typed) || typed === '') return null;
  const [, day, serial] = /^([A-Z]+\d{8})(\d*)$/.exec(typed) ?? [];
  if (day && serial && serial.length >= 4) return eq(orders.code, `${day}-${serial}`);
  if (/^\d{4}$/.test(said)) return serialIs(said);
  const begins = numberBegins(day && serial ? `${day}-${serial}` : typed);
  if (typed.length < shortestPart) return begins;
  const isDated = said !== typed || typed.length >= shortestDated;
  const within = isDated
    ? sql`replace(${orders.code}, '-', '') like ${`%${typed}%`}`
    : like(orders.code, `%-%${typed}%`);
  return or(begins, within) as SQL;
}

/**
 * A number, the last four digits of a phone, or words: each term somewhere in what the order is found by. The index knows
 * letters and digits; a term with anything else in it has to stand in the words or the place as it was typed, too.
 */
async function searchWhere(db: Reader, q: string): Promise<SQL | undefined> {
  const { text } = searched(q);
  const tail = /^\d{4}$/.test(text) ? await phoneFound(db, text) : undefined;
  const odd = termsOf(q).filter((term) => /[^\p{L}\p{N}]/u.test(term));
  const words = and((await wordsFound(db, q)) ?? undefined, ...odd.map(containsAsTyped));
  return or(numberWhere(q) ?? undefined, words, tail);
}

/** `lower` on both sides: SQLite's `like` does not tell ASCII letters apart, PostgreSQL's does. */
function containsAsTyped(term: string): SQL | undefined {
  const { pattern } = searched(term);
  return or(
    ...[orders.words, orders.placeZh, orders.placeEn].map(
      (column) => sql`lower(${column}) like lower(${`%${pattern}%`}) escape '\\'`,
    ),
  );
}
