import { seeOther } from '@/app/_track/answers';
import { grantOrder } from '@/app/_track/grant';
import { isNumber, misshapen, readHandle, readSecret } from '@/app/_track/handle';
import { lookupAnswer, pinReasons } from '@/app/_track/lookup-page';
import { refusedAnswer } from '@/app/_track/refused';
import { readTyped } from '@/app/_track/typed';
import { readerOf } from '@/app/_track/viewer';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { readQueryCode } from '@/lib/kernel/ids';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { guardOrigin } from '@/lib/transport/http';
import { problemOf } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().slice(0, 60) : '';
};

/** Where the order is, and whatever was being written about it when it could no longer be opened. */
async function wayTo(ctx: Context, handle: string): Promise<string> {
  const typed = await readTyped(ctx);
  return typed?.handle === handle ? `/t/${handle}/${typed.step}` : `/t/${handle}`;
}

/** The address of the form, opened as a page (after a lost answer, from the address line): the form itself. */
export const GET = (): Response => seeOther('/t');

/**
 * `POST /t/open`: what cannot be a code or a number by its shape is told so before anything is looked up. The query code
 * leads to its own address, of an anonymous order with the PIN, which lets this browser in for a day. A number with
 * phone tail or PIN leads to the number's address and a cookie that lets this browser in for a day; the query code never
 * comes into an address it was not typed in.
 */
export async function POST(request: Request): Promise<Response> {
  const reader = await readerOf();
  const nonce = request.headers.get('x-nonce');
  const form = await request.formData().catch(() => new FormData());
  const typed = { code: text(form, 'code'), secret: text(form, 'secret') };
  const handle = readHandle(typed.code);
  let ctx: Context | null = null;
  try {
    ctx = await currentContext();
    guardOrigin(request);
    const secret = readSecret(typed.secret);
    const wrong = misshapen(handle, secret);
    if (wrong) {
      const words = reader.t(`lookup.${wrong.key}`, { count: wrong.key === 'length' ? wrong.count : 0 });
      return lookupAnswer(ctx, reader, { typed, error: words, errorAt: wrong.field }, { nonce, status: 422 });
    }
    const { orderId } = await openByCode(ctx, { code: handle.slice(0, 40), ...secret });
    if (isNumber(handle)) {
      return seeOther(await wayTo(ctx, handle), [await grantOrder(ctx, { number: handle, orderId })]);
    }
    const cookies = readQueryCode(handle) && secret.pin ? [await grantOrder(ctx, { orderId })] : [];
    return seeOther(await wayTo(ctx, encodeURIComponent(handle)), cookies);
  } catch (error) {
    const asksPin = isDomainError(error) && pinReasons.includes(error.reason) && readQueryCode(handle);
    if (ctx && asksPin) return refusedAnswer(ctx, reader, error, { handle, nonce });
    const { status, detail } = problemOf(error, { locale: reader.locale, requestId: ctx?.requestId ?? '' });
    if (!ctx || status >= 500) return refusedAnswer(null, reader, error, { handle, nonce });
    const retryAfterSeconds = isDomainError(error) ? error.details.retryAfterSeconds : undefined;
    return lookupAnswer(ctx, reader, { typed, error: detail }, { nonce, status, retryAfterSeconds });
  }
}
