import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { changePassword } from '@/lib/people/commands/change-password';
import { createAccount } from '@/lib/people/commands/create-account';
import { declareTie } from '@/lib/people/commands/declare-tie';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { enableAccount } from '@/lib/people/commands/enable-account';
import { endMembership } from '@/lib/people/commands/end-membership';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { issueApiKey } from '@/lib/people/commands/issue-api-key';
import { loadPeople } from '@/lib/people/commands/load-people';
import { resetPassword } from '@/lib/people/commands/reset-password';
import { signIn } from '@/lib/people/commands/sign-in';
import { findAccount } from '@/lib/people/queries/find-account';
import { findPerson } from '@/lib/people/queries/find-person';
import { findSession } from '@/lib/people/queries/find-session';
import { getMe } from '@/lib/people/queries/get-me';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { listSessions } from '@/lib/people/queries/list-sessions';
import { listUnitMembers } from '@/lib/people/queries/list-unit-members';
import { account, membership, person, session } from '@/lib/people/tables';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';
import { community, password, smallRegister, type Town, town } from './register';

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

describe('memberships', () => {
  const volunteer = (personId: string) => ({
    personId,
    role: 'volunteer' as const,
    areaCode: `${community}002`,
    validFrom: '2024-01-10',
  });

  it('are granted with an audit row and stand from their first day on', async () => {
    await grantMembership(await people.as('officer'), volunteer(people.idOf('resident')));
    expect((await people.actor('resident')).memberships).toContainEqual({
      role: 'volunteer',
      areaCode: `${community}002`,
      unitCode: null,
      partyOrgCode: null,
    });
    expect(await lastAudit()).toMatchObject({
      action: 'membership.granted',
      actorId: people.idOf('officer'),
      subjectId: people.idOf('resident'),
      data: { role: 'volunteer' },
    });
  });

  it('are refused outside one’s street, for oneself, and to those who do not administer', async () => {
    const resident = people.idOf('resident');
    const officer = await people.as('officer');
    await refused(() => grantMembership(officer, { ...volunteer(resident), areaCode: '320371004208' }), {
      code: 'forbidden',
    });
    await refused(() => grantMembership(officer, { ...volunteer(resident), role: 'system_admin' }), {
      code: 'forbidden',
    });
    await refused(() => grantMembership(officer, volunteer(people.idOf('officer'))), { reason: 'membership.own' });
    const dispatcher = await people.as('dispatcher');
    await refused(() => grantMembership(dispatcher, volunteer(resident)), { code: 'forbidden' });
  });

  it('never make an administrator and an auditor of one person', async () => {
    const ctx = db.ctx();
    const asAuditor = { ...volunteer(people.idOf('admin')), role: 'audit_admin' as const };
    await refused(() => grantMembership(ctx, asAuditor), { reason: 'membership.rival_role' });
  });

  it('name persons, units and organisations that exist', async () => {
    const admin = await people.as('admin');
    const unknown = '01900000-0000-7000-8000-000000000000';
    const resident = people.idOf('resident');
    await refused(() => grantMembership(admin, volunteer(unknown)), { reason: 'person.unknown' });
    await refused(() => grantMembership(admin, { ...volunteer(resident), unitCode: 'NOPE' }), {
      reason: 'unit.unknown',
    });
    await refused(() => grantMembership(admin, { ...volunteer(resident), partyOrgCode: 'NOPE' }), {
      reason: 'party_org.unknown',
    });
    await refused(() => grantMembership(admin, { ...volunteer(resident), role: 'branch_verifier' }), {
      code: 'invalid',
      details: { issues: [expect.objectContaining({ path: 'partyOrgCode' })] },
    });
  });

  it('end on a day and cannot be made longer by ending them again', async () => {
    const admin = await people.as('admin');
    const [held] = await db.engine.reader
      .select()
      .from(membership)
      .where(eq(membership.personId, people.idOf('volunteer')));
    const membershipId = held?.id ?? '';
    await endMembership(admin, { membershipId, lastOn: '2024-01-14' });
    expect((await people.actor('volunteer')).memberships).toEqual([]);
    const ended = { code: 'conflict', reason: 'membership.already_ended' };
    await refused(() => endMembership(admin, { membershipId, lastOn: '2024-12-31' }), ended);
    await refused(() => endMembership(admin, { membershipId, lastOn: '2020-01-01' }), ended);
  });

  it('make the members of a unit on a day', async () => {
    await grantMembership(await people.as('admin'), {
      personId: people.idOf('dispatcher'),
      role: 'unit_staff',
      areaCode: community,
      unitCode: 'PROP1',
      validFrom: '2024-02-01',
    });
    expect(await listUnitMembers(db.ctx(), { unitCode: 'PROP1' })).toEqual([]);
    expect(await listUnitMembers(db.ctx(), { unitCode: 'PROP1', on: '2024-02-01' })).toMatchObject([
      { personId: people.idOf('dispatcher'), canSignIn: true },
    ]);
  });
});

