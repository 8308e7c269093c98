import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { changePassword } from '@/lib/people/commands/change-password';
import { createAccount } from '@/lib/people/commands/create-account';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { enableAccount } from '@/lib/people/commands/enable-account';
import { endMembership } from '@/lib/people/commands/end-membership';
import { resetPassword } from '@/lib/people/commands/reset-password';
import { signIn } from '@/lib/people/commands/sign-in';
import { countAccounts } from '@/lib/people/queries/count-accounts';
import { findAccount } from '@/lib/people/queries/find-account';
import { findSession } from '@/lib/people/queries/find-session';
import { getMe } from '@/lib/people/queries/get-me';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { account, membership, person } from '@/lib/people/tables';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';
import { password, type Town, town } from './register';

let db: TestDatabase;
let people: Town;
beforeEach(async () => {
  db = await testDatabase();
  people = await town(db);
});

const everything = async () => ({
  accounts: await db.engine.reader.select().from(account).orderBy(asc(account.id)),
  memberships: await db.engine.reader.select().from(membership).orderBy(asc(membership.id)),
  persons: await db.engine.reader.select().from(person).orderBy(asc(person.id)),
  audit: await db.engine.reader.select().from(auditEntry).orderBy(asc(auditEntry.id)),
});
const lastAudit = async () => (await everything()).audit.at(-1);
const open = (login: string, typed = password) =>
  signIn(db.ctx({ kind: 'anonymous' }), { account: login, password: typed, as: 'browser' });
const accountIdOf = async (key: string) => (await findAccount(db.ctx(), { personId: people.idOf(key) }))?.id ?? '';

/** The command is refused so, and leaves every row as it was. */
async function refused(work: () => Promise<unknown>, expected: Record<string, unknown>) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await everything()).toEqual(before);
}

