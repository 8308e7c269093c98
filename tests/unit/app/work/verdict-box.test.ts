import { describe, expect, it, vi } from 'vitest';
import { type HeldVerdict, heldForm, heldInBox, keepInBox, never, overdueInBox } from '@/app/_work/verdict-box';
import { wordsBeside } from '@/app/_work/words-beside';

const now = 1_705_000_000_000;
const code = 'PL20240110-0007';

function aVerdict(more: Partial<HeldVerdict> & { version?: number } = {}): HeldVerdict {
  const { version = 3, ...rest } = more;
  const fields: [string, string][] = [['version', String(version)]];
  const action = `https://example.test/verify/verdict/${code}/pass`;
  return { key: 'k', by: 'a', code, action, fields, until: now + 10_000, sent: false, ...rest };
}

function withBrowser(work: (cookie: () => string) => void): void {
  const kept = new Map<string, string>();
  const page = { cookie: '' };
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    },
  });
  try {
    work(() => page.cookie);
  } finally {
    vi.unstubAllGlobals();
  }
}

describe('a verdict on its way', () => {
  it('is found again for its person and the order as it was shown, and told to the server', () => {
    withBrowser((cookie) => {
      keepInBox(aVerdict());
      expect(heldInBox('a', { code, version: 3 })?.key).toBe('k');
      expect(heldInBox('b', { code, version: 3 })).toBeNull();
      // Handed in again since: what was decided then says nothing of it.
      expect(heldInBox('a', { code, version: 5 })).toBeNull();
      const value = /^verdict_held=([^;]*)/.exec(cookie())?.[1];
      expect(heldForm(value, { code, version: 3 })).toBe('pass');
      expect(heldForm(value, { code, version: 5 })).toBeNull();
      expect(heldForm(value, { code: 'PL20240110-0008', version: 3 })).toBeNull();
      expect(heldForm(undefined, { code, version: 3 })).toBeNull();
    });
  });

  it('is left to its own page there, and sent by any other once nobody holds it', () => {
    withBrowser(() => {
      keepInBox(aVerdict({ sent: true }));
      expect(overdueInBox('a', now)).toHaveLength(1);
      expect(overdueInBox('a', now, { code, version: 3 })).toEqual([]);
      expect(overdueInBox('a', now, { code, version: 5 })).toHaveLength(1);
      keepInBox(aVerdict({ until: never }));
      expect(overdueInBox('a', now + 86_400_000)).toEqual([]);
    });
  });
});

describe('words of the other verdict', () => {
  const data = (fields: Record<string, string>) => ({ get: (name: string) => fields[name] ?? null });

  it('are asked about, unless they are to stay as a note beside this very verdict', () => {
    expect(wordsBeside('pass', data({ words: ' 再拍一张 ' }))).toEqual({
      field: 'words',
      words: '再拍一张',
      keep: false,
    });
    expect(wordsBeside('pass', data({ words: '再拍一张', keep: 'rework' }))).toMatchObject({ keep: false });
    expect(wordsBeside('pass', data({ words: '再拍一张', keep: 'pass' }))).toMatchObject({ keep: true });
    expect(wordsBeside('rework', data({ words: '再拍一张', waiver: '户主在外地' }))).toMatchObject({ field: 'waiver' });
  });

  it('are none where only its own were typed', () => {
    expect(wordsBeside('pass', data({ waiver: '户主在外地', words: '  ' }))).toBeNull();
    expect(wordsBeside('rework', data({ words: '再拍一张' }))).toBeNull();
  });
});
