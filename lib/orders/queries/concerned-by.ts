import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { findBranchInCharge } from '@/lib/people/queries/find-branch-in-charge';
import { findHandler } from '@/lib/people/queries/find-handler';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { findOrderById, type OrderRow } from '../facts';
import { orderEvent, orderPart, orders } from '../tables';
import { subjectsOf } from './subjects-of';

export type Concerned =
  | 'dispatcher'
  | 'street'
  | 'assignee'
  | 'beside'
  | 'verifier'
  | 'requester'
  | 'supervisor'
  | 'caller';

/** Who is to be told of an order, by how they stand to it; the subject of a complaint is never among them. */
export async function concernedBy(ctx: Context, order: OrderRow, which: Concerned): Promise<string[]> {
  const people = await find(ctx, order, which);
  const subjects = await subjectsOf(ctx, order);
  return people.filter((id) => !subjects.has(id));
}

async function find(ctx: Context, order: OrderRow, which: Concerned): Promise<string[]> {
  // A sealed order does not exist for them, so nobody tells them its number.
  const isBelow = which === 'street' && order.level === 'community';
  if (order.sealed && (which === 'supervisor' || which === 'beside' || isBelow)) return [];
  const today = shanghaiDate(ctx.now());
  const members = async (target: { unit: string } | { person: string }) =>
    (await findHandler(ctx.db, target, today))?.members ?? [];
  if (which === 'requester') return order.requesterId ? [order.requesterId] : [];
  if (which === 'assignee') {
    // Of a merged order, whoever held it until then.
    const unit = order.assigneeUnit ?? order.mergedHold?.unit;
    if (unit) return members({ unit });
    const person = order.assigneePerson ?? order.mergedHold?.person;
    return person ? [person] : [];
  }
  if (which === 'beside') {
    const units = order.coHandlers.filter((name) => name !== 'volunteers');
    const found = await Promise.all(
      units.map(async (name) => {
        const unit = await members({ unit: name });
        return unit.length > 0 ? unit : members({ person: name });
      }),
    );
    return found.flat();
  }
  if (which === 'caller') return callersOf(ctx, order);
  if (which === 'verifier') {
    const { org, parentCode } = await findBranchInCharge(ctx, { cellCode: order.cellCode });
    // After a second reopening the parent branch looks, where there is one (3.1.2).
    const verifying = order.reopenCount >= 2 && !order.aboutCommunity ? (parentCode ?? org?.code) : org?.code;
    if (!verifying) return [];
    const holders = await listRoleHolders(ctx, { partyOrgCode: verifying, role: 'branch_verifier' });
    return holders.map((holder) => holder.personId);
  }
  const street = order.level === 'street' || which === 'street';
  const holders =
    which === 'supervisor'
      ? await listRoleHolders(ctx, {
          role: 'supervisor',
          areaCodes: [order.communityCode, order.streetCode, order.zoneCode],
        })
      : await listRoleHolders(ctx, {
          role: street ? 'street_officer' : 'dispatcher',
          areaCodes: [street ? order.streetCode : order.communityCode],
        });
  return holders.map((holder) => holder.personId);
}

/** Who may call back: dispatchers and the hall, without whoever handled, verified or typed it, and the household (3.6). */
async function callersOf(ctx: Context, order: OrderRow): Promise<string[]> {
  const street = order.level === 'street';
  const holders = [
    ...(await listRoleHolders(ctx, {
      role: street ? 'street_officer' : 'dispatcher',
      areaCodes: [street ? order.streetCode : order.communityCode],
    })),
    // The hall does not see what is sealed, and what was reopened twice is asked about by the street.
    ...(order.sealed || order.reopenCount >= 2
      ? []
      : await listRoleHolders(ctx, { role: 'hall_clerk', areaCodes: [order.communityCode] })),
  ];
  const parts = await ctx.db
    .select({ personId: orderPart.personId })
    .from(orderPart)
    .where(eq(orderPart.orderId, order.id));
  const barred = new Set([...parts.map((part) => part.personId), order.proxyId, order.requesterId]);
  const isHome = (household: string | null) => household !== null && household === order.requesterHousehold;
  return holders
    .filter(({ personId, householdCode }) => !barred.has(personId) && !isHome(householdCode))
    .map(({ personId }) => personId);
}

/** One event with its order, for handlers; null when there is no such event. */
export async function eventOf(
  ctx: Context,
  input: { orderId: string; seq: number },
): Promise<{ order: OrderRow; event: typeof orderEvent.$inferSelect } | null> {
  const order = await findOrderById(ctx.db, input.orderId);
  const [event] = await ctx.db
    .select()
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, input.orderId), eq(orderEvent.seq, input.seq)));
  return order && event ? { order, event } : null;
}

/** Offers that nobody claimed by their accept limit: the dispatcher is alarmed; nothing is ever assigned by itself (3.11). */
export async function unclaimedOffers(ctx: Context): Promise<OrderRow[]> {
  return ctx.db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.status, 'offered'),
        isNotNull(orders.acceptBy),
        lt(orders.acceptBy, ctx.now()),
        isNull(orders.closedAt),
      ),
    )
    .orderBy(orders.acceptBy, orders.id)
    .limit(500);
}

/** Suspended orders whose day has come. */
export async function resumable(ctx: Context): Promise<{ code: string }[]> {
  return ctx.db
    .select({ code: orders.code })
    .from(orders)
    .where(and(eq(orders.status, 'suspended'), lt(orders.dueAt, ctx.now() + 1)))
    .orderBy(orders.dueAt, orders.id)
    .limit(500);
}

/** Orders whose window is over and which the clock now closes. */
export async function closable(ctx: Context): Promise<{ code: string; status: OrderRow['status'] }[]> {
  return ctx.db
    .select({ code: orders.code, status: orders.status })
    .from(orders)
    .where(and(inArray(orders.status, ['awaiting_rating', 'need_info']), lt(orders.dueAt, ctx.now() + 1)))
    .orderBy(orders.dueAt, orders.id)
    .limit(500);
}
