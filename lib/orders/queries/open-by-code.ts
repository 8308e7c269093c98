import { eq } from 'drizzle-orm';
import type { Actor, Context, HolderActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { type QueryCode, readQueryCode } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { wasAnswered } from '@/lib/replay/store';
import { clear, hit } from '@/lib/throttle/throttle';
import { replayName } from '../act';
import { findOrder, type OrderRow } from '../facts';
import { type OpenByCodeInput, openByCodeInput } from '../question-input';
import { pinHash, sameSecret, secretHash } from '../secrets';
import { orderContact, orderLink, orders } from '../tables';

const isLinkToken = (text: string) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text.toUpperCase());

type Holder = Omit<HolderActor, 'staffBrowser'>;

/**
 * The holder of an order's code, with no login (3.1.4): the query code, of an anonymous order together with its PIN;
 * the order number with the last four digits of its phone, of an anonymous order with its PIN; or the single-use token
 * of a message's link. Wrong and unknown give the same answer, and guessing is throttled per order and address; that a
 * query code wants a PIN is said, since nobody comes by its fifty bits by guessing.
 * @param known `letInTo`: the order whose PIN this browser has shown before
 * @throws not_found `order.code_unknown` · forbidden `order.pin_needed`, `order.pin_wrong` · too_many `throttle.pin`,
 *   `throttle.lookup`
 */
export async function openByCode(
  ctx: Context,
  raw: OpenByCodeInput,
  known: { letInTo?: string } = {},
): Promise<HolderActor> {
  const input = parse(openByCodeInput, raw);
  const holder = await findHolder(ctx, input, known.letInTo);
  if (!holder) throw new DomainError('not_found', 'order.code_unknown');
  const signedIn = ctx.actor.kind === 'person' ? { personId: ctx.actor.personId } : {};
  return { ...holder, ...signedIn, staffBrowser: isStaff(ctx.actor) };
}

/** Residents are told from staff by session, or by roles where a token is all that is known. */
function isStaff(actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.sessionKind !== 'token') return actor.sessionKind === 'staff';
  return actor.memberships.some(({ role }) => !['resident', 'representative', 'volunteer'].includes(role));
}

async function findHolder(ctx: Context, input: OpenByCodeInput, letInTo: string | undefined): Promise<Holder | null> {
  const typed = input.code.trim();
  if (isLinkToken(typed)) return byLink(ctx, typed.toUpperCase(), input.clientId);
  const queryCode = readQueryCode(typed);
  return queryCode ? byQueryCode(ctx, queryCode, input.pin, letInTo) : byNumber(ctx, typed.toUpperCase(), input);
}

async function byQueryCode(
  ctx: Context,
  queryCode: QueryCode,
  pin: string | undefined,
  letInTo: string | undefined,
): Promise<Holder | null> {
  const [order] = await ctx.db
    .select()
    .from(orders)
    .where(eq(orders.queryHash, secretHash(queryCode)));
  if (!order) {
    // Fifty bits are not guessed, but nobody shall try by the thousand.
    await hit(ctx, 'lookup', ctx.caller.address);
    return null;
  }
  if (order.anonymous && order.id !== letInTo) await showPin(ctx, order, pin);
  return { kind: 'holder', orderId: order.id };
}

const triesOf = (ctx: Context, number: string) => `${number} ${ctx.caller.address}`;

const isPinOf = (order: OrderRow, pin: string | undefined): boolean =>
  pin !== undefined && sameSecret(order.pinHash ?? '', pinHash(order.id, pin));

/** Counts together with tries by the order's number, before it is looked at: the PIN is the same one. */
async function showPin(ctx: Context, order: OrderRow, pin: string | undefined): Promise<void> {
  if (!pin) throw new DomainError('forbidden', 'order.pin_needed');
  const tries = triesOf(ctx, order.code);
  await hit(ctx, 'pin', tries);
  if (!isPinOf(order, pin)) throw new DomainError('forbidden', 'order.pin_wrong');
  await clear(ctx, 'pin', tries);
}

async function byNumber(ctx: Context, code: string, input: OpenByCodeInput): Promise<Holder | null> {
  const secret = input.pin ?? input.phoneTail;
  if (!secret) return null;
  const tries = triesOf(ctx, code);
  // Counted before it is looked at, so that many guesses at once are counted one by one.
  await hit(ctx, 'pin', tries);
  const order = await findOrder(ctx.db, code);
  if (!order || !(await opens(ctx, order, input))) {
    // Numbers are serial: without this one address could try a few digits on every one of them.
    await hit(ctx, 'lookup', ctx.caller.address);
    return null;
  }
  await clear(ctx, 'pin', tries);
  return { kind: 'holder', orderId: order.id };
}

async function opens(ctx: Context, order: OrderRow, input: OpenByCodeInput): Promise<boolean> {
  if (order.anonymous) return isPinOf(order, input.pin);
  const [contact] = await ctx.db
    .select({ tail: orderContact.phoneTail })
    .from(orderContact)
    .where(eq(orderContact.orderId, order.id));
  return Boolean(contact?.tail) && input.phoneTail !== undefined && sameSecret(contact?.tail ?? '', input.phoneTail);
}

/** A used link opens nothing but the answer of the very write that used it, for who did not get to see it. */
async function byLink(ctx: Context, token: string, clientId: string | undefined): Promise<Holder | null> {
  const hash = secretHash(token);
  const [link] = await ctx.db.select().from(orderLink).where(eq(orderLink.tokenHash, hash));
  if (link) {
    const holder: Holder = { kind: 'holder', orderId: link.orderId, linkToken: { hash, action: link.action } };
    const isGood = link.usedAt === null && link.expiresAt > ctx.now();
    if (isGood || (link.usedAt !== null && (await wasSentBy(ctx, holder, link.action, clientId)))) return holder;
  }
  await hit(ctx, 'lookup', ctx.caller.address);
  return null;
}

async function wasSentBy(ctx: Context, holder: Holder, action: string, clientId: string | undefined): Promise<boolean> {
  if (!clientId) return false;
  return wasAnswered(ctx.db, { ...holder, staffBrowser: false }, { name: replayName(action), key: clientId });
}
