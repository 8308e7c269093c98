import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { Locale, Mode } from '@/components/preferences';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context, HolderActor } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { readPreferences } from '../_shell/read-preferences';
import type { Translate } from '../_shell/translate';
import { isNumber, readHandle } from './handle';

/** Who looks at the resident's side of one order, and what they see of it. */
export interface Viewer {
  /** As the requester: the holder of the code, or the account whose order it is. */
  ctx: Context;
  order: OrderDetail;
  /** The address under which this viewer has the order: the query code, the link's token, or the number. */
  handle: string;
  /** A staff account is signed in in this browser (3.1.4). */
  staffBrowser: boolean;
  /** Came by a message's link: the one action that it is for, or `view` once it was used. */
  link: string | null;
  /** What may be done from here now, in kebab-case. */
  abilities: string[];
}

export interface Reader {
  t: Translate;
  locale: Locale;
  mode: Mode;
}

/** Holds which order was opened by number and phone or PIN; the value is a draft's random id. */
export const grantCookie = 'track_grant';
export const grantForm = 'track-grant';

/** Language, size and words of this request. */
export async function readerOf(): Promise<Reader> {
  const [t, preferences] = await Promise.all([getTranslations(), readPreferences()]);
  return { t: t as unknown as Translate, ...preferences };
}

/**
 * Opens the order behind an address: a query code, of an anonymous order for whoever showed its PIN; the token of a
 * message's link; or an order number for whoever was let in by phone or PIN, or is signed in as its requester.
 * @param write whose repetition a used link still answers
 * @throws not_found in the same words for wrong, unknown and not yours · forbidden `order.pin_needed` · too_many when
 *   guessed too often
 */
export async function openTracked(ctx: Context, typed: string, write: { clientId?: string } = {}): Promise<Viewer> {
  const handle = readHandle(typed);
  const staffBrowser = ctx.actor.kind === 'person' && ctx.actor.sessionKind === 'staff';
  const grant = await readGrant(ctx);
  const holder = isNumber(handle)
    ? granted(grant, handle, staffBrowser)
    : await openByCode(ctx, { code: handle, ...write }, { letInTo: grant?.view ? undefined : grant?.orderId });
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
  const own: Context = holder ? { ...ctx, actor: { ...holder, personId } } : ctx;
  const order = await readOwn(own, handle);
  const link = holder?.linkToken?.action ?? null;
  const all = order.abilities ?? [];
  return { ctx: own, order, handle, staffBrowser, link, abilities: link ? all.filter((one) => one === link) : all };
}

interface Grant {
  orderId: string;
  number: string | null;
  /** After a link was used its browser goes on looking; every further action would ask for a link again. */
  view: boolean;
}

async function readGrant(ctx: Context): Promise<Grant | null> {
  const id = (await cookies()).get(grantCookie)?.value;
  const { orderId, number, view } = (id ? await loadDraft(ctx, { id, form: grantForm }) : null)?.fields ?? {};
  if (typeof orderId !== 'string') return null;
  return { orderId, number: typeof number === 'string' ? number : null, view: view !== undefined };
}

function granted(grant: Grant | null, handle: string, staffBrowser: boolean): HolderActor | null {
  if (grant?.number !== handle) return null;
  const { orderId, view } = grant;
  return { kind: 'holder', orderId, staffBrowser, ...(view && { linkToken: { hash: '', action: 'view' } }) };
}

async function readOwn(ctx: Context, handle: string): Promise<OrderDetail> {
  const unknown = () => new DomainError('not_found', 'order.code_unknown');
  if (ctx.actor.kind === 'anonymous') throw unknown();
  try {
    const order = await getOrder(ctx, { code: handle });
    // Staff read an order at their desk; this side is its requester's alone.
    if (order.relations.includes('requester')) return order;
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'not_found') throw error;
  }
  throw unknown();
}
