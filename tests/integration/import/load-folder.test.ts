import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { defaultRoute, orders } from '@/lib/orders/tables';
import { signIn } from '@/lib/people/commands/sign-in';
import { findAccount } from '@/lib/people/queries/find-account';
import { loadActor } from '@/lib/people/queries/load-actor';
import { membership, partyOrgCell, person } from '@/lib/people/tables';
import { loadReferenceData } from '@/seeds/reference-data';
import { type Example, exampleFolder } from './example-folder';

process.env.CODE_SECRET ??= 'a secret of the tests alone, forty letters';
const building = '990101001001001-01';

let given: Example;
beforeEach(async () => {
  given = await exampleFolder();
});

const personOf = async (login: string) => {
  const found = await findAccount(given.ctx, { login });
  return found?.personId ?? '';
};
const as = async (login: string) => {
  const actor = await loadActor(given.ctx, { personId: await personOf(login) });
  if (!actor) throw new RangeError(login);
  return given.db.ctx(actor);
};
async function submit(item: string, where: { areaCode?: string; address?: string }) {
  const words = '楼道里有问题，请来看一看。';
  const made = await submitOrder(given.db.ctx({ kind: 'anonymous' }), {
    item,
    words,
    place: where,
    contact: { phone: '10080000001' },
    clientId: newId(),
  });
  const [row] = await given.db.engine.reader.select().from(orders).where(eq(orders.code, made.code));
  if (!row) throw new RangeError(made.code);
  return row;
}

describe('the example', () => {
  it('carries an order from one of its buildings to the unit of its routes', async () => {
    await loadReferenceData(given.ctx);
    const { changes, passwords } = await given.load();
    expect(changes.areas).toEqual({ added: 16, changed: 0, same: 0 });
    // Three kinds of place: by code, by what people write, and inside a polygon of the GeoJSON file.
    const gas = await submit('0703', { areaCode: building });
    expect([gas.status, gas.assigneeUnit, gas.cellCode]).toEqual(['assigned', 'LX-UTIL', '990101001001001']);
    expect(gas.code).toMatch(/^LX/);
    const door = await submit('0501', { address: '东苑1号楼1单元101' });
    expect([door.status, door.areaCode]).toEqual(['submitted', building]);
    const offered = await listCandidates(await as('diaodu'), { code: door.code });
    expect(JSON.stringify(offered)).toContain('LX-PROP');
    expect((await as('yandan1')).actor).toMatchObject({ verifiesCells: ['990101001001001'] });

    // A first password opens the door once handed out, and is to be changed.
    const saved = readFileSync(given.passwordsFile, 'utf8');
    expect(statSync(given.passwordsFile).mode & 0o777).toBe(0o600);
    expect(passwords).toHaveLength(11);
    for (const one of passwords) expect(saved).toContain(`${one.login},"${one.name}",${one.password}\n`);
    expect(new Set(passwords.map((one) => one.password)).size).toBe(11);
    const { password = '' } = passwords.find((one) => one.login === 'wuye') ?? {};
    await signIn(given.db.ctx({ kind: 'anonymous' }), { account: 'wuye', password, as: 'token' });
    expect(await findAccount(given.ctx, { login: 'wuye' })).toMatchObject({ passwordChangedAt: 0 });
    const written = await given.db.engine.reader
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.action, 'community.loaded'));
    expect(written.map((entry) => entry.data)).toMatchObject([{ areas: { added: 16 }, people: { added: 11 } }]);
  });

  it('names a unit of its own where a row for one cell stands beside the row for all', async () => {
    await given.load();
    const rows = await given.db.engine.reader.select().from(defaultRoute).where(eq(defaultRoute.itemCode, '0601'));
    const byCell = new Map(rows.map((row) => [row.cellCode, row.steps]));
    expect(byCell.get('990101001001001')).toEqual([
      { join: 'first', unit: 'LX-PROP' },
      { join: 'or', unit: 'LX-DEPT' },
    ]);
    expect(byCell.get('990101001001901')).toEqual([
      { join: 'first', unit: 'LX-MARKET' },
      { join: 'with', person: await personOf('xiyuan') },
    ]);
  });
});

