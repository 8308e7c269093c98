import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { sheetCss } from '@/app/_matters/deliberation/sheet-css';
import { demoRibbon } from '@/app/_shell/demo';
import { readPreferences } from '@/app/_shell/read-preferences';
import { SupervisionSheet } from '@/app/_supervision/sheet-page';
import { liteResponse, renderLite } from '@/components/lite/document';
import { pathText } from '@/lib/kernel/path-text';
import { getSupervision } from '@/lib/orders/queries/get-supervision';
import { getArea } from '@/lib/places/queries/get-area';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';

/** The A4 sheet of a 督办单: plain HTML, no script, printed by Ctrl+P. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const code = pathText((await params).code).toUpperCase();
  const path = `/desk/supervisions/${encodeURIComponent(code)}/print`;
  const [ctx, { locale, mode }, desk, zh] = await Promise.all([
    currentContext(),
    readPreferences(),
    getTranslations(),
    getTranslations({ locale: 'zh-CN' }),
  ]);
  if (ctx.actor.kind !== 'person') {
    return new Response(null, { status: 303, headers: { location: `/login?next=${encodeURIComponent(path)}` } });
  }
  const nonce = request.headers.get('x-nonce') ?? undefined;
  const page = { lang: locale, mode, skip: desk('common.skip'), nonce, paper: true, css: sheetCss } as const;
  try {
    const notice = await getSupervision(ctx, { code });
    const community = (await getArea(ctx, { code: notice.community })).nameZh;
    const ribbon = await demoRibbon(ctx, zh, 'zh-CN');
    const body = createElement(SupervisionSheet, { notice, community, ribbon, zh, desk });
    return liteResponse(await renderLite({ ...page, title: `${desk('supervision.kind')} ${notice.code}`, body }));
  } catch (error) {
    await noteRefusal(ctx, error, `page ${path}`);
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: 'record' }, [
      createElement('h1', { key: 'h' }, desk('supervision.kind')),
      createElement('p', { key: 'p' }, detail),
      createElement('a', { key: 'a', href: '/desk/supervisions' }, desk('supervision.back')),
    ]);
    return liteResponse(await renderLite({ ...page, title: desk('supervision.kind'), body }), status);
  }
}
