import { getTranslations } from 'next-intl/server';
import { createElement, type ReactElement } from 'react';
import { liteResponse, renderLite } from '@/components/lite/document';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';
import { demoRibbon } from './demo';
import type { StaffContext } from './enter';
import { readPreferences } from './read-preferences';
import type { Translate } from './translate';

interface Drawing {
  ctx: StaffContext;
  /** The reader reads English; the paper itself is Chinese. */
  english: boolean;
  ribbon: Awaited<ReturnType<typeof demoRibbon>>;
  desk: Translate;
  zh: Translate;
  en: Translate;
}

interface Paper {
  /** Where to come back to after signing in. */
  path: string;
  /** What the trail of refusals calls it, and the number of the case. */
  what: string;
  code?: string;
  css: string;
  className: string;
  words: (desk: Translate) => { title: string; back: string };
  /** Where whoever may not read it, or reads it to its end, goes on. */
  list: string;
  /** `title` only where it says more than the usual one. @throws what the query of the case throws */
  draw: (drawing: Drawing) => Promise<{ body: ReactElement; title?: string }>;
}

/** A paper on A4 for somebody signed in: plain HTML, no script, printed by Ctrl+P. A refusal is a page with its reason. */
export async function answerPaper(request: Request, paper: Paper): Promise<Response> {
  const [ctx, { locale, mode }, desk, zh, en] = await Promise.all([
    currentContext(),
    readPreferences(),
    getTranslations(),
    getTranslations({ locale: 'zh-CN' }),
    getTranslations({ locale: 'en' }),
  ]);
  const { actor } = ctx;
  if (actor.kind !== 'person') {
    const location = `/login?next=${encodeURIComponent(paper.path)}`;
    return new Response(null, { status: 303, headers: { location } });
  }
  const nonce = request.headers.get('x-nonce') ?? undefined;
  const page = { lang: locale, mode, skip: desk('common.skip'), nonce, paper: true, css: paper.css } as const;
  const { title, back } = paper.words(desk);
  try {
    const ribbon = await demoRibbon(ctx, zh, 'zh-CN');
    const drawn = await paper.draw({ ctx: { ...ctx, actor }, english: locale === 'en', ribbon, desk, zh, en });
    return liteResponse(await renderLite({ ...page, title: drawn.title ?? title, body: drawn.body }));
  } catch (error) {
    await noteRefusal(ctx, error, paper.what, paper.code);
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: paper.className }, [
      createElement('h1', { key: 'h' }, title),
      createElement('p', { key: 'p' }, detail),
      createElement('a', { key: 'a', href: paper.list }, back),
    ]);
    return liteResponse(await renderLite({ ...page, title, body }), status);
  }
}
