import { describe, expect, it } from 'vitest';
import { expectNoise, settleNoise } from '../../support/noise';

describe('console noise', () => {
  it('is unexpected unless the test said so, and then has to come', () => {
    const heard = ['console.error: disk full', 'console.warn: slow'];
    expect(settleNoise({ heard: [...heard], expected: [] })).toEqual({ unexpected: heard, missing: [] });
    expect(settleNoise({ heard: [...heard], expected: [/disk/] })).toEqual({ unexpected: [heard[1]], missing: [] });
    expect(settleNoise({ heard: [], expected: [/disk/] })).toEqual({ unexpected: [], missing: ['/disk/'] });
  });

  it('is forgotten when it is settled', () => {
    const book = { heard: ['a'], expected: [/b/] };
    settleNoise(book);
    expect(book).toEqual({ heard: [], expected: [] });
  });

  it('may be expected by a test', () => {
    expectNoise(/^console\.warn: the \d+nd thing/);
    console.warn('the %dnd thing', 2);
    expect(true).toBe(true);
  });
});
