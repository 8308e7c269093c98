import { cookies } from 'next/headers';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import type { Context } from '@/lib/kernel/context';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { secureSite } from '@/lib/transport/session-cookie';
import { trackCookie } from './answers';
import { grantCookie, grantForm } from './viewer';

const daySeconds = 24 * 3600;

interface Grant {
  orderId: string;
  /** The order's number, where it was opened by it; never the query code, which the database must not hold. */
  number?: string;
  /** After a message's link was used: to look and no more. */
  view?: boolean;
}

async function saveGrant(ctx: Context, { orderId, number, view }: Grant): Promise<string> {
  const fields = { orderId, ...(number && { number }), ...(view && { view: 'yes' }) };
  const { id } = await saveDraft(ctx, { form: grantForm, fields, photoIds: [] });
  return id;
}

/** Lets this browser in to one order for a day, after phone tail or PIN opened it. @returns the cookie to send along */
export async function grantOrder(ctx: Context, grant: Grant): Promise<string> {
  return trackCookie(grantCookie, await saveGrant(ctx, grant), daySeconds);
}

/** The same for the browser that has just sent an anonymous report: its PIN need not be typed to go on to it. */
export async function letSenderIn(ctx: Context, sent: { queryCode: string; pin: string }): Promise<void> {
  const { orderId } = await openByCode(ctx, { code: sent.queryCode, pin: sent.pin });
  const options = { path: '/t', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: daySeconds } as const;
  (await cookies()).set(grantCookie, await saveGrant(ctx, { orderId }), options);
}
