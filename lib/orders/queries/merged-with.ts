import { rfc3339 } from '@/lib/kernel/clock';
import type { Context, Reader } from '@/lib/kernel/context';
import { findOrderById, type OrderRow } from '../facts';
import { joinedTo } from '../merge-store';
import type { Outcome, Status } from '../status';
import { timeOrNull } from '../view';

/** How far the order is that a merged one follows: nothing of whoever else reported it (3.8). */
export interface MainView {
  /** Null for the requester: it is another person's order. */
  code: string | null;
  status: Status;
  /** RFC 3339; until when it is promised, null before it is dispatched. */
  finishBy: string | null;
  outcome: Outcome | null;
}

/** Of a merged order how far its main order is; null of any other. */
export async function mainOf(ctx: Context, order: OrderRow, forResident: boolean): Promise<MainView | null> {
  const main = order.mergedInto === null ? undefined : await findOrderById(ctx.db, order.mergedInto);
  if (!main) return null;
  const { status, finishBy, outcome } = main;
  return { code: forResident ? null : main.code, status, finishBy: timeOrNull(finishBy), outcome };
}

/** The numbers of what follows an order, oldest merging first; for staff. */
export async function joinedOf(ctx: Context, order: OrderRow): Promise<{ code: string; mergedAt: string }[]> {
  if (order.households === null) return [];
  const rows = await joinedTo(ctx.db, order.id);
  return rows.map(({ code, mergedAt }) => ({ code, mergedAt: rfc3339(mergedAt ?? 0) }));
}

/** Who reported what follows an order, with an account, and the number of theirs. */
export async function requestersJoined(db: Reader, orderId: string): Promise<{ code: string; requesterId: string }[]> {
  return (await joinedTo(db, orderId)).flatMap(({ code, requesterId }) =>
    requesterId === null ? [] : [{ code, requesterId }],
  );
}
