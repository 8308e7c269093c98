import { describe, expect, it } from 'vitest';
import { keepSlipSecret, readSlipSecret } from '@/app/_desk/slip/slip-secret';

/** A jar as a browser keeps it for one path. */
function jar() {
  const kept = new Map<string, { value: string; options: Record<string, unknown> }>();
  return {
    kept,
    get: (name: string) => kept.get(name),
    set(name: string, value: string, options: Record<string, unknown>) {
      kept.set(name, { value, options });
    },
  };
}

const made = {
  code: 'PL20240115-0009',
  queryCode: 'ABCDEFGH23',
  pin: '012345',
  status: 'submitted' as const,
  promise: { acceptBy: 0, finishBy: 0 },
};

describe('the query code on its way to the slip', () => {
  it('is read again by who typed the order, and by nobody who signs in after them', () => {
    const browser = jar();
    keepSlipSecret(browser, made, 'clerk');
    for (let reload = 0; reload < 3; reload++)
      expect(readSlipSecret(browser, 'clerk')).toEqual({ queryCode: 'ABCDEFGH23', pin: '012345' });
    expect(readSlipSecret(browser, 'colleague')).toBeNull();
    expect(readSlipSecret(browser, '')).toBeNull();
  });

  it('goes to the page of its own slip alone, out of reach of scripts', () => {
    const browser = jar();
    keepSlipSecret(browser, { ...made, pin: undefined }, 'clerk');
    expect(browser.kept.get('slip')?.options).toMatchObject({
      path: '/desk/slip/PL20240115-0009',
      httpOnly: true,
      maxAge: 600,
    });
    expect(readSlipSecret(browser, 'clerk')).toEqual({ queryCode: 'ABCDEFGH23' });
  });

  it('is nothing when the cookie was made up', () => {
    const browser = jar();
    for (const value of ['{', '"x"', '{"by":"clerk","queryCode":1}', '{"queryCode":"ABCDEFGH23"}', 'null']) {
      browser.set('slip', value, {});
      expect(readSlipSecret(browser, 'clerk'), value).toBeNull();
    }
  });
});
