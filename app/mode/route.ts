import {
  isLocale,
  isMode,
  localeCookie,
  modeCookie,
  preferenceMaxAgeSeconds,
  safeReturnPath,
} from '@/components/preferences';

/** Where the reader was, when the form does not say it: the Referer's path, if it is this host's. */
function referringPath(request: Request): string | null {
  const referer = request.headers.get('referer');
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.host === request.headers.get('host') ? safeReturnPath(url.pathname + url.search) : null;
}

async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** Typed, or loaded again as an address. */
export const GET = (): Response => new Response(null, { status: 303, headers: { location: '/settings/display' } });

/**
 * Sets size (`mode`) and language (`locale`) by cookie from a plain form, and goes back with 303 to `return`, else to
 * where the request came from, else home. Unknown values change nothing. Only paths of this site are followed.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const headers = new Headers({
    location: safeReturnPath(form?.get('return')) ?? referringPath(request) ?? '/',
    'cache-control': 'no-store',
  });
  const keep = (name: string, value: string) =>
    headers.append(
      'set-cookie',
      `${name}=${value}; Path=/; Max-Age=${preferenceMaxAgeSeconds}; SameSite=Lax; HttpOnly`,
    );
  // A button that sends another form along stands behind its fields.
  const mode = form?.getAll('mode').at(-1);
  const locale = form?.getAll('locale').at(-1);
  if (isMode(mode)) keep(modeCookie, mode);
  if (isLocale(locale)) keep(localeCookie, locale);
  return new Response(null, { status: 303, headers });
}
