import { liteResponse, renderLite } from '@/components/lite/document';
import { contentSecurityPolicy, securityHeaders, transportSecurity } from '@/lib/transport/security-headers';
import type { Reader } from './viewer';

// Only what the common sheet does not know: the lines of a calculation, and words as they were typed.
const trackCss =
  '.why{margin:8px 0 0;padding-left:1.4em}.why li{margin:4px 0}.words{white-space:pre-wrap;overflow-wrap:anywhere}';

/**
 * A page of the resident's side as an answer: no script, one request. `nonce` is the proxy's where it stands in front;
 * elsewhere the handler sets the policy itself.
 */
export async function trackAnswer(
  reader: Reader,
  page: { title: string; body: React.ReactNode; status?: number; nonce?: string | null },
): Promise<Response> {
  const { locale, mode, t } = reader;
  const html = await renderLite({
    lang: locale,
    mode,
    title: `${page.title} · ${t('common.product')}`,
    skip: t('common.skip'),
    body: page.body,
    nonce: page.nonce ?? undefined,
    css: trackCss,
  });
  const response = liteResponse(html, page.status ?? 200);
  if (!page.nonce) {
    const headers = {
      ...securityHeaders,
      ...transportSecurity(),
      'content-security-policy': contentSecurityPolicy(null),
    };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  }
  return response;
}

/** After a step: back to the order, which shows what was done. Relative, so that no host header leads elsewhere. */
export const seeOther = (path: string, cookies: string[] = []): Response => {
  const response = new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
};
