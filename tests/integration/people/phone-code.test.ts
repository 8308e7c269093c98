import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { adminPath } from '@/app/_desk/admin/answer';
import { auditEntry } from '@/lib/audit/tables';
import { outboxMessage } from '@/lib/outbox/tables';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { requestLoginCode } from '@/lib/people/commands/request-login-code';
import { sendLoginCode } from '@/lib/people/commands/send-login-code';
import { signInByCode } from '@/lib/people/commands/sign-in-by-code';
import { sweepLoginCodes } from '@/lib/people/commands/sweep-login-codes';
import { findAccount } from '@/lib/people/queries/find-account';
import { findSession } from '@/lib/people/queries/find-session';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { shownCode } from '@/lib/people/queries/shown-code';
import { account, loginCode, person, session } from '@/lib/people/tables';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';
import { smallRegister, type Town, town } from './register';

const [own, shared, ofStaff, unknown] = ['10000000011', '10000000012', '10000000013', '10000000099'];
const minute = 60_000;
const day = 24 * 60 * minute;

let db: TestDatabase;
let people: Town;
const from = (address = '198.51.100.7') => db.ctx({ kind: 'anonymous' }, { caller: { address } });
const ask = (phone: string, address?: string) => requestLoginCode(from(address), { phone });
const enter = (phone: string, code: string, address?: string) =>
  signInByCode(from(address), { phone, code, as: 'browser' });
const codeFor = async (phone: string) => (await ask(phone)).shown ?? '';
const other = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const reader = () => db.engine.reader;

beforeEach(async () => {
  vi.stubEnv('CODE_SECRET', 'a secret of the tests alone, forty letters long');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-20T10:00:00+08:00') });
  db = await testDatabase();
  const register = smallRegister();
  const phones: Record<string, string> = { resident: own, dispatcher: ofStaff, first: '10000000014' };
  const extra = ['mother', 'son'];
  people = await town(db, {
    persons: [
      ...register.persons.map((p) => (phones[p.key] ? { ...p, phone: phones[p.key] } : p)),
      ...extra.map((key) => ({ key, name: key, phone: shared })),
    ],
    accounts: [
      ...register.accounts,
      ...extra.map((login) => ({ login, personKey: login, roleKind: 'resident' as const })),
    ],
  });
  await changeSetting(db.ctx(), { key: 'demo', value: true });
  return () => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  };
});

describe('the accounts an administrator sees', () => {
  it('name who signs in by phone by the masked number, as no account with a password', async () => {
    await enter(unknown, await codeFor(unknown));
    const { items } = await listAccounts(await people.as('admin'), { limit: 200 });
    const made = items.find(({ login }) => login.startsWith('phone.'));
    expect(made).toMatchObject({ byPhone: true, name: '100****0099', kind: 'resident', passwordIsInitial: false });
    expect(JSON.stringify(items)).not.toContain(unknown);
    expect(items.find(({ login }) => login === 'admin')).toMatchObject({ byPhone: false });
    // Its own page sends its forms back to itself.
    const form = new FormData();
    form.set('at', `/admin/accounts/${made?.login}`);
    expect(adminPath(form)).toBe(form.get('at'));
  });
});

