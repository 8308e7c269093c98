import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { chosenSheets, loadSheets, mostSheets } from '@/app/_desk/qr/load-sheets';
import { sheetCss } from '@/app/_desk/qr/sheet-css';
import { type Paper, papers, SheetPage } from '@/app/_desk/qr/sheet-page';
import { phoneOfPeople } from '@/app/_resident/phones';
import { siteOrigin } from '@/app/_resident/site-origin';
import { readPreferences } from '@/app/_shell/read-preferences';
import { liteResponse, renderLite } from '@/components/lite/document';
import { DomainError } from '@/lib/kernel/errors';
import { sheetAreas } from '@/lib/places/policy';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';

const path = '/desk/qr/print';
const to = (location: string) => new Response(null, { status: 303, headers: { location } });

/** The chosen QR sheets: `p` places, `g` whole quarters, `paper` a4 or a6. Plain HTML, no script, printed by Ctrl+P. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [ctx, { locale, mode }, desk, zh, en] = await Promise.all([
    currentContext(),
    readPreferences(),
    getTranslations(),
    getTranslations({ locale: 'zh-CN' }),
    getTranslations({ locale: 'en' }),
  ]);
  if (ctx.actor.kind !== 'person') return to(`/login?next=${encodeURIComponent(`${path}?${query}`)}`);
  const nonce = request.headers.get('x-nonce') ?? undefined;
  const page = { lang: locale, mode, skip: desk('common.skip'), nonce, paper: true, css: sheetCss } as const;
  if (sheetAreas(ctx.actor).length === 0) {
    const refusal = new DomainError('forbidden', 'desk.not_your_page');
    await noteRefusal(ctx, refusal, `page ${path}`);
    const { status, detail } = problemOf(refusal, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: 'sheet-tools' }, [
      createElement('h1', { key: 'h' }, desk('sheets.title')),
      createElement('p', { key: 'p' }, detail),
    ]);
    return liteResponse(await renderLite({ ...page, title: desk('sheets.title'), body }), status);
  }
  const asked = papers.find((value): value is Paper => value === query.get('paper')) ?? 'a6';
  const points = chosenSheets(await loadSheets(ctx), { points: query.getAll('p'), groups: query.getAll('g') });
  if (points.length === 0 || points.length > mostSheets) return to('/desk/qr?none=yes');
  const [origin, phone, demo] = await Promise.all([siteOrigin(), phoneOfPeople(ctx), getSetting(ctx, 'demo')]);
  const body = createElement(SheetPage, { points, paper: asked, origin, phone, demo, zh, en, desk });
  return liteResponse(await renderLite({ ...page, title: desk('sheets.title'), body }));
}
