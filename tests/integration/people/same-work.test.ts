import { verify } from '@node-rs/argon2';
import { expect, it, vi } from 'vitest';
import { signIn } from '@/lib/people/commands/sign-in';
import { testDatabase } from '@/tests/support/test-database';
import { town } from './register';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

it('signing in compares one hash, whether or not the login exists, so that its time tells nothing', async () => {
  const db = await testDatabase();
  await town(db);
  for (const account of ['dispatcher', 'nobody']) {
    vi.mocked(verify).mockClear();
    const tried = signIn(db.ctx({ kind: 'anonymous' }), { account, password: 'wrong-Guess-1', as: 'browser' });
    await expect(tried).rejects.toMatchObject({ reason: 'auth.wrong_credentials' });
    expect(verify).toHaveBeenCalledTimes(1);
    expect(vi.mocked(verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
});