describe('accounts', () => {
  it('are made for a new person with a password to be changed', async () => {
    const made = await createAccount(await people.as('admin'), {
      displayName: '新同事',
      phone: '10012345678',
      login: 'XinTongshi',
      kind: 'staff',
    });
    expect(made.login).toBe('xintongshi');
    const [row] = await db.engine.reader.select().from(person).where(eq(person.id, made.personId));
    expect(row).toMatchObject({ displayName: '新同事', phone: '10012345678', phoneTail: '5678' });
    const opened = await open('xintongshi', made.password);
    expect(opened.personId).toBe(made.personId);
    expect(await lastAudit()).toMatchObject({ action: 'sign_in.accepted' });
    const audited = (await everything()).audit.find((entry) => entry.action === 'account.created');
    expect(audited).toMatchObject({ subjectId: made.accountId, actorId: people.idOf('admin') });
    expect(JSON.stringify(audited)).not.toContain(made.password);
  });

  it('are refused to everybody but the system administrator', async () => {
    for (const key of ['officer', 'dispatcher', 'volunteer', 'first']) {
      const ctx = await people.as(key);
      await refused(() => createAccount(ctx, { displayName: 'x', login: 'xx', kind: 'staff' }), { code: 'forbidden' });
    }
    await refused(
      () => createAccount(db.ctx({ kind: 'anonymous' }), { displayName: 'x', login: 'xx', kind: 'staff' }),
      {
        code: 'forbidden',
      },
    );
  });

  it('have one login each, and one for each person', async () => {
    const admin = await people.as('admin');
    const taken = { code: 'conflict', reason: 'account.login_taken' };
    await refused(() => createAccount(admin, { displayName: 'x', login: 'DISPATCHER', kind: 'staff' }), taken);
    await refused(
      () => createAccount(admin, { personId: people.idOf('dispatcher'), login: 'second-one', kind: 'staff' }),
      taken,
    );
  });

  it('open again with their old password after they were disabled', async () => {
    const admin = await people.as('admin');
    const accountId = await accountIdOf('dispatcher');
    await disableAccount(admin, { accountId });
    await expect(open('dispatcher')).rejects.toMatchObject({ reason: 'auth.wrong_credentials' });
    await enableAccount(admin, { accountId });
    await expect(open('dispatcher')).resolves.toBeDefined();
  });

  it('never lose the last system administrator', async () => {
    const admin = await people.as('admin');
    const accountId = await accountIdOf('admin');
    await refused(() => disableAccount(admin, { accountId }), { code: 'rule', reason: 'account.last_admin' });
    const [held] = await db.engine.reader
      .select()
      .from(membership)
      .where(eq(membership.personId, people.idOf('admin')));
    await refused(() => endMembership(admin, { membershipId: held?.id ?? '', lastOn: '2024-06-30' }), {
      reason: 'account.last_admin',
    });
  });

  it('are listed by login in pages, with their roles, for those who administer', async () => {
    const admin = await people.as('admin');
    const first = await listAccounts(admin, { limit: 3 });
    expect(first.items.map((item) => item.login)).toEqual(['admin', 'dispatcher', 'first']);
    const second = await listAccounts(admin, { limit: 3, cursor: first.nextCursor ?? '' });
    expect(second.items.map((item) => item.login)).toEqual(['general', 'officer', 'resident']);
    expect(second.items[1]?.memberships).toMatchObject([{ role: 'street_officer', active: true }]);
    expect((await listAccounts(admin, { q: 'disp' })).items).toHaveLength(1);
    expect(JSON.stringify(first)).not.toContain('argon2');
    await expect(listAccounts(await people.as('dispatcher'), {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are counted as the list shows them', async () => {
    const admin = await people.as('admin');
    await disableAccount(admin, { accountId: await accountIdOf('dispatcher') });
    const { items } = await listAccounts(admin, { limit: 100 });
    const open = items.filter((item) => !item.disabled);
    expect(await countAccounts(admin)).toEqual({
      open: open.length,
      staff: open.filter((item) => item.kind === 'staff').length,
      disabled: 1,
      initial: open.filter((item) => item.passwordIsInitial && item.kind !== 'resident').length,
    });
    await expect(countAccounts(await people.as('officer'))).resolves.toBeDefined();
    await expect(countAccounts(await people.as('general'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('passwords', () => {
  it('are changed with the current one, which ends the other sessions', async () => {
    const [here, there] = [await open('dispatcher'), await open('dispatcher')];
    const actor = { ...(await people.actor('dispatcher')), sessionId: here.sessionId };
    await changePassword(db.ctx(actor), { current: password, next: 'Neues-Wort-77' });
    expect(await findSession(db.ctx(), { sessionId: here.sessionId })).not.toBeNull();
    expect(await findSession(db.ctx(), { sessionId: there.sessionId })).toBeNull();
    await expect(open('dispatcher')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(open('dispatcher', 'Neues-Wort-77')).resolves.toBeDefined();
  });

  it('are refused when the current one is wrong, when weak, and when it is the same again', async () => {
    const ctx = await people.as('dispatcher');
    await refused(() => changePassword(ctx, { current: 'wrong', next: 'Neues-Wort-77' }), {
      reason: 'password.current_wrong',
    });
    await refused(() => changePassword(ctx, { current: password, next: 'short-1A' }), { reason: 'password.too_short' });
    await refused(() => changePassword(ctx, { current: password, next: password }), {
      reason: 'password.same_as_before',
    });
  });

  it('cannot be guessed at leisure in a browser left open', async () => {
    const ctx = await people.as('dispatcher');
    for (let i = 0; i < 5; i++) await changePassword(ctx, { current: 'wrong', next: 'Neues-Wort-77' }).catch(() => {});
    await refused(() => changePassword(ctx, { current: password, next: 'Neues-Wort-77' }), { code: 'too_many' });
  });

  it('are reset by the administrator, which ends the sessions and opens a closed door', async () => {
    const { sessionId } = await open('dispatcher');
    for (let i = 0; i < 5; i++) await open('dispatcher', 'wrong-guess-1').catch(() => {});
    await expect(open('dispatcher')).rejects.toMatchObject({ code: 'too_many' });
    const fresh = await resetPassword(await people.as('admin'), { accountId: await accountIdOf('dispatcher') });
    expect(await findSession(db.ctx(), { sessionId })).toBeNull();
    await expect(open('dispatcher', fresh.password)).resolves.toBeDefined();
    const me = await getMe(await people.as('dispatcher'));
    expect(me).toMatchObject({ account: 'dispatcher', passwordChangeDue: true, firstScreen: '/desk' });
    await expect(resetPassword(await people.as('officer'), { accountId: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
