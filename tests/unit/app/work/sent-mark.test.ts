import { afterEach, expect, it, vi } from 'vitest';
import { changesSomething, markSent, timesSent } from '@/app/_shell/sent-mark';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('counts what this tab sends, where storage is off as well', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  const before = timesSent();
  markSent();
  expect(timesSent()).toBe(before + 1);
  vi.stubGlobal('sessionStorage', undefined);
  markSent();
  expect(timesSent()).toBe(before + 2);
});

it.each([
  ['a search', 'get', '/desk', false],
  ['a search of its own page', 'get', null, false],
  ['a form with an address', 'post', '/verify/verdict/X/pass', true],
  ['a server action, before script and after', 'post', '', true],
  ['a server action that script drew', 'get', "javascript:throw new Error('…')", true],
])('%s', (_, method, action, changes) => {
  expect(changesSomething({ method, getAttribute: () => action })).toBe(changes);
});
