import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { revokeSession } from '@/lib/people/commands/revoke-session';
import { signIn } from '@/lib/people/commands/sign-in';
import { signOut } from '@/lib/people/commands/sign-out';
import { touchSession } from '@/lib/people/commands/touch-session';
import { findAccount } from '@/lib/people/queries/find-account';
import { findSession } from '@/lib/people/queries/find-session';
import { loadActor } from '@/lib/people/queries/load-actor';
import { session } from '@/lib/people/tables';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';
import { password, type Town, town } from './register';

const anonymous = { kind: 'anonymous' } as const;
const minute = 60_000;

let db: TestDatabase;
let people: Town;
const from = (address: string) => db.ctx(anonymous, { caller: { address } });
const right = (account = 'dispatcher', address = '198.51.100.7') =>
  signIn(from(address), { account, password, as: 'browser' });
const wrong = (account: string, address = '198.51.100.7') =>
  signIn(from(address), { account, password: 'not-the-password-1', as: 'browser' });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-20T10:00:00+08:00') });
  db = await testDatabase();
  people = await town(db);
  return () => vi.useRealTimers();
});

describe('signing in', () => {
  it('opens a session of the account kind, whatever the case of the login', async () => {
    const opened = await right(' Dispatcher ');
    expect(opened).toMatchObject({ personId: people.idOf('dispatcher'), token: null });
    const live = await findSession(db.ctx(), { sessionId: opened.sessionId });
    expect(live).toMatchObject({ kind: 'staff', personId: people.idOf('dispatcher'), scope: null });
    expect(opened.expiresAt).toBe(Date.now() + 12 * 60 * minute);
  });

  it('keeps of a bearer token its hash only, and finds the session by the token', async () => {
    const opened = await signIn(from('198.51.100.7'), { account: 'dispatcher', password, as: 'token' });
    const token = opened.token ?? '';
    expect(token).toMatch(/^pyt_[\w-]{43}$/);
    const [row] = await db.engine.reader.select().from(session).where(eq(session.id, opened.sessionId));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await findSession(db.ctx(), { token })).toMatchObject({ kind: 'token' });
    expect(await findSession(db.ctx(), { token: `${token}x` })).toBeNull();
    // A cookie that carried the id of a token's row would be a token without its secret.
    expect(await findSession(db.ctx(), { sessionId: opened.sessionId })).toBeNull();
  });

  it('answers an unknown login, a wrong password and a disabled account alike', async () => {
    const own = await findAccount(db.ctx(), { personId: people.idOf('volunteer') });
    await disableAccount(await people.as('admin'), { accountId: own?.id ?? '' });
    const answers = [
      await wrong('nobody', '198.51.100.1').catch((e) => e),
      await wrong('dispatcher', '198.51.100.2').catch((e) => e),
      await right('volunteer', '198.51.100.3').catch((e) => e),
    ];
    for (const e of answers) expect(e).toMatchObject({ code: 'unauthenticated', reason: 'auth.wrong_credentials' });
    expect(new Set(answers.map((e) => JSON.stringify(e)))).toHaveLength(1);
    expect(await db.engine.reader.select().from(session)).toEqual([]);
  });

  it('closes a login for 15 minutes after five failures, also for the right password', async () => {
    for (let i = 0; i < 5; i++)
      await expect(wrong('dispatcher', `203.0.113.${i}`)).rejects.toMatchObject({ code: 'unauthenticated' });
    const refused = await right('dispatcher', '203.0.113.99').catch((e) => e);
    expect(refused).toMatchObject({ code: 'too_many', reason: 'throttle.login', details: { retryAfterSeconds: 900 } });
    vi.setSystemTime(Date.now() + 14 * minute);
    await expect(right('dispatcher', '203.0.113.99')).rejects.toMatchObject({ details: { retryAfterSeconds: 60 } });
    vi.setSystemTime(Date.now() + minute);
    await expect(right('dispatcher', '203.0.113.99')).resolves.toMatchObject({ personId: people.idOf('dispatcher') });
  });

  it('closes a login that does not exist in the same way', async () => {
    for (let i = 0; i < 5; i++) await wrong('nobody', `203.0.113.${i}`).catch(() => {});
    await expect(wrong('nobody', '203.0.113.99')).rejects.toMatchObject({ reason: 'throttle.login' });
  });

  it('closes an address after twenty failures over many logins, and a success in between forgets none of them', async () => {
    for (let i = 0; i < 19; i++) await wrong(`guess-${i}`).catch(() => {});
    await right('dispatcher');
    await wrong('guess-19').catch(() => {});
    await expect(right('dispatcher')).rejects.toMatchObject({ code: 'too_many', reason: 'throttle.login_address' });
    await expect(right('dispatcher', '203.0.113.1')).resolves.toBeDefined();
  });

  it('lets a success forget the failures of its login', async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await wrong('dispatcher', `203.0.113.${i}`).catch(() => {});
      await right('dispatcher', '203.0.113.99');
    }
    await expect(right('dispatcher', '203.0.113.99')).resolves.toBeDefined();
  });

  it('counts guesses that come at once one by one', async () => {
    const guesses = Array.from({ length: 30 }, (_, i) => wrong('dispatcher', `203.0.113.${i}`).catch((e) => e.code));
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(25);
  });

  it('writes who tried, and never what was typed', async () => {
    await wrong('nobody').catch(() => {});
    await right();
    const rows = await db.engine.reader.select().from(auditEntry);
    const text = JSON.stringify(rows);
    expect(rows.map((row) => row.action)).toEqual(expect.arrayContaining(['sign_in.refused', 'sign_in.accepted']));
    expect(text).not.toContain('not-the-password-1');
    expect(text).not.toContain('nobody');
  });

  it('is switched off by NO_LIMITS in a demo database and in no other', async () => {
    vi.stubEnv('NO_LIMITS', '1');
    for (let i = 0; i < 5; i++) await wrong('dispatcher').catch(() => {});
    await expect(right()).rejects.toMatchObject({ code: 'too_many' });
    await changeSetting(db.ctx(), { key: 'demo', value: true });
    await expect(right()).resolves.toBeDefined();
    vi.unstubAllEnvs();
  });
});

