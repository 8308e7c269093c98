import { describe, expect, it } from 'vitest';
import { sniffImage } from '@/lib/uploads/sniff';

const padded = (...parts: (string | number[])[]) =>
  Buffer.concat([
    ...parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))),
    Buffer.alloc(16),
  ]);

describe('the first bytes of a file', () => {
  it.each([
    ['jpeg', padded([0xff, 0xd8, 0xff, 0xe0])],
    ['png', padded([0x89], 'PNG\r\n', [0x1a, 0x0a])],
    ['webp', padded('RIFF', [1, 2, 3, 4], 'WEBP')],
    ['heic', padded([0, 0, 0, 24], 'ftypheic')],
    ['heic', padded([0, 0, 0, 24], 'ftypmif1')],
    ['other', padded([0, 0, 0, 24], 'ftypisom')],
    ['other', padded('RIFF', [1, 2, 3, 4], 'WAVE')],
    ['other', padded('GIF89a')],
    ['other', padded('<svg xmlns=')],
    ['other', Buffer.from([0xff, 0xd8, 0xff])],
    ['other', Buffer.alloc(0)],
  ] as const)('say %s', (kind, bytes) => {
    expect(sniffImage(bytes)).toBe(kind);
  });
});
