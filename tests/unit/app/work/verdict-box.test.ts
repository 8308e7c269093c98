import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dropFromBox,
  dropOld,
  type HeldVerdict,
  heldForm,
  heldInBox,
  isOver,
  keepInBox,
  never,
  overdueInBox,
  waitingInBox,
} from '@/app/_work/verdict-box';
import { wordsBeside } from '@/app/_work/words-beside';

const now = 1_705_000_000_000;
const code = 'PL20240110-0007';

function aVerdict(more: Partial<HeldVerdict> & { version?: number } = {}): HeldVerdict {
  const { version = 3, ...rest } = more;
  const fields: [string, string][] = [['version', String(version)]];
  const action = `https://example.test/verify/verdict/${code}/pass`;
  return { key: 'k', by: 'a', code, action, at: now, fields, until: now + 10_000, sent: false, ...rest };
}

/** As much of a browser as is used; each cookie that is set is told. */
function withBrowser(work: (cookies: string[]) => void, protocol = 'http:'): void {
  const kept = new Map<string, string>();
  const cookies: string[] = [];
  vi.stubGlobal('document', Object.defineProperty({}, 'cookie', { set: (one: string) => cookies.push(one) }));
  vi.stubGlobal('window', {
    location: { protocol },
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    },
  });
  work(cookies);
}
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a verdict on its way', () => {
  it('is found again for its person and the order as it was shown, and told to the server', () => {
    withBrowser((cookies) => {
      keepInBox(aVerdict());
      expect(heldInBox('a', { code, version: 3 })?.key).toBe('k');
      expect(heldInBox('b', { code, version: 3 })).toBeNull();
      // Handed in again since: what was decided then says nothing of it.
      expect(heldInBox('a', { code, version: 5 })).toBeNull();
      const value = /^verdict_held=([^;]*)/.exec(cookies.at(-1) ?? '')?.[1];
      expect(heldForm(value, 'a', 3)).toBe('pass');
      expect(heldForm(value, 'a', 5)).toBeNull();
      // Of somebody else on the same computer.
      expect(heldForm(value, 'b', 3)).toBeNull();
      expect(heldForm(undefined, 'a', 3)).toBeNull();
    });
  });

  it('has a cookie for its own order, so that none is lost with another; sent by https alone where the page was', () => {
    const other = 'PL20240110-0008';
    withBrowser((cookies) => {
      keepInBox(aVerdict());
      keepInBox(aVerdict({ key: 'l', code: other }));
      dropFromBox({ key: 'l', code: other });
      const paths = cookies.map((one) => /path=([^;]*)/.exec(one)?.[1]);
      expect(paths).toEqual([code, other, other].map((of) => `/verify/o/${of}`));
      expect(cookies.map((one) => one.endsWith('; secure'))).toEqual([false, false, false]);
      expect(heldInBox('a', { code, version: 3 })?.key).toBe('k');
    });
    withBrowser((cookies) => {
      keepInBox(aVerdict());
      expect(cookies[0]).toMatch(/; secure$/);
    }, 'https:');
  });

  it('that waits for a button is told about elsewhere, and does not lie there for ever', () => {
    withBrowser(() => {
      keepInBox(aVerdict({ until: never }));
      expect(waitingInBox('a')).toHaveLength(1);
      expect(waitingInBox('b')).toEqual([]);
      expect(waitingInBox('a', { code, version: 3 })).toEqual([]);
      expect(waitingInBox('a', { code, version: 5 })).toHaveLength(1);
      const week = 7 * 86_400_000;
      dropOld(now + week);
      expect(waitingInBox('a')).toHaveLength(1);
      // Whoever opens the pages of checking then.
      dropOld(now + week + 1);
      expect(waitingInBox('a')).toEqual([]);
    });
  });

  it.each([
    ['the same version', Response.json({ version: 3 }), false],
    ['another version', Response.json({ version: 4 }), true],
    ['an order out of sight', new Response(null, { status: 404 }), true],
    ['a server in trouble', new Response(null, { status: 503 }), false],
    ['an answer of somebody else', Response.json('hello'), false],
    ['no line', new TypeError('Failed to fetch'), false],
  ])('is over or not, by %s', async (_, answer, over) => {
    vi.stubGlobal('fetch', async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
    expect(await isOver(aVerdict({ until: never }))).toBe(over);
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
