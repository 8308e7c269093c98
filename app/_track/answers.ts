import { liteResponse, renderLite } from '@/components/lite/document';
import { contentSecurityPolicy, securityHeaders, transportSecurity } from '@/lib/transport/security-headers';
import { secureSite } from '@/lib/transport/session-cookie';
import type { Reader } from './viewer';

// Only what the common sheet does not know: lines of a calculation, words as they were typed, numbers to call.
const trackCss =
  '.why,.ways{margin:8px 0 0;padding-left:1.4em;list-style:disc}.why{list-style:decimal}.why li{margin:4px 0}' +
  '.words{white-space:pre-line;overflow-wrap:anywhere}.line{display:flex;flex-wrap:wrap;align-items:center;gap:0 12px}' +
  '.tel{display:inline-flex;align-items:center;gap:6px;overflow-wrap:anywhere;min-width:var(--tap-min);min-height:var(--tap-min);font-weight:600}.ways .tel{margin-left:.5em}' +
  '@supports selector(:has(a)){form:not(:has([name=solved][value=no]:checked,[type=hidden][name=solved][value=no],' +
  '[name=stars][value="1"]:checked,[name=stars][value="2"]:checked)) .if-unhappy{display:none}}';

interface TrackAnswer {
  title: string;
  body: React.ReactNode;
  status?: number;
  /** The proxy's, where it stands in front; elsewhere the handler sets the policy itself. */
  nonce?: string | null;
  /** Only on the pages of a step (docs/decisions/0018). */
  script?: string;
  /** Rules of these pages in place of those of an order's. */
  css?: string;
  retryAfterSeconds?: number;
}

/** A page of the resident's side as an answer: one request, and no script but the one it names. */
export async function trackAnswer(reader: Reader, page: TrackAnswer): Promise<Response> {
  const { locale, mode, t } = reader;
  const nonce = page.nonce ?? (page.script ? btoa(crypto.randomUUID()) : null);
  const html = await renderLite({
    lang: locale,
    mode,
    title: `${page.title} · ${t('common.product')}`,
    skip: t('common.skip'),
    body: page.body,
    nonce: nonce ?? undefined,
    script: page.script,
    css: page.css ?? trackCss,
  });
  const response = liteResponse(html, page.status ?? 200);
  if (page.retryAfterSeconds) response.headers.set('retry-after', String(page.retryAfterSeconds));
  if (!page.nonce) {
    const headers = {
      ...securityHeaders,
      ...transportSecurity(),
      'content-security-policy': contentSecurityPolicy(nonce),
    };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  }
  return response;
}

/** A cookie of these pages alone, out of reach of scripts. `maxAge` in seconds; 0 takes it away. */
export const trackCookie = (name: string, value: string, maxAge: number): string =>
  `${name}=${value}; Path=/t; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secureSite() ? '; Secure' : ''}`;

/** After a step: back to the order, which shows what was done. Relative, so that no host header leads elsewhere. */
export const seeOther = (path: string, cookies: string[] = []): Response => {
  const response = new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
};
