import { desc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { distanceMetres, type LatLng } from '@/lib/kernel/geo';
import { mayBeOrdered } from '@/lib/people/policy';
import { kinOf } from '@/lib/people/queries/kin-of';
import { type ListedHandler, listHandlers } from '@/lib/people/queries/list-handlers';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { listUnits } from '@/lib/people/queries/list-units';
import { distanceBand } from '@/lib/places/distance-band';
import { listCells } from '@/lib/places/queries/list-cells';
import { neighboursOf } from '@/lib/places/queries/neighbours-of';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { listVolunteers } from '@/lib/volunteers/queries/list-volunteers';
import { loadFigures } from '../candidate-figures';
import { type Candidate, type CandidateFacts, type CandidateTarget, rankCandidates } from '../candidates';
import type { OrderRow } from '../facts';
import { isOfSubject, loadRoute } from '../handover';
import type { OfferScope } from '../offering';
import { askerOf } from '../policy';
import { proposeHandler, type RouteStep } from '../route';
import { orderPart, orderRouting } from '../tables';
import { loadSeen } from './get-order';
import { subjectsOf } from './subjects-of';

export type { Candidate };

export interface Candidates {
  items: Candidate[];
  /** A rule or the default table begins with volunteers. */
  offer: boolean;
  /** How far the rule that hit would offer; the desk's own choice otherwise. */
  offerScope: Extract<OfferScope['cells'], string> | null;
  /** Volunteers who would be asked, by scope: registered, of age, and free of a conflict of interest. */
  volunteers: { own: number; neighbours: number; community: number };
}

const isNested = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

/** Who may not get this order whatever else speaks for them (R8, 3.9). */
async function loadBars(ctx: Context, order: OrderRow) {
  const { db } = ctx;
  const subjects = await subjectsOf(ctx, order);
  const asked = askerOf(order);
  const kin = await kinOf(db, { personId: asked, householdCode: order.requesterHousehold });
  const parts = await db
    .select({ personId: orderPart.personId, part: orderPart.part })
    .from(orderPart)
    .where(eq(orderPart.orderId, order.id));
  const tied = new Set(parts.filter(({ part }) => part === 'declared_tie').map(({ personId }) => personId));
  const person = (id: string) => id === asked || subjects.has(id) || kin.has(id) || tied.has(id);
  const handled = new Set(parts.filter(({ part }) => part === 'handled').map(({ personId }) => personId));
  return {
    person,
    handler: (handler: ListedHandler) =>
      isOfSubject(handler, order, subjects) || (handler.personId !== null && person(handler.personId)),
    handledBefore: (handler: ListedHandler) => handler.members.some((id) => handled.has(id)),
  };
}
type Bars = Awaited<ReturnType<typeof loadBars>>;

/** The cells around an order, and how far it is to each of them. */
async function loadGround(ctx: Context, order: OrderRow) {
  const cells = await listCells(ctx, { communityCode: order.communityCode });
  const beside = await neighboursOf(ctx, { cellCode: order.cellCode });
  const centreOf = new Map(cells.map(({ code, centre }) => [code, centre]));
  const spot: LatLng | null =
    order.lat !== null && order.lng !== null
      ? { lat: order.lat, lng: order.lng }
      : (centreOf.get(order.cellCode) ?? null);
  const metresTo = (code: string): number | null => {
    const centre = centreOf.get(code);
    return spot && centre ? distanceMetres(spot, centre) : null;
  };
  const nearOf = (codes: readonly string[]): CandidateFacts['near'] =>
    codes.includes(order.cellCode) ? 'own' : codes.some((code) => beside.includes(code)) ? 'beside' : null;
  return {
    cells: cells.map(({ code }) => code),
    near: [order.cellCode, ...beside],
    nearOf,
    /** Of somebody who works in several cells, to the nearest; null where no position is known. */
    distanceOf: (codes: readonly string[]) => {
      const metres = codes.flatMap((code) => metresTo(code) ?? []);
      return metres.length > 0 ? distanceBand(Math.min(...metres)) : null;
    },
  };
}
type Ground = Awaited<ReturnType<typeof loadGround>>;

async function matchingVolunteers(ctx: Context, ground: Ground, bars: Bars, order: OrderRow) {
  const holders = await listRoleHolders(ctx, { role: 'volunteer', areaCodes: ground.cells });
  const known = await listVolunteers(ctx.db, [...new Set(holders.map(({ personId }) => personId))], ctx.now());
  const free = holders.filter(({ personId }) => known.get(personId)?.adult && !bars.person(personId));
  const of = (codes: readonly string[]) =>
    new Set(free.filter(({ areaCode }) => codes.includes(areaCode)).map(({ personId }) => personId)).size;
  return { own: of([order.cellCode]), neighbours: of(ground.near), community: of(ground.cells) };
}

/** What the rules of routing said last. */
async function ruledTarget(ctx: Context, order: OrderRow) {
  const [said] = await ctx.db
    .select({ effect: orderRouting.effect })
    .from(orderRouting)
    .where(eq(orderRouting.orderId, order.id))
    .orderBy(desc(orderRouting.at), desc(orderRouting.id))
    .limit(1);
  return said?.effect?.target ?? null;
}

const sameTarget = (a: CandidateTarget | null, b: CandidateTarget) =>
  a !== null && JSON.stringify(a) === JSON.stringify(b);
const targetOf = (step: RouteStep): CandidateTarget | null =>
  step.unit ? { unit: step.unit } : step.person ? { person: step.person } : null;

/**
 * Who could take the order, the best first, with the reasons: whom the rule that hit and the default table name, the grid
 * workers of its cell and of those beside it, and the units of the groups that its item is handled by. Whoever has a
 * conflict of interest is left out. For dispatchers; the number of queries does not grow with the candidates.
 * @throws not_found `order.not_found` · forbidden `order.not_for_you.assign`
 */
export async function listCandidates(ctx: Context, input: { code: string }): Promise<Candidates> {
  const { order, standing } = await loadSeen(ctx, input.code);
  if (!standing.relations.has('dispatcher')) throw new DomainError('forbidden', 'order.not_for_you.assign');
  const steps = await loadRoute(ctx.db, order.itemCode, order.cellCode);
  const ruled = await ruledTarget(ctx, order);
  const ground = await loadGround(ctx, order);
  const bars = await loadBars(ctx, order);
  const workers = await listRoleHolders(ctx, { role: 'grid_worker', areaCodes: ground.near });
  const groups: string[] = (await getItem(ctx.db, order.itemCode)).handler.match(/[A-Z]+/g) ?? [];
  const units = (await listUnits(ctx)).filter(
    ({ handlerGroup, areas }) => groups.includes(handlerGroup) && areas.some((area) => isNested(order.cellCode, area)),
  );
  const ruledTo = ruled && !('pool' in ruled) ? ruled : null;
  const named = [...(ruledTo ? [ruledTo] : []), ...steps.flatMap((step) => targetOf(step) ?? [])];
  const asked = {
    units: [
      ...new Set([...named.flatMap((one) => ('unit' in one ? [one.unit] : [])), ...units.map(({ code }) => code)]),
    ],
    persons: [
      ...new Set([
        ...named.flatMap((one) => ('person' in one ? [one.person] : [])),
        ...workers.filter(({ canSignIn }) => canSignIn).map(({ personId }) => personId),
      ]),
    ],
  };
  const found = await listHandlers(ctx.db, asked, shanghaiDate(ctx.now()));
  const open = [...found.units.values(), ...found.persons.values()].filter(
    (one) =>
      one.members.length > 0 && one.enabled && (one.unitCode !== null || mayBeOrdered(one.roles)) && !bars.handler(one),
  );
  const figures = await loadFigures(ctx.db, { ...asked, itemCode: order.itemCode }, ctx.now());
  const openKeys = new Set(open.map((one) => one.unitCode ?? one.personId ?? ''));
  const barred = new Set([...asked.units, ...asked.persons].filter((key) => !openKeys.has(key)));
  // 3.1.5: after a return or an unclaimed offer the next of the table is proposed, and no rule says the same again.
  const fellThrough = order.comeback === 'returned' || order.status === 'offered';
  const proposal = proposeHandler(steps, fellThrough, barred);
  const ruleStands = !fellThrough && ruled !== null && ('pool' in ruled || !barred.has(Object.values(ruled)[0] ?? ''));
  const lead = ruleStands ? ruledTo : proposal.handler;
  const items = open.map((one): CandidateFacts => {
    const key = one.unitCode ?? one.personId ?? '';
    const handler = one.unitCode ? { unit: key } : { person: key };
    const areas = one.unitCode ? one.areas : workers.filter((w) => w.personId === key).map(({ areaCode }) => areaCode);
    const inTable = steps.filter((step) => step.unit === key || step.person === key);
    return {
      handler,
      name: { zh: one.name, en: one.nameEn ?? one.name },
      group: one.handlerGroup,
      named: [
        ...(sameTarget(ruledTo, handler) ? (['rule'] as const) : []),
        ...inTable.map(({ join }) => `route_${join}` as const),
      ],
      // A person works for no group but the grid's.
      ofGroup: groups.includes(one.handlerGroup ?? 'GRID'),
      near: ground.nearOf(areas),
      distance: ground.distanceOf(areas),
      load: figures.load.get(key) ?? 0,
      returns: figures.returns.get(key) ?? 0,
      handledBefore: bars.handledBefore(one),
      preselected: sameTarget(lead, handler),
    };
  });
  const pool = ruleStands && ruled && 'pool' in ruled ? ruled.pool : null;
  return {
    items: rankCandidates(items),
    offer: pool !== null || (!ruleStands && proposal.offer),
    offerScope: pool?.cells ?? null,
    volunteers: await matchingVolunteers(ctx, ground, bars, order),
  };
}