describe('a one-time code', () => {
  it('opens the resident whose number it is, as a resident session with its idle limit', async () => {
    const opened = await enter(own, await codeFor(own));
    expect(opened).toMatchObject({ personId: people.idOf('resident'), token: null });
    const alive = () => findSession(db.ctx(), { sessionId: opened.sessionId });
    expect(await alive()).toMatchObject({ kind: 'resident' });
    vi.setSystemTime(Date.now() + 29 * day);
    expect(await alive()).not.toBeNull();
    vi.setSystemTime(Date.now() + 2 * day);
    expect(await alive()).toBeNull();
    expect(await findAccount(db.ctx(), { personId: opened.personId })).toMatchObject({ phone: own });
  });

  it('is read as people type and paste it', async () => {
    const code = await codeFor('+86 100-0000-0011');
    await expect(enter('１００００００００１１', `验证码 ${code.slice(0, 3)} ${code.slice(3)}`)).resolves.toMatchObject(
      {
        personId: people.idOf('resident'),
      },
    );
    await expect(enter(own, '12345')).rejects.toMatchObject({ code: 'invalid' });
    await expect(ask('12345')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('makes of an unknown number a resident of whom nothing is known but the number, once', async () => {
    const first = await enter(unknown, await codeFor(unknown));
    const [row] = await reader().select().from(person).where(eq(person.id, first.personId));
    expect(row).toMatchObject({ displayName: '', nameEn: null, phone: unknown, householdCode: null, bornYear: null });
    vi.setSystemTime(Date.now() + 2 * minute);
    const second = await enter(unknown, await codeFor(unknown));
    expect(second.personId).toBe(first.personId);
    expect(second.sessionId).not.toBe(first.sessionId);
  });

  it('is the same question with the same answer, whether anybody has the number or not', async () => {
    const answers = [await ask(own), await ask(unknown), await ask(ofStaff)];
    for (const answer of answers) {
      expect(answer).toMatchObject({ resendAfterSeconds: 60, validSeconds: 300 });
      expect(answer.shown).toMatch(/^\d{6}$/);
    }
  });

  it('opens no account of staff: only whoever holds the number learns it', async () => {
    const code = await codeFor(ofStaff);
    await expect(enter(ofStaff, other(code))).rejects.toMatchObject({ reason: 'login.code_wrong' });
    await expect(enter(ofStaff, code)).rejects.toMatchObject({ code: 'forbidden', reason: 'login.staff_by_password' });
    expect(await reader().select().from(session)).toEqual([]);
    expect(await reader().select().from(account).where(eq(account.phone, ofStaff))).toEqual([]);
  });

  it('opens none of several residents who share a number, but an account of the number alone', async () => {
    const { personId } = await enter(shared, await codeFor(shared));
    expect([people.idOf('mother'), people.idOf('son')]).not.toContain(personId);
  });

  it('does not open an account that was closed', async () => {
    const { personId } = await enter(own, await codeFor(own));
    const row = await findAccount(db.ctx(), { personId });
    await disableAccount(await people.as('admin'), { accountId: row?.id ?? '' });
    vi.setSystemTime(Date.now() + 2 * minute);
    await expect(enter(own, await codeFor(own))).rejects.toMatchObject({ reason: 'login.account_disabled' });
  });

  it('does not lead whoever has the number a year later to the one who had it before', async () => {
    const before = await enter(own, await codeFor(own));
    vi.setSystemTime(Date.now() + 400 * day);
    db.clock.advance(400 * day);
    const after = await enter(own, await codeFor(own));
    expect(after.personId).not.toBe(before.personId);
    expect(await findAccount(db.ctx(), { personId: before.personId })).toMatchObject({ phone: null });
  });
});

describe('its limits', () => {
  it('opens one session, however often it is sent at once', async () => {
    const code = await codeFor(own);
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => enter(own, code)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ reason: 'login.code_over' });
    }
    expect(await reader().select().from(session)).toHaveLength(1);
    await expect(enter(own, code)).rejects.toMatchObject({ code: 'unauthenticated', reason: 'login.code_over' });
  });

  it('makes one account of a new number that is entered twice at once', async () => {
    const code = await codeFor(unknown);
    await Promise.allSettled([enter(unknown, code), enter(unknown, code)]);
    expect(await reader().select().from(account).where(eq(account.phone, unknown))).toHaveLength(1);
    expect(await reader().select().from(person).where(eq(person.phone, unknown))).toHaveLength(1);
  });

  it('is worth nothing after five wrong tries, told one by one, also when they come at once', async () => {
    const code = await codeFor(own);
    for (const left of [4, 3, 2, 1]) {
      await expect(enter(own, other(code))).rejects.toMatchObject({
        reason: 'login.code_wrong',
        details: { params: { left } },
      });
    }
    await expect(enter(own, other(code))).rejects.toMatchObject({ reason: 'login.code_over' });
    await expect(enter(own, code)).rejects.toMatchObject({ reason: 'login.code_over' });

    const next = await codeFor(unknown);
    const guesses = Array.from({ length: 12 }, (_, i) => enter(unknown, other(next, i + 1), `203.0.113.${i}`));
    const reasons = (await Promise.allSettled(guesses)).map((g) => g.status === 'rejected' && g.reason.reason);
    expect(reasons.filter((reason) => reason === 'login.code_wrong')).toHaveLength(4);
    const [row] = await reader().select().from(loginCode).where(eq(loginCode.phone, unknown));
    expect(row?.tries).toBe(5);
  });

  it('ends after five minutes, and when a newer one was asked for', async () => {
    const old = await codeFor(own);
    vi.setSystemTime(Date.now() + minute);
    const newer = await codeFor(own);
    if (old !== newer) await expect(enter(own, old)).rejects.toMatchObject({ reason: 'login.code_wrong' });
    vi.setSystemTime(Date.now() + 5 * minute);
    await expect(enter(own, newer)).rejects.toMatchObject({ reason: 'login.code_over' });
    await expect(enter(unknown, '000000')).rejects.toMatchObject({ reason: 'login.code_over' });
  });

  it('is sent again after a minute, five times an hour to one number, twenty times to one address', async () => {
    await ask(own);
    await expect(ask(own)).rejects.toMatchObject({
      code: 'too_many',
      reason: 'throttle.code_resend',
      details: { retryAfterSeconds: 60 },
    });
    for (let i = 0; i < 4; i++) {
      vi.setSystemTime(Date.now() + minute);
      await ask(own, `203.0.113.${i}`);
    }
    vi.setSystemTime(Date.now() + minute);
    await expect(ask(own, '203.0.113.99')).rejects.toMatchObject({ reason: 'throttle.code_phone' });
    for (let i = 0; i < 20; i++) await ask(`100000002${String(i).padStart(2, '0')}`, '192.0.2.77');
    await expect(ask('10000000300', '192.0.2.77')).rejects.toMatchObject({ reason: 'throttle.code_address' });
  });

  it('counts wrong codes of one address with its wrong passwords', async () => {
    for (let i = 0; i < 20; i++) await enter(`100000003${String(i).padStart(2, '0')}`, '123456').catch(() => {});
    const code = await codeFor(own);
    await expect(enter(own, code)).rejects.toMatchObject({ code: 'too_many', reason: 'throttle.login_address' });
    await expect(enter(own, code, '203.0.113.1')).resolves.toBeDefined();
  });
});

