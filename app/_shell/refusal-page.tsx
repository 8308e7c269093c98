import type { IncomingMessage } from 'node:http';
import { createTranslator } from 'next-intl';
import type { ReactNode } from 'react';
import { renderLite } from '@/components/lite/document';
import { LitePage } from '@/components/lite/lite-page';
import { chooseLocale, chooseMode, type Locale, localeCookie, type Mode, modeCookie } from '@/components/preferences';
import type { FullPage } from '@/lib/transport/blank-pages';
import { contextOn, runtime } from '@/lib/transport/runtime';
import { contentSecurityPolicy, securityHeaders } from '@/lib/transport/security-headers';
import { phoneOfPeople } from '../_resident/phones';
import { isSideName, sides } from '../_work/sides';
import { demoRibbon } from './demo';
import { footLinks } from './foot-links';
import { languageChoice, sizeChoices } from './mode-choices';
import { type PlainWords, plainWords } from './plain-words';
import type { Translate } from './translate';
import { WayOut } from './way-out';

/** The rules of `EmptyState`, which the common sheet of pages without script leaves out. */
const css =
  '.empty{display:flex;flex-direction:column;align-items:center;gap:12px;padding:24px 0;text-align:center}.empty-art{width:120px;height:120px}.empty-cell{fill:var(--teal-100)}.empty .btn-row{justify-content:center}';

interface Reader {
  t: Translate;
  locale: Locale;
  mode: Mode;
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

async function readerOf(request: IncomingMessage): Promise<Reader> {
  const locale = chooseLocale(cookieOf(request, localeCookie), request.headers['accept-language']);
  const { default: messages } = await import(`../../messages/${locale}.json`);
  const t = createTranslator({ locale, messages, timeZone: 'Asia/Shanghai' }) as unknown as Translate;
  return { t, locale, mode: chooseMode(cookieOf(request, modeCookie)) };
}

type Topic = 'not_found' | 'forbidden' | 'server';
const topicOf = (status: number): Topic => (status >= 500 ? 'server' : status === 403 ? 'forbidden' : 'not_found');

/** The words of the room that the address lies in, where it has its own. */
function wordsOf(topic: Topic, path: string, t: Translate, phone: string | null): PlainWords {
  const home = { href: '/', label: t('error.home') };
  const room = path.split('/')[1];
  if (topic === 'server') {
    const again = { href: path, label: t('error.server.again') };
    return { title: t('error.server.title'), text: t('error.server.text'), ways: [again, home] };
  }
  if (isSideName(room)) {
    const { base, list, listLabel, tabs } = sides[room];
    const back = { href: base, label: t(tabs[0]?.label ?? listLabel) };
    const onward =
      topic === 'forbidden'
        ? [{ href: '/login', label: t('work.forbidden.other_account') }, home]
        : [back, ...(list === base ? [] : [{ href: list, label: t(listLabel) }])];
    return { title: t(`work.${topic}.title`), text: t(`work.${topic}.${room}`), ways: onward };
  }
  const isReceipt = topic === 'not_found' && path.startsWith('/report/done/');
  const words = plainWords(isReceipt ? 'no_receipt' : topic, t, phone);
  const desk = { href: '/desk', label: t('error.desk') };
  return room === 'desk' && topic === 'not_found' ? { ...words, ways: [desk, home] } : words;
}

/** The demo's ribbon, and where a person answers; without a database there is neither. */
async function fromDatabase(topic: Topic, { t, locale }: Reader): Promise<{ ribbon: ReactNode; phone: string | null }> {
  if (topic === 'server') return { ribbon: null, phone: null };
  try {
    const ctx = contextOn(await runtime(), { kind: 'anonymous' });
    const [ribbon, phone] = await Promise.all([demoRibbon(ctx, t, locale), phoneOfPeople(ctx)]);
    return { ribbon, phone };
  } catch {
    return { ribbon: null, phone: null };
  }
}

/** The page in place of one that was not found, is not this person's, or failed; whole without script and database. */
export async function drawRefusal(request: IncomingMessage, status: number, digest: string | null): Promise<FullPage> {
  const reader = await readerOf(request);
  const { t, locale, mode } = reader;
  const topic = topicOf(status);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const { ribbon, phone } = await fromDatabase(topic, reader);
  const words = wordsOf(topic, path, t, phone);
  const nonce = btoa(crypto.randomUUID());
  const html = await renderLite({
    lang: locale,
    mode,
    nonce,
    css,
    title: `${words.title} · ${t('common.product')}`,
    skip: t('common.skip'),
    body: (
      <LitePage
        ribbon={ribbon}
        back={{ href: '/', label: t('error.home') }}
        choices={[...sizeChoices(t, mode), languageChoice(locale)]}
        returnTo={path}
        footer={{
          links: [{ href: 'tel:12345', label: t('nav.hotline'), icon: 'phone' }, ...footLinks(t)],
          lines: [t('nav.owner')],
        }}
      >
        <WayOut {...words} />
        {topic === 'server' && <p>{t('report.again.phone')}</p>}
        {topic === 'server' && digest && (
          <p className="quiet">
            {t('error.server.number')} <b>{digest}</b>
          </p>
        )}
      </LitePage>
    ),
  });
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(topic === 'server' && { 'retry-after': '60' }),
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy(nonce),
    },
  };
}
