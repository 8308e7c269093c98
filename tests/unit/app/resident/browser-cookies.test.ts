import { describe, expect, it } from 'vitest';
import { keptCodes, readMyCodes, withMyCode } from '@/app/_resident/my-orders-cookie';
import { readSecret, writeSecret } from '@/app/_resident/report/secret-cookie';

const codes = ['AAAAAAAAAA', 'BBBBBBBBBB', 'CCCCCCCCCC', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF'];

describe('the orders of this browser', () => {
  it('keeps the newest five, newest first', () => {
    const value = codes.reduce<string | undefined>((before, code) => withMyCode(before, code), undefined);
    expect(readMyCodes(value)).toEqual(codes.slice(-keptCodes).reverse());
  });

  it('names an order once, at the head, when it is sent again', () => {
    expect(withMyCode('AAAAAAAAAA.BBBBBBBBBB', 'BBBBBBBBBB')).toBe('BBBBBBBBBB.AAAAAAAAAA');
  });

  it('leaves out whatever is no query code', () => {
    expect(readMyCodes('AAAAAAAAAA.<script>.short..AAAAAAAAAA')).toEqual(['AAAAAAAAAA']);
    expect(readMyCodes(undefined)).toEqual([]);
  });
});

describe('the PIN of what was just sent', () => {
  it('is shown for its own order only', () => {
    const value = writeSecret('AAAAAAAAAA', '012345');
    expect(readSecret(value, 'aaaaa aaaaa')).toBe('012345');
    expect(readSecret(value, 'BBBBBBBBBB')).toBeNull();
  });

  it('is nothing when the cookie is not of this program', () => {
    expect([readSecret(undefined, 'AAAAAAAAAA'), readSecret('AAAAAAAAAA.x', 'AAAAAAAAAA')]).toEqual([null, null]);
  });
});
