import type { Page } from '@playwright/test';

/** What can be pressed on a page, and what it says it does. */
export interface Way {
  on: string;
  kind: 'link' | 'get' | 'post';
  address: string;
}

/**
 * What a page offers: links and forms with where they lead, and, as lines, what leads nowhere already by what the page
 * says: a button without a form and without a script, a link to a part that is not there.
 */
export async function waysOn(page: Page, on: string): Promise<{ ways: Way[]; dead: string[] }> {
  const { ways, dead } = await page.evaluate(() => {
    const ways: { kind: 'link' | 'get' | 'post'; address: string }[] = [];
    const dead: string[] = [];
    const here = (address: string) => {
      const url = new URL(address, location.href);
      return url.origin === location.origin ? url.pathname + url.search : null;
    };
    for (const link of document.querySelectorAll('a')) {
      const href = link.getAttribute('href') ?? '';
      const says = `a “${(link.textContent ?? '').trim().slice(0, 24)}” (${href})`;
      if (href.startsWith('tel:')) {
        if (!/^tel:\+?\d{3,15}$/.test(href)) dead.push(`${says} is no number`);
      } else if (href.startsWith('#')) {
        if (!document.getElementById(decodeURIComponent(href.slice(1))))
          dead.push(`${says} leads to nothing on the page`);
      } else if (/^javascript:/i.test(href)) dead.push(`${says} leads nowhere`);
      else {
        const address = here(href);
        if (address) ways.push({ kind: 'link', address });
        else if (!/^https:/.test(href)) dead.push(`${says} leaves by an open line`);
      }
    }
    // React keeps what was given to an element beside it.
    const given = (el: Element, name: string) => {
      const key = Object.keys(el).find((one) => one.startsWith('__reactProps'));
      return key ? (Reflect.get(el, key) as Record<string, unknown>)[name] : undefined;
    };
    const isHeard = (el: Element) => typeof given(el, 'onClick') === 'function';
    for (const button of document.querySelectorAll('button')) {
      const says = `button “${(button.textContent ?? '').trim().slice(0, 24)}”`;
      if (button.disabled) {
        if (!button.getAttribute('aria-describedby') && !button.closest('form, li, article, .card'))
          dead.push(`${says} is closed, and nothing says why`);
      } else if (button.type === 'submit' ? !button.form : !isHeard(button)) dead.push(`${says} does nothing`);
    }
    for (const form of document.forms) {
      // A server action is named by a hidden field, so that it is found without script; drawn anew by script after a
      // refusal, the form has the function itself.
      const isAction =
        typeof given(form, 'action') === 'function' ||
        [...form.elements].some((el) => el instanceof HTMLInputElement && el.name.startsWith('$ACTION'));
      const action = form.getAttribute('action') ?? '';
      if (isAction) continue;
      const address = here(action);
      // A filter without an address asks its own page.
      if (!address || (action === '' && form.method !== 'get'))
        dead.push(`a form without an address: ${form.className}`);
      else ways.push({ kind: form.method === 'get' ? 'get' : 'post', address });
    }
    return { ways, dead };
  });
  return { ways: ways.map((way) => ({ ...way, on })), dead };
}

/** Addresses that differ only in which order, day or page they speak of lead to the same place. */
const shapeOf = ({ kind, address }: Way) => {
  const [path = '', query = ''] = address.split('?');
  const keys = [...new URLSearchParams(query).keys()].sort().join('&');
  return `${kind} ${path.replace(/\/[A-Z0-9-]*\d[A-Za-z0-9-]*/g, '/#')}?${keys}`;
};

/** Follows one way of each shape, as whoever has this page. @returns a line for each that ends in an error */
export async function deadEnds(page: Page, ways: Way[]): Promise<string[]> {
  const one = [...new Map(ways.map((way) => [shapeOf(way), way])).values()];
  const answers = one.map(async ({ on, kind, address }) => {
    // What a form would do is not done; the address says which methods it knows.
    const method = kind === 'post' ? 'OPTIONS' : 'GET';
    const answer = await page.request.fetch(address, { method });
    const knows = kind !== 'post' || (answer.headers().allow ?? '').includes('POST');
    return answer.status() < 400 && knows ? [] : [`${on}: ${kind} ${address} answers ${answer.status()}`];
  });
  return (await Promise.all(answers)).flat();
}
