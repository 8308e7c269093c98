import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import type { PersonActor } from '@/lib/kernel/context';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { listSettings } from '@/lib/settings/queries/list-settings';
import { setting } from '@/lib/settings/tables';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';

const person = (role: 'system_admin' | 'dispatcher'): PersonActor => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  sessionKind: 'staff',
  name: 'P',
  memberships: [{ role, areaCode: '320371', unitCode: null, partyOrgCode: null }],
  householdCode: null,
  verifiesCells: [],
  verifiesCellsAsParent: [],
  ties: [],
});

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});

describe('a setting', () => {
  it('has its default until an administrator sets it, with an audit row', async () => {
    expect(await getSetting(db.ctx(), 'orders.open_limit')).toBe(10);
    await changeSetting(db.ctx(person('system_admin')), { key: 'orders.open_limit', value: 12 });
    expect(await getSetting(db.ctx(), 'orders.open_limit')).toBe(12);
    await changeSetting(db.ctx(person('system_admin')), { key: 'orders.open_limit', value: 14 });
    const rows = await db.engine.reader.select().from(auditEntry).orderBy(auditEntry.id);
    expect(rows.map((row) => row.data)).toEqual([
      { before: 10, after: 12 },
      { before: 12, after: 14 },
    ]);
  });

  it.each([
    ['orders.open_limit', 'many', { code: 'invalid', reason: 'settings.value' }],
    ['orders.open_limit', 0, { code: 'invalid', reason: 'settings.value' }],
    ['no.such.setting', 1, { code: 'not_found', reason: 'settings.unknown' }],
    ['toString', 1, { code: 'not_found', reason: 'settings.unknown' }],
    ['demo', true, { code: 'forbidden', reason: 'settings.admin_only' }],
    ['clock.offset_ms', 1, { code: 'forbidden', reason: 'settings.admin_only' }],
  ])('%s = %s is refused to an administrator and changes nothing', async (key, value, expected) => {
    await expect(changeSetting(db.ctx(person('system_admin')), { key, value })).rejects.toMatchObject(expected);
    expect(await db.engine.reader.select().from(setting)).toEqual([]);
    expect(await db.engine.reader.select().from(auditEntry)).toEqual([]);
  });

  it('is an administrator’s alone', async () => {
    for (const actor of [person('dispatcher'), { kind: 'anonymous' } as const]) {
      await expect(changeSetting(db.ctx(actor), { key: 'orders.open_limit', value: 1 })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(listSettings(db.ctx(actor))).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await listSettings(db.ctx(person('system_admin')))).toContainEqual({
      key: 'phones.psych',
      value: '12356',
      isDefault: true,
      fixed: false,
      updatedAt: null,
    });
  });
});
