import { beforeEach, describe, expect, it } from 'vitest';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { endMembership } from '@/lib/people/commands/end-membership';
import { findAccount } from '@/lib/people/queries/find-account';
import { findBranchInCharge } from '@/lib/people/queries/find-branch-in-charge';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';
import { community, type Town, town } from './register';

const [one, two, three, park] = ['001', '002', '003', '901'].map((n) => community + n) as [
  string,
  string,
  string,
  string,
];
const inCharge = async (cellCode: string, on?: string) =>
  (await findBranchInCharge(db.ctx(), { cellCode, on })).org?.code ?? null;

let db: TestDatabase;
let people: Town;
beforeEach(async () => {
  db = await testDatabase();
  people = await town(db);
});

async function endVerifier(key: string, lastOn: string) {
  const admin = await people.as('admin');
  const { items } = await listAccounts(admin, { q: key });
  const held = items[0]?.memberships.find((m) => m.role === 'branch_verifier');
  await endMembership(admin, { membershipId: held?.id ?? '', lastOn });
}

describe('who verifies in a cell', () => {
  it('is the own branch, and the general branch where there is none', async () => {
    expect(await Promise.all([one, two, three, park].map((cell) => inCharge(cell)))).toEqual(['B1', 'B1', 'B2', 'GB']);
    expect(await findBranchInCharge(db.ctx(), { cellCode: one })).toMatchObject({
      org: { code: 'B1', nameZh: 'B1' },
      parentCode: 'GB',
      chain: ['B1', 'GB'],
    });
  });

  it('changes to the general branch from the day after the last verifier ended', async () => {
    await endVerifier('first', '2024-01-20');
    expect(await inCharge(one, '2024-01-20')).toBe('B1');
    expect(await inCharge(one, '2024-01-21')).toBe('GB');
    expect(await inCharge(three, '2024-01-21')).toBe('B2');
  });

  it('counts a verifier whose account was disabled as none', async () => {
    const account = await findAccount(db.ctx(), { personId: people.idOf('first') });
    await disableAccount(await people.as('admin'), { accountId: account?.id ?? '' });
    expect(await inCharge(one)).toBe('GB');
  });
});

describe('an actor', () => {
  it('knows the cells of their branch, and those below it', async () => {
    expect(await people.actor('first')).toMatchObject({ verifiesCells: [one, two], verifiesCellsAsParent: [] });
    expect(await people.actor('general')).toMatchObject({
      verifiesCells: [park],
      // Nobody stands above the general branch in the park: it looks again itself, so that no order hangs.
      verifiesCellsAsParent: [one, two, three, park],
    });
    expect(await people.actor('dispatcher')).toMatchObject({ verifiesCells: [], verifiesCellsAsParent: [] });
  });

  it('inherits the cells of a branch whose last verifier ended', async () => {
    await endVerifier('first', '2024-01-20');
    db.clock.set(Date.parse('2024-01-21T00:00:00+08:00'));
    expect(await people.actor('general')).toMatchObject({
      verifiesCells: [one, two, park],
      verifiesCellsAsParent: [one, two, three, park],
    });
    expect(await people.actor('first')).toMatchObject({ verifiesCells: [], memberships: [] });
  });

  it('has the roles that stand on the day of the clock, in Shanghai', async () => {
    await endVerifier('first', '2024-01-15');
    db.clock.set(Date.parse('2024-01-15T23:59:59+08:00'));
    expect((await people.actor('first')).memberships).toHaveLength(1);
    db.clock.set(Date.parse('2024-01-16T00:00:00+08:00'));
    expect((await people.actor('first')).memberships).toEqual([]);
  });

  it('knows declared ties from both sides', async () => {
    const other = await testDatabase();
    const tied = await town(other, { ties: [{ personKey: 'second', otherKey: 'resident' }] });
    expect((await tied.actor('second')).ties).toEqual([tied.idOf('resident')]);
    expect((await tied.actor('resident')).ties).toEqual([tied.idOf('second')]);
  });
});
