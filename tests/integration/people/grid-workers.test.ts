import { describe, expect, it } from 'vitest';
import { propertyFirms } from '@/lib/orders/queries/property-firms';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { endMembership } from '@/lib/people/commands/end-membership';
import { findAccount } from '@/lib/people/queries/find-account';
import { findGridWorkers } from '@/lib/people/queries/find-grid-workers';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { communityCode } from '@/seeds/demo/geography-plan';
import { type Community, community } from '@/tests/support/community';

const cellC = `${communityCode}005`;
const admin = 'admin';

const workersOf = (db: Community, cellCode = cellC) => findGridWorkers(db.ctx({ kind: 'anonymous' }), { cellCode });

describe('what the public learns of a grid worker', () => {
  it('is name and phone, and nothing else of the person', async () => {
    expect(await workersOf(await community())).toEqual([{ name: '赵强', nameEn: 'Zhao Qiang', phone: '10010000004' }]);
  });

  it('is nobody of any other role, in the same cell or above it', async () => {
    const db = await community();
    // 刘洋 volunteers in this cell, 李敏 dispatches in its community.
    expect((await workersOf(db)).map(({ name }) => name)).toEqual(['赵强']);
    expect(await workersOf(db, communityCode)).toEqual([]);
    expect(await workersOf(db, `${communityCode}-C`)).toEqual([]);
  });

  it('ends with the role, from the day after its last one on', async () => {
    const db = await community();
    const { items } = await listAccounts(await db.as(admin), { q: 'zhaoqiang' });
    const held = items[0]?.memberships.find((m) => m.role === 'grid_worker');
    await endMembership(await db.as(admin), { membershipId: held?.id ?? '', lastOn: '2024-01-15' });
    expect(await workersOf(db)).toHaveLength(1);
    db.clock.set(Date.parse('2024-01-16T00:00:00+08:00'));
    expect(await workersOf(db)).toEqual([]);
  });

  it('ends when the account is disabled', async () => {
    const db = await community();
    await disableAccount(await db.as(admin), {
      accountId: (await findAccount(db.ctx(), { login: 'zhaoqiang' }))?.id ?? '',
    });
    expect(await workersOf(db)).toEqual([]);
  });
});

describe('the property firm of a cell', () => {
  it('is the one that the default table names, with its service phone', async () => {
    const db = await community();
    const firms = (cellCode: string) => propertyFirms(db.ctx({ kind: 'anonymous' }), { cellCode });
    expect(await firms(cellC)).toEqual([
      { code: 'PL-PROP', name: { zh: '坡里物业', en: 'Poli Property' }, phone: '10040000011' },
    ]);
    expect((await firms(`${communityCode}006`)).map(({ code }) => code)).toEqual(['DS-PROP']);
    expect(await firms(`${communityCode}999`)).toEqual([]);
  });
});