describe('a second time', () => {
  it('changes nothing with the same files, not even the audit', async () => {
    await given.load();
    rmSync(given.passwordsFile);
    const before = await given.everything();
    given.db.clock.set(given.db.clock.now() + 86_400_000);
    const { changes, passwords } = await given.load();
    for (const { added, changed } of Object.values(changes)) expect([added, changed]).toEqual([0, 0]);
    expect(passwords).toEqual([]);
    expect(existsSync(given.passwordsFile)).toBe(false);
    expect(await given.everything()).toEqual(before);
  });

  it('renews what differs, and leaves the rest and what no file names alone', async () => {
    await given.load();
    const wuye = await personOf('wuye');
    const hash = (await findAccount(given.ctx, { login: 'wuye' }))?.passwordHash;
    await given.ctx.transaction((tx) =>
      tx.insert(defaultRoute).values({ itemCode: '0703', cellCode: '320371003208001', steps: [] }),
    );
    given.edit('areas.csv', '西苑1号楼', '西苑一号楼');
    given.edit('units.csv', '10090000011', '10090000099');
    given.edit(
      'branches.csv',
      'LX-B2,LX-GB,branch,西苑支部,West Court Branch,990101001001002',
      'LX-B2,LX-GB,branch,西苑支部,West Court Branch,990101001001901',
    );
    given.edit('people.csv', '10090001005', '10090001095');
    given.edit(
      'people.csv',
      'wuye,,,,,,,unit_staff,990101001001002,LX-PROP,,,2024-01-01,',
      'wuye,,,,,,,unit_staff,990101001001002,LX-PROP,,,2024-01-01,2024-06-30',
    );
    given.edit('routes.csv', '0703,*,UTIL', '0703,*,UTIL→DEPT');
    given.append('people.csv', 'xinren,示例新人,,,,,staff,unit_staff,990101001001,LX-SANI,,,2024-02-01,,,');
    const { changes, passwords } = await given.load();
    expect(changes).toMatchObject({
      areas: { added: 0, changed: 1, same: 15 },
      units: { added: 0, changed: 1, same: 14 },
      branches: { added: 0, changed: 1, same: 2 },
      people: { added: 1, changed: 1, same: 10 },
      roles: { added: 1, changed: 1, same: 14 },
      routes: { added: 0, changed: 3, same: 165 },
    });
    expect(passwords.map((one) => one.login)).toEqual(['xinren']);
    expect(await personOf('wuye')).toBe(wuye);
    const [row] = await given.db.engine.reader.select().from(person).where(eq(person.id, wuye));
    expect(row).toMatchObject({ displayName: '示例物业管家', phone: '10090001095', phoneTail: '1095' });
    expect((await findAccount(given.ctx, { login: 'wuye' }))?.passwordHash).toBe(hash);
    const roles = await given.db.engine.reader.select().from(membership).where(eq(membership.personId, wuye));
    expect(roles.map((role) => role.validTo).sort()).toEqual(['2024-06-30', null].sort());
    const cells = await given.db.engine.reader
      .select()
      .from(partyOrgCell)
      .where(eq(partyOrgCell.partyOrgCode, 'LX-B2'));
    expect(cells.map((cell) => cell.cellCode)).toEqual(['990101001001901']);
    const gas = await given.db.engine.reader.select().from(defaultRoute).where(eq(defaultRoute.itemCode, '0703'));
    expect(gas).toHaveLength(4);
    expect(gas.filter((route) => route.steps.length === 2)).toHaveLength(3);
    const again = await given.everything();
    await given.load();
    expect(await given.everything()).toEqual(again);
  });
});

