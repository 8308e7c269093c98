import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { casePath, listPath } from '@/app/_mediation/paths';
import { sheetCss } from '@/app/_mediation/sheet-css';
import { SheetPage } from '@/app/_mediation/sheet-page';
import { demoRibbon } from '@/app/_shell/demo';
import { readPreferences } from '@/app/_shell/read-preferences';
import { liteResponse, renderLite } from '@/components/lite/document';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { getArea } from '@/lib/places/queries/get-area';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';

/** The sheet of the latest agreement, for those inside the case: plain HTML without script, never stored, to print. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const page = casePath(pathText((await params).code));
  const [ctx, { locale, mode }, desk, zh, en] = await Promise.all([
    currentContext(),
    readPreferences(),
    getTranslations(),
    getTranslations({ locale: 'zh-CN' }),
    getTranslations({ locale: 'en' }),
  ]);
  if (ctx.actor.kind !== 'person') {
    const next = encodeURIComponent(page ? `${page}/sheet` : listPath);
    return new Response(null, { status: 303, headers: { location: `/login?next=${next}` } });
  }
  const nonce = request.headers.get('x-nonce') ?? undefined;
  const paper = { lang: locale, mode, skip: desk('common.skip'), nonce, paper: true, css: sheetCss } as const;
  const title = desk('mediation.sheet.open');
  try {
    if (!page) throw new DomainError('not_found', 'mediation.not_found');
    const found = await getMediation(ctx, { code: page.slice(listPath.length + 1) });
    if (found.agreements.length === 0) throw new DomainError('rule', 'mediation.no_agreement');
    const community = (await getArea(ctx, { code: found.communityCode })).nameZh;
    const ribbon = await demoRibbon(ctx, zh, 'zh-CN');
    const body = createElement(SheetPage, { found, community, ribbon, english: locale === 'en', zh, en, desk });
    return liteResponse(await renderLite({ ...paper, title, body }));
  } catch (error) {
    await noteRefusal(ctx, error, 'page /mediation', page?.slice(listPath.length + 1));
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: 'tj' }, [
      createElement('h1', { key: 'h' }, title),
      createElement('p', { key: 'p' }, detail),
      createElement('a', { key: 'a', href: listPath }, desk('mediation.sheet.back')),
    ]);
    return liteResponse(await renderLite({ ...paper, title, body }), status);
  }
}
