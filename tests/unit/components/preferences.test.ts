import { describe, expect, it } from 'vitest';
import { chooseLocale, chooseMode, safeReturnPath } from '@/components/preferences';

describe('chooseLocale', () => {
  it.each([
    ['en', 'zh-CN,zh', 'en'],
    ['zh-CN', 'en', 'zh-CN'],
    ['fr', 'en-US,en;q=0.9', 'en'],
    [undefined, 'en-US,en;q=0.9,zh;q=0.8', 'en'],
    [undefined, 'en;q=0.5, zh-Hans-CN;q=0.9', 'zh-CN'],
    [undefined, 'zh-TW', 'zh-CN'],
    [undefined, 'fr-FR,de;q=0.8,en;q=0.3', 'en'],
    [undefined, 'en;q=0, fr', 'zh-CN'],
    [undefined, 'ja', 'zh-CN'],
    [undefined, '', 'zh-CN'],
    [undefined, null, 'zh-CN'],
    [undefined, ';;;q=x,,', 'zh-CN'],
  ])('cookie %s, header %s → %s', (cookie, header, locale) => {
    expect(chooseLocale(cookie, header)).toBe(locale);
  });
});

describe('chooseMode', () => {
  it('takes the three modes and nothing else', () => {
    expect(['elder', 'xl', 'standard', 'huge', '', undefined].map(chooseMode)).toEqual([
      'elder',
      'xl',
      'standard',
      'standard',
      'standard',
      'standard',
    ]);
  });
});

describe('safeReturnPath', () => {
  it.each([
    ['/', '/'],
    ['/t/ABC?x=1#errors', '/t/ABC?x=1#errors'],
    ['/report?step=2', '/report?step=2'],
  ])('follows %s', (path, to) => {
    expect(safeReturnPath(path)).toBe(to);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/a\\..\\b',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/x\r\nset-cookie: a=b',
    '/..//evil.example',
    'report',
    '',
    `/${'a'.repeat(2001)}`,
    null,
    7,
  ])('refuses %j', (path) => {
    expect(safeReturnPath(path)).toBeNull();
  });
});
