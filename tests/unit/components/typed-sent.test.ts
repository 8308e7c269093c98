import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetArrived, forgetRedrawn, pressAnew, typedIsSent } from '@/components/outbox/typed-sent';

const page = 'https://example.test/handle/o/PL20240110-0007';
const place = 'return/PL20240110-0007';
/** As much of a form as is asked. */
const form = (key: string, typed = place) =>
  ({ dataset: { typed }, querySelector: () => ({ value: key }) }) as unknown as HTMLFormElement;

let kept: Record<string, string>;
const isKept = () => Object.keys(kept).some((name) => name.startsWith('typed a '));

beforeEach(() => {
  kept = { [`typed a ${place} `]: 'words' };
  Object.defineProperty(kept, 'removeItem', { value: (name: string) => delete kept[name] });
  vi.stubGlobal('sessionStorage', kept);
  vi.stubGlobal('window', { location: { href: page } });
  typedIsSent(form('1'), 'a', '1', true);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('words of a server action that was pressed', () => {
  it('stay where nothing arrived: the page of the fault, and the same form again behind it', () => {
    forgetArrived(page);
    forgetRedrawn(form('1'));
    expect(isKept()).toBe(true);
  });

  it.each(['?form=return#errors', '?done=return'])('go with the page that follows: %s', (answer) => {
    forgetArrived(page + answer);
    expect(isKept()).toBe(false);
  });

  it('go with sign-in, which brings them back from the server', () => {
    forgetArrived(`https://example.test/login?next=${encodeURIComponent('/handle/o/X?form=return')}`);
    expect(isKept()).toBe(false);
  });

  it('go where the answer drew the form anew at the same address, and only that form', () => {
    forgetRedrawn(form('2', 'contact/PL20240110-0007'));
    expect(isKept()).toBe(true);
    forgetRedrawn(form('2'));
    expect(isKept()).toBe(false);
  });

  it('stay where somebody gave up waiting and went elsewhere, whatever they do there', () => {
    forgetArrived('https://example.test/handle/tasks');
    forgetArrived('https://example.test/handle/o/PL20240110-0008?done=sign');
    expect(isKept()).toBe(true);
  });

  it('stay where something else was pressed after it', () => {
    pressAnew();
    forgetArrived(`${page}?done=note`);
    expect(isKept()).toBe(true);
  });
});