describe('what stays of it', () => {
  it('is neither code nor number, in the tables of codes, audit and effects', async () => {
    const code = await codeFor(unknown);
    await enter(unknown, other(code)).catch(() => {});
    await enter(unknown, code);
    const rows = await reader().select().from(auditEntry);
    const actions = rows.map((row) => row.action);
    expect(actions).toEqual(
      expect.arrayContaining(['login_code.asked', 'sign_in.refused', 'sign_in.accepted', 'account.created']),
    );
    expect(JSON.stringify(rows)).not.toContain(unknown);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`));
    expect(JSON.stringify(await reader().select().from(loginCode))).not.toContain(`"${code}"`);
  });

  it('is gone a day later', async () => {
    await ask(own);
    vi.setSystemTime(Date.now() + day);
    expect(await sweepLoginCodes(db.ctx())).toBe(0);
    vi.setSystemTime(Date.now() + 6 * minute);
    expect(await sweepLoginCodes(db.ctx())).toBe(1);
  });
});

describe('the way out of the house', () => {
  const gateway = () => {
    vi.stubEnv('SMS_GATEWAY_URL', 'http://sms.example/send');
    vi.stubEnv('SMS_GATEWAY_SECRET', 'a secret of the operator');
  };

  it('is not there in production without a gateway', async () => {
    await changeSetting(db.ctx(), { key: 'demo', value: false });
    await expect(ask(own)).rejects.toMatchObject({ code: 'not_found', reason: 'login.code_off' });
    await expect(enter(own, '123456')).rejects.toMatchObject({ code: 'not_found', reason: 'login.code_off' });
  });

  it('shows the code in a demo only', async () => {
    const asked = await ask(own);
    expect(await shownCode(db.ctx(), asked)).toBe(asked.shown);
    await changeSetting(db.ctx(), { key: 'demo', value: false });
    gateway();
    expect(await shownCode(db.ctx(), asked)).toBeNull();
    vi.setSystemTime(Date.now() + minute);
    expect((await ask(own)).shown).toBeNull();
  });

  it('is an effect after the commit, which sends once, and says when it came too late', async () => {
    await changeSetting(db.ctx(), { key: 'demo', value: false });
    gateway();
    const { codeId } = await ask(own);
    const [message] = await reader().select().from(outboxMessage);
    expect(message).toMatchObject({ topic: 'login_code.asked', payload: { codeId } });
    const sent: unknown[] = [];
    const send = async (phone: string, values: { code: string; minutes: number }) =>
      void sent.push([phone, values.minutes, await enter(phone, values.code)]);
    await expect(
      sendLoginCode(db.ctx(), { codeId }, () => Promise.reject(new Error('the SMS gateway answered 503'))),
    ).rejects.toThrow('503');
    await sendLoginCode(db.ctx(), { codeId }, send);
    await sendLoginCode(db.ctx(), { codeId }, send);
    expect(sent).toMatchObject([[own, 5, { personId: people.idOf('resident') }]]);

    vi.setSystemTime(Date.now() + minute);
    const late = await ask(own);
    vi.setSystemTime(Date.now() + 6 * minute);
    await expect(sendLoginCode(db.ctx(), { codeId: late.codeId }, send)).rejects.toThrow('ran out');
  });
});
