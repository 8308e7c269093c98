import { describe, expect, it } from 'vitest';
import { loginKey } from '@/lib/people/input';
import { hashPassword, makePassword, passwordFits, refuseWeakPassword } from '@/lib/people/passwords';

const refusal = (password: string) => {
  try {
    refuseWeakPassword(password);
    return null;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe('a password', () => {
  it.each([
    ['poli-2024-demo', null],
    ['Abcdefgh12', null],
    ['坡里社区2024楼道灯-abc', null],
    ['Ab1-Ab1-A', 'password.too_short'],
    ['灯灯灯灯灯灯灯灯灯', 'password.too_short'],
    ['abcdefghijkl', 'password.too_few_kinds'],
    ['abcdefgh1234', 'password.too_few_kinds'],
    ['abcdef 12345', 'password.too_few_kinds'],
    [`Ab1-${'x'.repeat(200)}`, 'password.too_long'],
  ])('%s → %s', (password, reason) => {
    expect(refusal(password)).toBe(reason);
  });

  it('is hashed with argon2id, each time with another salt', async () => {
    const [one, two] = [await hashPassword('poli-2024-demo'), await hashPassword('poli-2024-demo')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits(one, 'poli-2024-demo')).toBe(true);
    expect(await passwordFits(one, 'poli-2024-demO')).toBe(false);
    expect(await passwordFits(null, 'poli-2024-demo')).toBe(false);
  });

  it('that the program makes is strong and never the same', () => {
    const made = new Set(Array.from({ length: 50 }, makePassword));
    expect(made.size).toBe(50);
    for (const password of made) expect(refusal(password)).toBeNull();
  });
});

describe('a login', () => {
  it('is compared without case, width and blanks', () => {
    expect(loginKey(' ＬｉＭｉｎ ')).toBe('limin');
  });
});
