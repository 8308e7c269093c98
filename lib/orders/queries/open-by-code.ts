import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, Context, HolderActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { readQueryCode } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { clear, hit } from '@/lib/throttle/throttle';
import { findOrder, findOrderById, type OrderRow } from '../facts';
import { type OpenByCodeInput, openByCodeInput } from '../input';
import { pinHash, sameSecret, secretHash } from '../secrets';
import { orderContact, orderLink, orders } from '../tables';

const isLinkToken = (text: string) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text.toUpperCase());

/**
 * The holder of an order's code, with no login (3.1.4): the query code alone; the order number with the last four
 * digits of its phone, or for an anonymous order with its PIN; or the single-use token of a message's link.
 * Wrong and unknown give the same answer, and guessing is throttled per code and address.
 * @throws not_found `order.code_unknown` · too_many `throttle.pin`, `throttle.lookup`
 */
export async function openByCode(ctx: Context, raw: OpenByCodeInput): Promise<HolderActor> {
  const input = parse(openByCodeInput, raw);
  const holder = await findHolder(ctx, input);
  if (!holder) throw new DomainError('not_found', 'order.code_unknown');
  return { ...holder, staffBrowser: isStaff(ctx.actor) };
}

/** Residents are told from staff by session, or by roles where a token is all that is known. */
function isStaff(actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.sessionKind !== 'token') return actor.sessionKind === 'staff';
  return actor.memberships.some(({ role }) => !['resident', 'representative', 'volunteer'].includes(role));
}

async function findHolder(ctx: Context, input: OpenByCodeInput): Promise<Omit<HolderActor, 'staffBrowser'> | null> {
  const typed = input.code.trim();
  if (isLinkToken(typed)) return byLink(ctx, typed.toUpperCase());
  const queryCode = readQueryCode(typed);
  if (queryCode) {
    const [order] = await ctx.db
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.queryHash, secretHash(queryCode)));
    if (order) return { kind: 'holder', orderId: order.id };
    // Fifty bits are not guessed, but nobody shall try by the thousand.
    await hit(ctx, 'lookup', ctx.caller.address);
    return null;
  }
  return byNumber(ctx, typed.toUpperCase(), input);
}

async function byNumber(
  ctx: Context,
  code: string,
  input: OpenByCodeInput,
): Promise<Omit<HolderActor, 'staffBrowser'> | null> {
  const secret = input.pin ?? input.phoneTail;
  if (!secret) return null;
  const subject = `${code} ${ctx.caller.address}`;
  // Counted before it is looked at, so that many guesses at once are counted one by one.
  await hit(ctx, 'pin', subject);
  const order = await findOrder(ctx.db, code);
  if (!order || !(await opens(ctx, order, input))) {
    // Numbers are serial: without this one address could try a few digits on every one of them.
    await hit(ctx, 'lookup', ctx.caller.address);
    return null;
  }
  await clear(ctx, 'pin', subject);
  return { kind: 'holder', orderId: order.id };
}

async function opens(ctx: Context, order: OrderRow, input: OpenByCodeInput): Promise<boolean> {
  if (order.anonymous) {
    return input.pin !== undefined && sameSecret(order.pinHash ?? '', pinHash(order.id, input.pin));
  }
  const [contact] = await ctx.db
    .select({ tail: orderContact.phoneTail })
    .from(orderContact)
    .where(eq(orderContact.orderId, order.id));
  return Boolean(contact?.tail) && input.phoneTail !== undefined && sameSecret(contact?.tail ?? '', input.phoneTail);
}

async function byLink(ctx: Context, token: string): Promise<Omit<HolderActor, 'staffBrowser'> | null> {
  const hash = secretHash(token);
  const [link] = await ctx.db
    .select()
    .from(orderLink)
    .where(and(eq(orderLink.tokenHash, hash), isNull(orderLink.usedAt)));
  if (!link || link.expiresAt <= ctx.now()) {
    await hit(ctx, 'lookup', ctx.caller.address);
    return null;
  }
  const order = await findOrderById(ctx.db, link.orderId);
  return order ? { kind: 'holder', orderId: order.id, linkToken: { hash, action: link.action } } : null;
}
