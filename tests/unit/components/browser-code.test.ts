import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const sources = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [`${folder}/${file}`, readFileSync(new URL(`${folder}/${file}`, root), 'utf8')] as const);

describe('components', () => {
  it('send one small file to the browser, and no other', () => {
    const client = sources('components').filter(([, text]) => text.startsWith("'use client'"));
    expect(client.map(([file]) => file)).toEqual(['components/compare-slider.tsx']);
    expect(client.reduce((sum, [, text]) => sum + gzipSync(text).length, 0)).toBeLessThan(1500);
  });

  it('know nothing of the domain, the router or the messages', () => {
    for (const [file, text] of sources('components')) {
      expect(text, file).not.toMatch(/from '(@\/lib|@\/app|\.\.\/app|next\/|next-intl)/);
    }
  });
});

describe('class names', () => {
  it('hold no colours and sizes of their own: tokens only', () => {
    for (const [file, text] of [...sources('app'), ...sources('components')]) {
      expect(text.match(/className=("[^"]*|\{[^}]*)\[(#|[\d.]+(px|rem|em)|--)/)?.[0], file).toBeUndefined();
    }
  });
});
