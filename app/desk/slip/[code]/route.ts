import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { entries, entryArea } from '@/app/_desk/new/proxy-channels';
import { loadSlip } from '@/app/_desk/slip/load-slip';
import { slipCss } from '@/app/_desk/slip/slip-css';
import { SlipPage } from '@/app/_desk/slip/slip-page';
import { readSlipSecret } from '@/app/_desk/slip/slip-secret';
import { demoRibbon } from '@/app/_shell/demo';
import { readPreferences } from '@/app/_shell/read-preferences';
import { liteResponse, renderLite } from '@/components/lite/document';
import type { PersonActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { abilitiesOf } from '@/lib/people/policy';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';
import { secureSite } from '@/lib/transport/session-cookie';

/** What the QR code leads to: the site as residents reach it, else as this browser does. */
const originOf = (request: Request) =>
  process.env.PUBLIC_ORIGIN ?? `${secureSite() ? 'https' : 'http'}://${request.headers.get('host') ?? 'localhost'}`;

/** The A5 slip of an order: plain HTML, no script, printed by Ctrl+P. For ten minutes the query code stands on it. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const code = pathText((await params).code).toUpperCase();
  const path = `/desk/slip/${encodeURIComponent(code)}`;
  const [ctx, { locale, mode }, desk, zh, en] = await Promise.all([
    currentContext(),
    readPreferences(),
    getTranslations(),
    getTranslations({ locale: 'zh-CN' }),
    getTranslations({ locale: 'en' }),
  ]);
  if (ctx.actor.kind !== 'person') {
    return new Response(null, { status: 303, headers: { location: `/login?next=${encodeURIComponent(path)}` } });
  }
  const nonce = request.headers.get('x-nonce') ?? undefined;
  const page = { lang: locale, mode, skip: desk('common.skip'), nonce, paper: true, css: slipCss } as const;
  try {
    const actor: PersonActor = ctx.actor;
    const secret = readSlipSecret(await cookies(), actor.personId);
    const isDesk = abilitiesOf(actor).includes('dispatch');
    // Whoever else wrote an order down has its slip while the code stands on it, to hand it over.
    if (!isDesk && !secret) throw new DomainError('forbidden', 'desk.not_your_page');
    const next = Object.values(entries).find((one) => entryArea(actor, one) !== null) ?? entries.desk;
    const ways = { order: isDesk ? `/desk/o/${code}` : null, next: next.path };
    const data = await loadSlip({ ...ctx, actor }, code, secret, originOf(request), locale === 'en');
    const ribbon = await demoRibbon(ctx, zh, 'zh-CN');
    const body = createElement(SlipPage, { data, ways, ribbon, zh, en, desk });
    return liteResponse(await renderLite({ ...page, title: `${desk('slip.name')} ${code}`, body }));
  } catch (error) {
    await noteRefusal(ctx, error, `page ${path}`);
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    const body = createElement('main', { id: 'main', className: 'slip' }, [
      createElement('h1', { key: 'h' }, desk('slip.name')),
      createElement('p', { key: 'p' }, detail),
      createElement('a', { key: 'a', href: '/desk' }, desk('desk.back')),
    ]);
    return liteResponse(await renderLite({ ...page, title: desk('slip.name'), body }), status);
  }
}
