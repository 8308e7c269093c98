import { and, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { recomputeClocks } from './commands/recompute-clocks';
import { addLink } from './counter-store';
import type { OrderEventData } from './events';
import { findOrderById } from './facts';
import { joinedTo } from './merge-store';
import { eventOf } from './queries/concerned-by';
import { type EndedVisit, endedVisit } from './queries/ended-visit';
import { ratingTokenOf } from './queries/outside-facts';
import { subjectsOf } from './queries/subjects-of';
import { secretHash } from './secrets';
import { orderPhoto, orders, supervisionNotice, supervisionTold } from './tables';

interface OrderMessage {
  orderId: string;
  seq: number;
}

/**
 * The photos of an event belong to the order from now on and are never swept. Of an order without a name those that its
 * requester gave lose the name of who stored them: who leaves no name leaves none (3.1.4).
 * @param attach gets all of them, and which of them are to be nobody's
 */
export async function keepEventPhotos(
  ctx: Context,
  { orderId, seq }: OrderMessage,
  attach: (ids: string[], nameless: string[]) => Promise<void>,
): Promise<void> {
  const photos = await ctx.db
    .select({ id: orderPhoto.uploadId, kind: orderPhoto.kind, anonymous: orders.anonymous })
    .from(orderPhoto)
    .innerJoin(orders, eq(orders.id, orderPhoto.orderId))
    .where(and(eq(orderPhoto.orderId, orderId), eq(orderPhoto.seq, seq)));
  if (photos.length === 0) return;
  const nameless = photos.filter(({ kind, anonymous }) => anonymous && kind === 'requester');
  await attach(
    photos.map((photo) => photo.id),
    nameless.map((photo) => photo.id),
  );
}

/** Hands on the time that a volunteer spent at an order, where this event ended it (3.11). */
export async function handOnVisit(
  ctx: Context,
  message: OrderMessage,
  keep: (visit: EndedVisit) => Promise<void>,
): Promise<void> {
  const visit = await endedVisit(ctx.db, message);
  if (visit) await keep(visit);
}

/**
 * The single-use link of the message 请您评单, valid till the rating window ends (3.1.4). Its token is derived, so the
 * short message that is sent later can say it again.
 */
export async function linkForRating(ctx: Context, message: OrderMessage): Promise<void> {
  const found = await eventOf(ctx, message);
  if (!found || found.order.ratingUntil === null) return;
  const { order, event } = found;
  const expiresAt = order.ratingUntil ?? 0;
  // What follows it is rated by its own requester (3.8).
  const asked = [order, ...(await joinedTo(ctx.db, order.id))];
  await ctx.transaction(async (tx) => {
    for (const { id: orderId } of asked) {
      const token = ratingTokenOf(orderId, event.seq);
      await addLink(tx, { tokenHash: secretHash(token), orderId, action: 'rate', expiresAt });
    }
  });
}

/** A calendar day changed: open orders whose clocks run over it are computed anew, with a trace (3.2). */
export async function recomputeAfterCalendarChange(ctx: Context, payload: Record<string, unknown>): Promise<void> {
  await recomputeClocks(ctx, { fromDate: String(payload.fromDate), toDate: String(payload.toDate) });
}

/**
 * A rule of routing that would have spoken for an order is broken: those who dispatch there, and the secretary, who mends
 * it, are told, once a day for each rule as it stands. Nobody is told of an order that is about them.
 */
export async function tellOfBrokenRules(
  ctx: Context,
  payload: Record<string, unknown>,
  tell: (notice: { personIds: string[]; kind: string; code: string; dedupe: string; at: number }) => Promise<void>,
): Promise<void> {
  const order = await findOrderById(ctx.db, String(payload.orderId));
  if (!order) return;
  const subjects = await subjectsOf(ctx, order);
  const roles = ['dispatcher', 'secretary'] as const;
  const holders = await Promise.all(
    roles.map((role) => listRoleHolders(ctx, { role, areaCodes: [order.communityCode] })),
  );
  const personIds = [...new Set(holders.flat().map(({ personId }) => personId))].filter((id) => !subjects.has(id));
  const rules = Array.isArray(payload.rules) ? payload.rules.map(String) : [];
  const at = ctx.now();
  for (const rule of rules) {
    const dedupe = `routing_broke:${rule}:${shanghaiDate(at)}`;
    await tell({ personIds, kind: 'routing_broke', code: order.code, dedupe, at });
  }
}

/** One line of an inbox; `code` is empty where the reader may not know which order it is. */
interface Line {
  personIds: readonly string[];
  kind: string;
  code: string;
  dedupe: string;
  at: number;
}

/**
 * Tells of a 督办单: its owner, who stands beside, and those above it (3.5). Who may not see the order learns that there
 * is one, and the number of the notice, no more.
 */
export async function tellOfSupervision(
  ctx: Context,
  message: OrderMessage,
  tell: (line: Line) => Promise<void>,
): Promise<void> {
  const found = await eventOf(ctx, message);
  if (!found) return;
  const { event } = found;
  const data = JSON.parse(event.data) as OrderEventData['order.supervised'];
  const { notice, owner, told, unnamed, how } = data;
  const dedupe = `supervised:${message.orderId}:${message.seq}`;
  const own = owner === null ? [] : [owner];
  const line = { code: notice, dedupe, at: event.at };
  await tell({ ...line, personIds: own, kind: `supervision.${how}` });
  await tell({ ...line, personIds: [...told, ...unnamed].filter((id) => id !== owner), kind: 'supervision.copied' });
}

/** Who issued it, and who stands above whoever answered, learn that there is an answer. */
export async function tellOfReply(
  ctx: Context,
  message: { noticeId: string; by: string },
  tell: (line: Line) => Promise<void>,
): Promise<void> {
  const [notice] = await ctx.db.select().from(supervisionNotice).where(eq(supervisionNotice.id, message.noticeId));
  if (!notice || notice.repliedAt === null) return;
  const told = await ctx.db
    .select({ personId: supervisionTold.personId })
    .from(supervisionTold)
    .where(eq(supervisionTold.noticeId, notice.id))
    .orderBy(supervisionTold.personId);
  const people = [...told.map(({ personId }) => personId), ...(notice.issuedBy.includes(':') ? [] : [notice.issuedBy])];
  await tell({
    personIds: people.filter((id) => id !== message.by),
    kind: 'supervision.replied',
    code: notice.code,
    dedupe: `supervision.replied:${notice.id}:${notice.repliedAt}`,
    at: notice.repliedAt,
  });
}
