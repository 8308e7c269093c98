import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { ChangesSince } from '@/app/_desk/order/order-history';
import { readPreferences } from '@/app/_shell/read-preferences';
import { lookAtOrder } from '@/lib/desk/commands/look-at-order';
import { newId } from '@/lib/kernel/ids';
import { getOrder } from '@/lib/orders/queries/get-order';
import { guardOrigin, readJson } from '@/lib/transport/http';
import { problemResponse } from '@/lib/transport/problem';
import { requestContext } from '@/lib/transport/request-context';
import { runtime } from '@/lib/transport/runtime';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * `{code, tab, seen}` of the order that a page of the desk has open: `{names, version, html}`, who else has, and what came
 * since the event `seen`. An open page is no use of a session: it must not keep one alive.
 */
export async function POST(request: Request): Promise<Response> {
  const { locale } = await readPreferences();
  const requestId = newId();
  try {
    guardOrigin(request);
    const body = await readJson(request);
    const { ctx } = await requestContext(await runtime(), request.headers, 'cookie', { use: false });
    const code = text(body.code);
    const others = await lookAtOrder(ctx, { code, tab: text(body.tab) });
    const order = await getOrder(ctx, { code });
    const seen = Number(body.seen) || 0;
    const { renderToStaticMarkup } = await import('react-dom/server');
    const t = await getTranslations();
    const html = renderToStaticMarkup(createElement(ChangesSince, { order, seen, now: ctx.now(), locale, t }));
    const names = others.map((one) => (locale === 'en' ? one.en : one.zh));
    return Response.json({ names, version: order.version, html }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error, { locale, requestId });
  }
}
