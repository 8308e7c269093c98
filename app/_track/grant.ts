import { saveDraft } from '@/lib/drafts/commands/save-draft';
import type { Context } from '@/lib/kernel/context';
import { trackCookie } from './answers';
import { grantCookie, grantForm } from './viewer';

/**
 * Lets this browser in to one order by its number for a day, after phone tail or PIN opened it; `view`: after a
 * message's link was used, to look and no more. @returns the cookie to send along
 */
export async function grantNumber(
  ctx: Context,
  grant: { number: string; orderId: string; view?: boolean },
): Promise<string> {
  const { number, orderId, view } = grant;
  const { id } = await saveDraft(ctx, {
    form: grantForm,
    fields: { number, orderId, ...(view ? { view: 'yes' } : {}) },
    photoIds: [],
  });
  return trackCookie(grantCookie, id, 24 * 3600);
}