describe('beside what stands', () => {
  it('leaves what a file of fewer columns does not speak of, so a household still bars; a dash clears', async () => {
    await given.load();
    const before = await given.everything();
    const shorten = (file: string, without: readonly string[]) => {
      const text = readFileSync(path.join(given.folder, file), 'utf8');
      const [head = '', ...rows] = text.trimEnd().split('\n');
      const names = head.split(',');
      const keep = names.flatMap((name, at) => (without.includes(name) ? [] : [at]));
      // No field of these files is quoted, or this would cut in the wrong place.
      expect(text).not.toContain('"');
      writeFileSync(
        path.join(given.folder, file),
        [names, ...rows.map((row) => row.split(','))].map((row) => keep.map((at) => row[at]).join(',')).join('\n'),
      );
    };
    const homes = async () => {
      const people = await given.db.engine.reader.select({ home: person.householdCode }).from(person);
      return people.flatMap(({ home }) => home ?? []).sort();
    };
    const atHome = await homes();
    expect(atHome).not.toEqual([]);
    const whole = readFileSync(path.join(given.folder, 'people.csv'), 'utf8');
    shorten('people.csv', ['phone', 'household', 'born_year', 'name_en', 'skills']);
    shorten('units.csv', ['phone', 'name_en']);
    shorten('branches.csv', ['purpose', 'members', 'voting_members', 'name_en', 'cells']);
    await given.load();
    expect(await given.everything()).toEqual(before);
    expect(await homes()).toEqual(atHome);
    writeFileSync(path.join(given.folder, 'people.csv'), whole.replace('10090001005', '-'));
    await given.load();
    const phones = await given.db.engine.reader.select({ phone: person.phone, tail: person.phoneTail }).from(person);
    expect(phones.map(({ phone }) => phone)).not.toContain('10090001005');
    expect(phones.filter(({ phone, tail }) => (phone === null) !== (tail === null))).toEqual([]);
  });

  it('refuses what a command cannot change, and writes nothing else of the files either', async () => {
    await given.load();
    rmSync(given.passwordsFile);
    const before = await given.everything();
    given.edit('units.csv', '10090000011', '10090000099');
    given.edit('areas.csv', '990101001001901,990101001001,special_cell', '990101001001901,990101001001-W,special_cell');
    given.edit('people.csv', 'staff,dispatcher', 'resident,dispatcher');
    const said = await given.complaints();
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^areas\.csv .*line 11, parent: 区域不能搬家/);
    expect(said[1]).toMatch(/^people\.csv .*line 2, account: 数据库里这个账号是 staff/);
    expect(await given.everything()).toEqual(before);
  });

  it('takes nothing back by leaving it out, and refuses to open a role that ended', async () => {
    given.edit('people.csv', '2024-01-01,,driving', '2024-01-01,2024-03-31,driving');
    await given.load();
    const before = await given.everything();
    writeFileSync(path.join(given.folder, 'units.csv'), 'code,handler_group,name_zh,areas\n');
    rmSync(path.join(given.folder, 'routes.csv'));
    await given.load();
    expect(await given.everything()).toEqual(before);
    given.edit('people.csv', '2024-01-01,2024-03-31,driving', '2024-01-01,,driving');
    expect(await given.complaints()).toEqual([
      expect.stringMatching(/^people\.csv .*line 16, valid_to: 数据库里这个职务到 2024-03-31 为止/),
    ]);
  });

  it('is undone as a whole when a command refuses in the middle, and leaves no passwords behind', async () => {
    given.append('people.csv', 'gl,示例管理员,,,,,staff,system_admin,990101001001,,,,2024-01-01,,,');
    await given.load();
    rmSync(given.passwordsFile);
    const before = await given.everything();
    given.edit('units.csv', '10090000011', '10090000099');
    given.append('people.csv', 'xinren,示例新人,,,,,staff,unit_staff,990101001001,LX-SANI,,,2024-02-01,,,');
    // The last administrator cannot go: said by the command, after areas, units and accounts were written.
    given.edit(
      'people.csv',
      'system_admin,990101001001,,,,2024-01-01,',
      'system_admin,990101001001,,,,2024-01-01,2024-01-10',
    );
    await expect(given.load()).rejects.toMatchObject({ reason: 'account.last_admin' });
    expect(await given.everything()).toEqual(before);
    expect(existsSync(given.passwordsFile)).toBe(false);
  });
});
