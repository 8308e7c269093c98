import { createElement } from 'react';
import { seeOther, trackAnswer } from '@/app/_track/answers';
import { trackFrame } from '@/app/_track/frame';
import { LookupPage } from '@/app/_track/lookup-page';
import { grantCookie, grantForm, readerOf } from '@/app/_track/viewer';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { readQueryCode } from '@/lib/kernel/ids';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { problemOf } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { secureSite } from '@/lib/transport/session-cookie';

const text = (form: FormData, name: string): string =>
  String(form.get(name) ?? '')
    .trim()
    .slice(0, 60);

/**
 * `POST /t/open`: the query code leads to its own address. A number with phone tail or PIN leads to the number's
 * address and a cookie that lets this browser in for a day; the query code never comes into an address it was not typed in.
 */
export async function POST(request: Request): Promise<Response> {
  const [ctx, reader, form] = await Promise.all([
    currentContext(),
    readerOf(),
    request.formData().catch(() => new FormData()),
  ]);
  const typed = {
    code: text(form, 'code').normalize('NFKC').toUpperCase(),
    secret: text(form, 'secret').normalize('NFKC'),
  };
  try {
    const queryCode = readQueryCode(typed.code);
    const secret = typed.secret.length === 6 ? { pin: typed.secret } : { phoneTail: typed.secret || undefined };
    const holder = await openByCode(ctx, { code: typed.code, ...secret });
    if (queryCode) return seeOther(`/t/${queryCode}`);
    const { id } = await saveDraft(ctx, {
      form: grantForm,
      fields: { number: typed.code, orderId: holder.orderId },
      photoIds: [],
    });
    const cookie = `${grantCookie}=${id}; Path=/t; Max-Age=86400; HttpOnly; SameSite=Lax${secureSite() ? '; Secure' : ''}`;
    return seeOther(`/t/${encodeURIComponent(typed.code)}`, [cookie]);
  } catch (error) {
    const { t, locale } = reader;
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = await trackFrame(ctx, reader, {
      back: { href: '/', label: t('nav.home') },
      returnTo: '/t',
      children: createElement(LookupPage, { reader, typed, error: detail }),
    });
    return trackAnswer(reader, { title: t('lookup.title'), body, status, nonce: request.headers.get('x-nonce') });
  }
}
