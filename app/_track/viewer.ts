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
 * Opens the order behind an address: a query code, the token of a message's link, or an order number for whoever was
 * let in by phone or PIN, or is signed in as its requester.
 * @throws not_found in the same words for wrong, unknown and not yours · too_many when guessed too often
 */
export async function openTracked(ctx: Context, typed: string): Promise<Viewer> {
  const handle = readHandle(typed);
  const staffBrowser = ctx.actor.kind === 'person' && ctx.actor.sessionKind === 'staff';
  const holder = isNumber(handle) ? await granted(ctx, handle, staffBrowser) : await openByCode(ctx, { code: handle });
  const own: Context = holder ? { ...ctx, actor: holder } : ctx;
  const order = await readOwn(own, handle);
  const link = holder?.linkToken?.action ?? null;
  const all = order.abilities ?? [];
  return { ctx: own, order, handle, staffBrowser, link, abilities: link ? all.filter((one) => one === link) : all };
}

async function granted(ctx: Context, handle: string, staffBrowser: boolean): Promise<HolderActor | null> {
  const id = (await cookies()).get(grantCookie)?.value;
  const grant = id ? await loadDraft(ctx, { id, form: grantForm }) : null;
  const orderId = grant?.fields.number === handle ? grant.fields.orderId : undefined;
  if (typeof orderId !== 'string') return null;
  // After a link was used its browser goes on looking; every further action would ask for a link again.
  const linkToken = grant?.fields.view ? { linkToken: { hash: '', action: 'view' } } : {};
  return { kind: 'holder', orderId, staffBrowser, ...linkToken };
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
