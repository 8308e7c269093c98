import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cookieList, residentCookies, staffCookies } from '@/app/_resident/prose/cookie-list';
import zh from '@/messages/zh-CN.json';

const root = path.resolve(import.meta.dirname, '../../../..');

/** Names of cookies in the sources: `const draftCookie = '…'`, `const cookieName = '…'`, and the beginning of those made for each page. */
function cookiesInSources(): string[] {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(root, folder, file)),
  );
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const plain = [...text.matchAll(/const (?:\w*Cookie|cookieName) = '([^']+)'/g)].flatMap(([, name]) => name ?? []);
    const made = /const cookiePrefix = '([a-z]+_)'/.exec(text)?.[1];
    return made ? [...plain, `${made}…`] : plain;
  });
}

it('the privacy notice names every cookie that the program sets, and none that it does not', () => {
  const library = cookieList.filter(({ name }) => name.startsWith('next-auth.')).map(({ name }) => name);
  expect(library).toEqual(['next-auth.session-token', 'next-auth.csrf-token', 'next-auth.callback-url']);
  expect([...cookiesInSources(), ...library].sort()).toEqual(cookieList.map(({ name }) => name as string).sort());
});

it('says what each is for, once for residents or once for staff', () => {
  expect([...residentCookies, ...staffCookies]).toEqual([...cookieList]);
  expect(new Set(cookieList.map(({ says }) => says as string))).toEqual(new Set(Object.keys(zh.privacy.cookie)));
});
