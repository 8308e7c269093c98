import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from '@/lib/kernel/parse';
import { storableText } from '@/lib/kernel/text';

const schema = z.object({
  words: z.string(),
  list: z.array(z.object({ text: z.string() })).default([]),
  more: z.unknown().optional(),
});

describe('reading input', () => {
  it.each([
    [{ words: 'a\u0000b' }, 'words'],
    [{ words: 'a', list: [{ text: 'b' }, { text: '\ud83d' }] }, 'list.1.text'],
    [{ words: 'a', more: { 'x\u0000': 1 } }, 'more'],
  ])('refuses a text that not every engine can store, and says where', (raw, path) => {
    expect(() => parse(schema, raw)).toThrowError(
      expect.objectContaining({
        code: 'invalid',
        details: { issues: [expect.objectContaining({ path, reason: 'http.bad_text' })] },
      }),
    );
  });

  it('takes every text that people type, and bytes as they are', () => {
    const raw = { words: '🔥 坡里 \n\t"%00"', list: [], more: Buffer.from('\u0000') };
    expect(parse(schema, raw)).toEqual(raw);
  });

  it('can clean a text that is only kept', () => {
    expect(storableText('有\u0000字\ud83d 🔥')).toBe('有字 🔥');
  });

  it('tells a text that is too long how long it may be', () => {
    const short = z.object({ words: z.string().max(3), list: z.array(z.string()).max(1).default([]) });
    expect(() => parse(short, { words: '四个汉字', list: ['a', 'b'] })).toThrowError(
      expect.objectContaining({
        details: {
          issues: [
            expect.objectContaining({ path: 'words', reason: 'input.too_long', params: { limit: 3 } }),
            expect.objectContaining({ path: 'list', reason: 'input.too_many', params: { limit: 1 } }),
          ],
        },
      }),
    );
  });
});
