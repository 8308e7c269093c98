import { headers } from 'next/headers';

/** Where this site is reached from outside, for addresses that leave the page: `PUBLIC_ORIGIN`, else as it was asked. */
export async function siteOrigin(): Promise<string> {
  if (process.env.PUBLIC_ORIGIN) return process.env.PUBLIC_ORIGIN.replace(/\/$/, '');
  const head = await headers();
  return `${head.get('x-forwarded-proto') ?? 'http'}://${head.get('host') ?? 'localhost'}`;
}
