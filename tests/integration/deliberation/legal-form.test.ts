import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { chooseRules } from '@/lib/deliberation/commands/choose-rules';
import { openDeliberation } from '@/lib/deliberation/commands/open-deliberation';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { setLegalForm } from '@/lib/places/commands/set-legal-form';
import { getArea } from '@/lib/places/queries/get-area';
import { sharedCommunity } from '@/tests/support/community';
import { hallAt, openHall, poli } from '@/tests/support/deliberations';

const c = sharedCommunity();

it('changes the rules of the next case and none of those that were begun (7.6)', async () => {
  const begun = await openHall(c());
  const admin = await c().as('admin');
  await setLegalForm(admin, { area: poli, legalForm: 'resident' });

  const open = (more: object) =>
    openDeliberation(begun.secretary, {
      clientId: randomUUID(),
      community: poli,
      title: '四个小区夜间照明',
      motive: 'from_above',
      ...more,
    });
  const { code } = await open({});
  const next = await getDeliberation(begun.secretary, { code });
  expect(next).toMatchObject({ legalForm: 'resident', pack: { id: 'resident_2026' } });
  // Nobody chooses the rules, or the form, for one matter.
  const forced = await open({ legalForm: 'villager', pack: 'local_4+2' });
  expect(await getDeliberation(begun.secretary, { code: forced.code })).toMatchObject({
    legalForm: 'resident',
    pack: { id: 'resident_2026' },
  });
  await expect(chooseRules(admin, { community: poli, pack: 'local_4+2' })).rejects.toMatchObject({
    reason: 'deliberation.pack_of_other_form',
  });

  // Begun before, it goes on to its end by the rules that it started with.
  expect(await getDeliberation(begun.secretary, { code: begun.code })).toMatchObject({
    legalForm: 'villager',
    pack: { id: 'local_4+2' },
  });
  const rows = await admin.db.select().from(auditEntry).where(eq(auditEntry.action, 'area.legal_form_set'));
  expect(rows.map(({ subjectId, data }) => [subjectId, data])).toEqual([
    [poli, { before: 'villager', after: 'resident' }],
  ]);
  await setLegalForm(admin, { area: poli, legalForm: 'villager' });
  const back = await hallAt(c(), 'consult');
  expect((await getDeliberation(back.secretary, { code: back.code })).legalForm).toBe('villager');
});

it('is entered by the administrator alone, of a community alone', async () => {
  for (const key of ['shuji', 'limin', 'dujuan', 'auditor']) {
    await expect(setLegalForm(await c().as(key), { area: poli, legalForm: 'resident' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  const admin = await c().as('admin');
  for (const area of [`${poli}-A`, '320371003', '999999999999']) {
    await expect(setLegalForm(admin, { area, legalForm: 'resident' })).rejects.toMatchObject({ code: 'not_found' });
  }
  expect((await getArea(admin, { code: poli })).legalForm).toBe('villager');
});

it('goes with the rules that were chosen for the community, by the administrator alone', async () => {
  const [admin, secretary] = [await c().as('admin'), await c().as('shuji')];
  const begun = await openHall(c());
  const packOfNext = async () => {
    const opening = { clientId: randomUUID(), community: poli, title: '河边步道修整', motive: 'from_above' as const };
    const { code } = await openDeliberation(secretary, opening);
    return (await getDeliberation(secretary, { code })).pack.id;
  };
  expect(await packOfNext()).toBe('local_4+2');
  await chooseRules(admin, { community: poli, pack: 'villager_2018' });
  expect(await packOfNext()).toBe('villager_2018');
  expect((await getDeliberation(secretary, { code: begun.code })).pack.id).toBe('local_4+2');
  await expect(chooseRules(secretary, { community: poli, pack: 'local_4+2' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(chooseRules(admin, { community: poli, pack: 'none' })).rejects.toMatchObject({ code: 'rule' });
  await expect(chooseRules(admin, { community: '999999999999', pack: 'local_4+2' })).rejects.toMatchObject({
    code: 'not_found',
  });
  const rows = await admin.db.select().from(auditEntry).where(eq(auditEntry.action, 'deliberation.rules_chosen'));
  expect(rows.at(-1)?.data).toEqual({ before: 'local_4+2', after: 'villager_2018' });
});
