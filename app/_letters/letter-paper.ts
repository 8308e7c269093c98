import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { sheetCss } from '@/app/_mediation/sheet-css';
import { demoRibbon } from '@/app/_shell/demo';
import { readPreferences } from '@/app/_shell/read-preferences';
import { liteResponse, renderLite } from '@/components/lite/document';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { getLetter } from '@/lib/letters/queries/get-letter';
import { getArea } from '@/lib/places/queries/get-area';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';
import type { LetterSheet } from './letter-sheet';
import { letterPath, listPath } from './paths';

/** One paper about a letter on A4, for whoever reads the letter: plain HTML without script, to print. `at`: its address. */
export async function letterPaper(
  request: Request,
  said: string,
  at: string,
  Sheet: typeof LetterSheet,
): Promise<Response> {
  const page = letterPath(pathText(said));
  const [ctx, { locale, mode }, desk, zh, en] = await Promise.all([
    currentContext(),
    readPreferences(),
    getTranslations(),
    getTranslations({ locale: 'zh-CN' }),
    getTranslations({ locale: 'en' }),
  ]);
  if (ctx.actor.kind !== 'person') {
    const next = encodeURIComponent(page ? `${page}/${at}` : listPath);
    return new Response(null, { status: 303, headers: { location: `/login?next=${next}` } });
  }
  const nonce = request.headers.get('x-nonce') ?? undefined;
  const paper = { lang: locale, mode, skip: desk('common.skip'), nonce, paper: true, css: sheetCss } as const;
  const title = desk('letter.title');
  try {
    if (!page) throw new DomainError('not_found', 'letter.not_found');
    const found = await getLetter(ctx, { code: page.slice(listPath.length + 1) });
    const community = (await getArea(ctx, { code: found.communityCode })).nameZh;
    const ribbon = await demoRibbon(ctx, zh, 'zh-CN');
    const body = createElement(Sheet, { found, community, ribbon, english: locale === 'en', zh, en, desk });
    return liteResponse(await renderLite({ ...paper, title, body }));
  } catch (error) {
    await noteRefusal(ctx, error, 'page /letters', page?.slice(listPath.length + 1));
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: 'tj' }, [
      createElement('h1', { key: 'h' }, title),
      createElement('p', { key: 'p' }, detail),
      createElement('a', { key: 'a', href: listPath }, desk('letter.sheet.back')),
    ]);
    return liteResponse(await renderLite({ ...paper, title, body }), status);
  }
}
