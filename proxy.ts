import { type NextRequest, NextResponse } from 'next/server';
import { actionFault, isTooLarge } from '@/lib/transport/action-request';
import { isOwnOrigin, isUnsafe } from '@/lib/transport/origin';
import { contentSecurityPolicy, securityHeaders, transportSecurity } from '@/lib/transport/security-headers';

const refusal =
  '这个请求来自别的网站，没有处理。请在本站页面上重试。\nThis request came from another site and was not processed.\n';

const broken =
  '表单没有传完整，没有处理。请返回重新提交。\nThe form arrived broken and was not processed. Please go back and send it again.\n';

const tooLarge =
  '内容太多，没有处理。请返回，把文字分几次提交。\nThis is too much at once and was not processed. Please go back and send it in parts.\n';

const isMultipart = (request: NextRequest) =>
  /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');

/** Next answers a form whose parts it cannot read with a bare 500, so it is read here first; null when it is broken. */
const readForm = (request: NextRequest): Promise<FormData | null> =>
  request
    .clone()
    .formData()
    .catch(() => null);

const refused = (status: number, words: string) =>
  new NextResponse(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...securityHeaders },
  });

/**
 * In front of every page and action: the content security policy with a fresh nonce, and nothing that changes
 * something may come from another site.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isUnsafe(request.method)) {
    if (!isOwnOrigin(request.headers)) return refused(403, refusal);
    if (isTooLarge(request.headers)) return refused(413, tooLarge);
    const form = isMultipart(request) ? await readForm(request) : null;
    if (isMultipart(request) && !form) return refused(400, broken);
    const fault = actionFault(request.headers, form);
    if (fault) return fault === 'too_large' ? refused(413, tooLarge) : refused(400, broken);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries({ ...securityHeaders, ...transportSecurity() })) {
    response.headers.set(name, value);
  }
  return response;
}

/**
 * A body that passes here is cut at 10 MB, so handlers that take files stay outside, and so does the API, which is
 * for callers that are no browser. They call `guardOrigin` of lib/transport/http.ts themselves.
 */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|api/|photos/|report/submit|desk/new/submit|desk/evidence|desk/deliberations/[^/]+/files|desk/projects/[^/]+/photo|desk/answers/[^/]+/fulfil|handle/evidence|volunteer/evidence|t/[^/]+/.|[^/]*\\.(?:ico|svg|png|jpg|webp|woff2|webmanifest|txt)$).*)',
  ],
};
