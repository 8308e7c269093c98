import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearTyped, forgetTyped, putBackTyped } from '@/components/outbox/typed-fields';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** As much of a tab's storage as is used: its entries are its keys. */
function storage(entries: Record<string, string>) {
  const own = (name: string, value: unknown) => Object.defineProperty(entries, name, { value });
  own('getItem', (name: string) => entries[name] ?? null);
  own('removeItem', (name: string) => delete entries[name]);
  own('setItem', (name: string, value: string) => {
    entries[name] = value;
  });
  vi.stubGlobal('sessionStorage', entries);
  return entries;
}

describe('what was typed and has been sent', () => {
  it('is forgotten by the path of its form too, and nothing of another order or person', () => {
    const kept = storage({
      'typed a /verify/verdict/X/rework ': '1',
      'typed a /verify/verdict/Y/rework ': '2',
      'typed b /verify/verdict/X/rework ': '3',
    });
    forgetTyped('/verify/verdict/X/rework', 'a');
    expect(Object.keys(kept)).toEqual(['typed a /verify/verdict/Y/rework ', 'typed b /verify/verdict/X/rework ']);
  });
});

describe('what was typed into a form that was cleared', () => {
  const form = { getAttribute: () => '/report/submit' } as unknown as HTMLFormElement;
  const typed = { 'typed a /report/submit ': 'one page', 'typed a /report/submit 3': 'its third page' };

  it('is out of the form, and comes back whole in the place of what was typed since', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const kept = storage({ ...typed, 'typed b /report/submit ': 'of somebody else' });
    clearTyped(form, 'a', 'clear');
    expect(Object.keys(kept).filter((name) => name.startsWith('typed a'))).toEqual([]);
    kept['typed a /report/submit '] = 'since';
    vi.setSystemTime(1_000_000 + 600_000 - 1);
    clearTyped(form, 'a', 'restore');
    expect(kept).toEqual({ ...typed, 'typed b /report/submit ': 'of somebody else' });
  });

  it('is forgotten after ten minutes', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const kept = storage({ ...typed });
    clearTyped(form, 'a', 'clear');
    vi.setSystemTime(1_000_000 + 600_000);
    clearTyped(form, 'a', 'restore');
    expect(kept).toEqual({});
  });

  it('is forgotten at once by who says so, and what was typed since stays', () => {
    const kept = storage({ ...typed });
    clearTyped(form, 'a', 'clear');
    expect(Object.keys(kept).every((name) => name.startsWith('aside '))).toBe(true);
    kept['typed a /report/submit '] = 'since';
    clearTyped(form, 'a', 'erase');
    expect(kept).toEqual({ 'typed a /report/submit ': 'since' });
  });

  it('is swept when it is over by whichever page with a form is opened next, also anew', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const kept = storage({ ...typed });
    clearTyped(form, 'a', 'clear');
    vi.stubGlobal('performance', { getEntriesByType: () => [] });
    vi.stubGlobal('PerformanceNavigationTiming', class {});
    const other = { getAttribute: () => '/desk/new/submit' } as unknown as HTMLFormElement;
    vi.setSystemTime(1_000_000 + 600_000 - 1);
    putBackTyped(other, 'b', false);
    expect(Object.keys(kept)).toHaveLength(2);
    vi.setSystemTime(1_000_000 + 600_000);
    putBackTyped(other, 'b', false);
    expect(kept).toEqual({});
  });
});
