/** Without a nonce: for plain pages, files and answers that carry no script. */
export function contentSecurityPolicy(nonce: string | null): string {
  const development = process.env.NODE_ENV === 'development';
  const secure = (process.env.PUBLIC_ORIGIN ?? '').startsWith('https://');
  // React's development build evaluates; production never does.
  const script =
    nonce === null ? "'none'" : `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`;
  const style = nonce === null || development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src ${script}`,
    `style-src ${style}`,
    `worker-src 'self'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * What every page and file carries beside its policy. `same-origin` and not `no-referrer`: with the latter browsers
 * send `Origin: null` with our own forms, and query codes in addresses leave the site with neither.
 */
export const securityHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Only where the site is served by https, and only then meant for a year. */
export function transportSecurity(): Record<string, string> {
  const secure = (process.env.PUBLIC_ORIGIN ?? '').startsWith('https://');
  return secure ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
