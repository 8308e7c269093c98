const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Whether a request that changes something comes from this site's own pages: its Origin, or without one
 * `Sec-Fetch-Site: same-origin`. Own = the request's Host, plus `PUBLIC_ORIGIN` when set. A request without either says
 * nothing about where it comes from and is not own.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin';
  const from = hostOf(origin);
  if (from === null) return false;
  if (from === headers.get('host')) return true;
  return process.env.PUBLIC_ORIGIN !== undefined && from === hostOf(process.env.PUBLIC_ORIGIN);
}

export const isUnsafe = (method: string): boolean => !safeMethods.has(method.toUpperCase());