describe('a session', () => {
  it('ends by idleness: 30 minutes for staff, 8 hours for volunteers, 30 days for residents', async () => {
    const opened = await Promise.all(
      ['dispatcher', 'volunteer', 'resident'].map(async (login) => (await right(login)).sessionId),
    );
    const alive = async () =>
      (await Promise.all(opened.map((sessionId) => findSession(db.ctx(), { sessionId })))).map((s) => s !== null);
    expect(await alive()).toEqual([true, true, true]);
    vi.setSystemTime(Date.now() + 31 * minute);
    expect(await alive()).toEqual([false, true, true]);
    vi.setSystemTime(Date.now() + 8 * 60 * minute);
    expect(await alive()).toEqual([false, false, true]);
    vi.setSystemTime(Date.now() + 30 * 24 * 60 * minute);
    expect(await alive()).toEqual([false, false, false]);
  });

  it('is noted as used once a minute at most', async () => {
    const { sessionId } = await right();
    const seen = async () => (await findSession(db.ctx(), { sessionId }))?.lastSeenAt ?? 0;
    const start = await seen();
    vi.setSystemTime(start + 59_000);
    await touchSession(db.ctx(), { sessionId, lastSeenAt: start });
    expect(await seen()).toBe(start);
    vi.setSystemTime(start + 61_000);
    await Promise.all([1, 2, 3].map(() => touchSession(db.ctx(), { sessionId, lastSeenAt: start })));
    expect(await seen()).toBe(start + 61_000);
  });

  it('ends by signing out, alone', async () => {
    const one = await right();
    const two = await right();
    const actor = await loadActor(db.ctx(), {
      personId: one.personId,
      session: { id: one.sessionId, kind: 'staff' },
    });
    if (!actor) throw new Error('no actor');
    await signOut(db.ctx(actor));
    expect(await findSession(db.ctx(), { sessionId: one.sessionId })).toBeNull();
    expect(await findSession(db.ctx(), { sessionId: two.sessionId })).not.toBeNull();
  });

  it('ends when an administrator revokes it or disables the account, and for nobody else', async () => {
    const { sessionId, personId } = await right();
    await expect(revokeSession(await people.as('volunteer'), { personId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await findSession(db.ctx(), { sessionId })).not.toBeNull();
    expect(await revokeSession(await people.as('admin'), { personId })).toEqual({ ended: 1 });
    expect(await findSession(db.ctx(), { sessionId })).toBeNull();

    const again = await right();
    const own = await findAccount(db.ctx(), { personId });
    await disableAccount(await people.as('admin'), { accountId: own?.id ?? '' });
    expect(await findSession(db.ctx(), { sessionId: again.sessionId })).toBeNull();
  });
});
