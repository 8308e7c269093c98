import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { declareTie } from '@/lib/people/commands/declare-tie';
import { endMembership } from '@/lib/people/commands/end-membership';
import { endTie } from '@/lib/people/commands/end-tie';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { issueApiKey } from '@/lib/people/commands/issue-api-key';
import { loadPeople } from '@/lib/people/commands/load-people';
import { findPerson } from '@/lib/people/queries/find-person';
import { findSession } from '@/lib/people/queries/find-session';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { listSessions } from '@/lib/people/queries/list-sessions';
import { listTies } from '@/lib/people/queries/list-ties';
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

/** The command is refused so, and leaves every row as it was. */
async function refused(work: () => Promise<unknown>, expected: Record<string, unknown>) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await everything()).toEqual(before);
}

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
    expect(await listRoleHolders(db.ctx(), { unitCode: 'PROP1' })).toEqual([]);
    expect(await listRoleHolders(db.ctx(), { unitCode: 'PROP1', on: '2024-02-01' })).toMatchObject([
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

  it('shows ties to who manages memberships, who may end one that is not their own', async () => {
    const [a, b] = [people.idOf('first'), people.idOf('resident')];
    const admin = await people.as('admin');
    await declareTie(admin, { personA: a, personB: b });
    expect(await listTies(admin, { personId: a })).toMatchObject([{ personId: b, login: 'resident' }]);
    expect(await listTies(admin, { personId: b })).toMatchObject([{ personId: a, login: 'first' }]);
    const volunteer = await people.as('volunteer');
    await expect(listTies(volunteer, { personId: a })).rejects.toMatchObject({ reason: 'tie.admin_only' });
    await refused(() => endTie(volunteer, { personA: a, personB: b }), { reason: 'tie.admin_only' });
    await endTie(admin, { personA: b, personB: a });
    expect((await people.actor('resident')).ties).toEqual([]);
    expect(await lastAudit()).toMatchObject({ action: 'tie.ended' });
    await refused(() => endTie(admin, { personA: a, personB: b }), { reason: 'tie.unknown' });
    const own = people.idOf('admin');
    await declareTie(admin, { personA: own, personB: b });
    await refused(() => endTie(admin, { personA: own, personB: b }), { reason: 'tie.own' });
  });
});
