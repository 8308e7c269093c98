import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { loadSheet } from '@/app/_matters/deliberation/load-sheet';
import { sheetCss } from '@/app/_matters/deliberation/sheet-css';
import { SheetPage } from '@/app/_matters/deliberation/sheet-page';
import { demoRibbon } from '@/app/_shell/demo';
import { readPreferences } from '@/app/_shell/read-preferences';
import { liteResponse, renderLite } from '@/components/lite/document';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { abilitiesOf } from '@/lib/people/policy';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';

/** One of the six record sheets of a case: plain HTML, no script, printed by Ctrl+P and signed by hand. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string; n: string }> },
): Promise<Response> {
  const asked = await params;
  const code = pathText(asked.code).toUpperCase();
  const meeting = new URL(request.url).searchParams.get('meeting')?.slice(0, 64) ?? undefined;
  const path = `/desk/deliberations/${encodeURIComponent(code)}/sheets/${encodeURIComponent(pathText(asked.n))}`;
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
    if (!abilitiesOf(ctx.actor).includes('dispatch')) throw new DomainError('forbidden', 'desk.not_your_page');
    const data = await loadSheet(ctx, code, pathText(asked.n), meeting);
    const ribbon = await demoRibbon(ctx, zh, 'zh-CN');
    const body = createElement(SheetPage, { data, ribbon, zh, desk });
    return liteResponse(
      await renderLite({ ...page, title: `${desk('matters.sheet.print', { n: data.n })} ${code}`, body }),
    );
  } catch (error) {
    await noteRefusal(ctx, error, `page ${path}`);
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: 'record' }, [
      createElement('h1', { key: 'h' }, desk('deliberation.kind')),
      createElement('p', { key: 'p' }, detail),
      createElement('a', { key: 'a', href: '/desk/deliberations' }, desk('matters.back_list')),
    ]);
    return liteResponse(await renderLite({ ...page, title: desk('deliberation.kind'), body }), status);
  }
}
