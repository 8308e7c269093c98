import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const sources = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [`${folder}/${file}`, readFileSync(new URL(`${folder}/${file}`, root), 'utf8')] as const);

describe('components', () => {
  /** What is sent to the browser, each with its reason, and the most that its source may weigh zipped. */
  const client = {
    // What is typed before React has taken the page over: only script can undo what script does.
    'components/keep-early.tsx': 800,
    'components/compare-slider.tsx': 1500,
    // A wrong file was refused, and a right one is chosen in its place: only script sees that before it is sent.
    'components/forget-wrong-file.tsx': 900,
    // What was sent without a network waits in the page: nothing but script can keep it.
    'components/outbox/keep-form.tsx': 2200,
    'components/outbox/keep-typed.tsx': 800,
    'components/outbox/outbox-badge.tsx': 2200,
    // Only the browser has a voice.
    'components/read-aloud.tsx': 1200,
  };

  it('send a few small files to the browser, and no other', () => {
    const found = sources('components').filter(([, text]) => text.startsWith("'use client'"));
    expect(found.map(([file]) => file).sort()).toEqual(Object.keys(client).sort());
    for (const [file, text] of found) {
      expect(gzipSync(text).length, file).toBeLessThan(client[file as keyof typeof client]);
    }
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
