import { and, asc, desc, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import type { Context, PersonActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { livingAmong } from '@/lib/people/queries/living-among';
import type { OrderRow } from '../facts';
import type { SupervisionView } from '../supervision-view';
import { orders, supervisionNotice } from '../tables';
import { visibleTo } from '../visible';
import { listItemsOf, type OrderListItem } from './list-orders';
import { listSupervisions, seenAs } from './list-supervisions';
import { supervisionsOf } from './supervisions-of';

export interface UnownedOrder {
  order: OrderListItem;
  /** The newest notice of it, with who was told when; null where nobody was told yet. */
  notice: SupervisionView | null;
}

export interface Unowned {
  /** Nobody holds them, and the limit is over. */
  unheld: UnownedOrder[];
  /** Who held them has left: no role that stands today, or no account that is open. */
  gone: UnownedOrder[];
  /** 督办单 past their time. */
  unanswered: SupervisionView[];
}

const most = 100;

/** Holders of whom nobody lives today: units without a member, persons who left. */
async function goneHolders(ctx: Context, rows: OrderRow[]): Promise<OrderRow[]> {
  const units = new Map<string, string[]>();
  for (const unitCode of new Set(rows.flatMap((row) => row.assigneeUnit ?? []))) {
    units.set(
      unitCode,
      (await listRoleHolders(ctx, { unitCode })).map((member) => member.personId),
    );
  }
  const membersOf = (row: OrderRow) =>
    row.assigneeUnit === null ? [row.assigneePerson].filter((id) => id !== null) : (units.get(row.assigneeUnit) ?? []);
  const living = await livingAmong(ctx, rows.flatMap(membersOf));
  return rows.filter((row) => !membersOf(row).some((id) => living.has(id)));
}

async function withNotices(ctx: Context, actor: PersonActor, rows: OrderRow[]): Promise<UnownedOrder[]> {
  const ids = rows.map(({ id }) => id);
  const notices =
    ids.length === 0
      ? []
      : await ctx.db
          .select()
          .from(supervisionNotice)
          .where(and(inArray(supervisionNotice.orderId, ids), isNull(supervisionNotice.endedAt)))
          .orderBy(desc(supervisionNotice.issuedAt), desc(supervisionNotice.id));
  const newest = rows.flatMap((order) => {
    const notice = notices.find(({ orderId }) => orderId === order.id);
    return notice ? [{ notice, order }] : [];
  });
  const views = await supervisionsOf(ctx, actor, await seenAs(ctx, actor, newest));
  const items = await listItemsOf(ctx, rows);
  return items.map((order) => ({ order, notice: views.find((view) => view.order?.code === order.code) ?? null }));
}

/** The board 没人管的单 of what this person may see: what nobody holds past its limit, holds any more, or answers for. */
export async function listUnowned(ctx: Context): Promise<Unowned> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const now = ctx.now();
  const mine = and(
    visibleTo(actor, ctx.db, now),
    or(isNull(orders.requesterId), ne(orders.requesterId, actor.personId)),
  );
  const unheld = await ctx.db
    .select()
    .from(orders)
    .where(and(mine, inArray(orders.status, ['submitted', 'offered']), lt(orders.dueAt, now)))
    .orderBy(asc(orders.dueAt), asc(orders.id))
    .limit(most);
  const held = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        mine,
        inArray(orders.status, ['assigned', 'in_progress']),
        or(isNotNull(orders.assigneeUnit), isNotNull(orders.assigneePerson)),
      ),
    )
    .orderBy(asc(orders.dueAt), asc(orders.id));
  const { items } = await listSupervisions(ctx, { state: 'late', limit: most });
  return {
    unheld: await withNotices(ctx, actor, unheld),
    gone: await withNotices(ctx, actor, (await goneHolders(ctx, held)).slice(0, most)),
    unanswered: items,
  };
}
