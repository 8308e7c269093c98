import { password } from '@/bench/community';

/** One form of a page, with what a browser without script would send of it. */
export interface PageForm {
  action: string;
  method: string;
  fields: [name: string, value: string][];
}

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
const plain = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** The forms of a page as it was rendered. A chosen radio or a box counts whether it is ticked or not. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => ({
    action: attribute(tag, 'action'),
    method: attribute(tag, 'method').toUpperCase() || 'GET',
    fields: [...inside.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)]
      .map(([control]): [string, string] => [attribute(control, 'name'), attribute(control, 'value')])
      .filter(([name]) => name !== ''),
  }));
}

/** The cookies of a browser in which this account has signed in through the page's own form. */
export async function signInBrowser(base: string, account: string): Promise<string> {
  const at = `${base}/login`;
  const form = formsOf(await (await fetch(at)).text()).find(({ fields }) =>
    fields.some(([name]) => name === 'account'),
  );
  const body = new FormData();
  for (const [name, value] of form?.fields ?? []) if (name.startsWith('$')) body.append(name, value);
  body.set('account', account);
  body.set('password', password);
  const answer = await fetch(at, { method: 'POST', headers: { origin: base }, body, redirect: 'manual' });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (!cookies.some((cookie) => cookie.includes('session-token='))) throw new Error(`${account} cannot sign in`);
  return cookies.join('; ');
}
