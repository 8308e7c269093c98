import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetTyped } from '@/components/outbox/typed-fields';

afterEach(() => vi.unstubAllGlobals());

describe('what was typed and has been sent', () => {
  it('is forgotten by the path of its form too, and nothing of another order or person', () => {
    const kept: Record<string, unknown> = {
      'typed a /verify/verdict/X/rework ': '1',
      'typed a /verify/verdict/Y/rework ': '2',
      'typed b /verify/verdict/X/rework ': '3',
    };
    Object.defineProperty(kept, 'removeItem', { value: (name: string) => delete kept[name] });
    vi.stubGlobal('sessionStorage', kept);
    forgetTyped('/verify/verdict/X/rework', 'a');
    expect(Object.keys(kept)).toEqual(['typed a /verify/verdict/Y/rework ', 'typed b /verify/verdict/X/rework ']);
  });
});