describe('API keys', () => {
  const asked = { label: '12345 热线', scope: ['GET /orders', 'POST /orders'], validDays: 30 };

  it('act as a person of their own, are kept as a hash and can be revoked', async () => {
    const admin = await people.as('admin');
    const issued = await issueApiKey(admin, asked);
    expect(issued.key).toMatch(/^pyk_[\w-]{43}$/);
    expect(await findSession(db.ctx(), { token: issued.key })).toMatchObject({
      kind: 'api_key',
      personId: issued.personId,
      scope: asked.scope,
    });
    const rows = await db.engine.reader.select().from(session);
    expect(JSON.stringify(rows)).not.toContain(issued.key);
    expect(await listSessions(admin, { personId: issued.personId })).toMatchObject([{ label: '12345 热线' }]);
  });

  it('are issued by the system administrator only, and never to act as a colleague', async () => {
    const [officer, admin] = [await people.as('officer'), await people.as('admin')];
    await refused(() => issueApiKey(officer, asked), { code: 'forbidden' });
    await refused(() => issueApiKey(admin, { ...asked, personId: people.idOf('dispatcher') }), {
      reason: 'api_key.person_has_account',
    });
    await refused(() => issueApiKey(admin, { ...asked, scope: ['DELETE /orders'] }), { code: 'invalid' });
  });
});

describe('the register', () => {
  it('is loaded as a whole or not at all, by a loader only', async () => {
    const again = () => loadPeople(db.ctx(), { register: smallRegister(), password });
    await refused(again, {});
    const admin = await people.as('admin');
    await refused(() => loadPeople(admin, { register: smallRegister(), password }), { code: 'forbidden' });
  });

  it('is open to staff by account, id or phone, and hands out no phone', async () => {
    const dispatcher = await people.as('dispatcher');
    const found = await findPerson(dispatcher, { account: 'Resident' });
    expect(found).toMatchObject({ personId: people.idOf('resident'), name: 'resident' });
    expect(found).not.toHaveProperty('phone');
    expect(await findPerson(dispatcher, { phone: '10099999999' })).toBeNull();
    await expect(findPerson(await people.as('resident'), { account: 'admin' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(findPerson(await people.as('volunteer'), { account: 'admin' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes a declared tie from the person it concerns and from nobody else', async () => {
    const [a, b] = [people.idOf('first'), people.idOf('resident')];
    const volunteer = await people.as('volunteer');
    await refused(() => declareTie(volunteer, { personA: a, personB: b }), { code: 'forbidden' });
    await declareTie(await people.as('first'), { personA: b, personB: a });
    expect((await people.actor('resident')).ties).toEqual([a]);
    const first = await people.as('first');
    const before = await everything();
    await declareTie(first, { personA: a, personB: b });
    expect(await everything()).toEqual(before);
  });
});
