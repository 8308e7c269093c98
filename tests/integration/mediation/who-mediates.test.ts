import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { answerOpinion } from '@/lib/mediation/commands/answer-opinion';
import { askOpinion } from '@/lib/mediation/commands/ask-opinion';
import { consentToMediation } from '@/lib/mediation/commands/consent-to-mediation';
import { endMediation } from '@/lib/mediation/commands/end-mediation';
import { enterDuty } from '@/lib/mediation/commands/enter-duty';
import { proposeMediator } from '@/lib/mediation/commands/propose-mediator';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { listDuty } from '@/lib/mediation/queries/list-duty';
import { listEvents } from '@/lib/mediation/queries/list-events';
import { listMediations } from '@/lib/mediation/queries/list-mediations';
import { declareTie } from '@/lib/people/commands/declare-tie';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { person } from '@/lib/people/tables';
import { sharedCommunity } from '@/tests/support/community';
import { agreed, entered, hold, look, openTable, poli, propose, refused, secrets } from '@/tests/support/mediations';

const c = sharedCommunity();

describe('who mediates', () => {
  it('is of the role or the committee, and nobody of the same household or with a declared tie', async () => {
    const kin = await openTable(c(), {
      parties: [{ name: secrets.firstName, account: 'zhengshucheng' }, { name: secrets.secondName }],
    });
    const choose = (key: string) => () => propose(c(), kin, key);
    expect(await refused(kin, choose('liuyang'))).toBe('mediation.no_mediator_here');
    await declareTie(c().ctx(), { personA: c().idOf('xuwende'), personB: c().idOf('zhengshucheng') });
    expect(await refused(kin, choose('xuwende'))).toBe('mediation.conflict');
    // The committee: its secretary may mediate as well.
    await choose('shuji')();
    expect((await look(kin)).proposed?.kind).toBe('committee');
    // Known by the phone alone, and the mediator's own.
    const [holder] = await c()
      .ctx()
      .db.select()
      .from(person)
      .where(eq(person.id, c().idOf('xuwende')));
    const own = holder?.phone ?? '';
    expect(own).toMatch(/^1\d{10}$/);
    const self = await openTable(c(), { parties: [{ name: secrets.firstName, phone: own }, { name: '乙' }] });
    expect(await refused(self, () => propose(c(), self, 'xuwende'))).toBe('mediation.conflict');
  });

  it('is another one only when everybody has agreed: until then the first goes on, and the other reads no file', async () => {
    const table = await openTable(c());
    await propose(c(), table);
    // Nobody has agreed to anything: who is proposed learns what it is about and between whom.
    const proposed = await getMediation(table.mediator, { code: table.code });
    expect(proposed).toMatchObject({
      you: 'proposed',
      title: secrets.title,
      abilities: [],
      mediator: null,
      orderCode: null,
    });
    expect(proposed.parties.map(({ name, phone, address, consents }) => ({ name, phone, address, consents }))).toEqual([
      { name: secrets.firstName, phone: null, address: null, consents: [] },
      { name: secrets.secondName, phone: null, address: null, consents: [] },
    ]);
    const events = listEvents(table.mediator, { code: table.code });
    await expect(events).rejects.toMatchObject({ reason: 'mediation.not_for_you' });
    const consent = async (to: 'mediation' | 'mediator', party: number) =>
      consentToMediation(table.secretary, { ...(await table.on()), party, to, ...entered(table) });
    for (const party of [1, 2]) for (const to of ['mediation', 'mediator'] as const) await consent(to, party);
    expect(await look(table)).toMatchObject({ status: 'agreed', proposed: null, mediator: { name: { zh: '许文德' } } });
    expect((await getMediation(table.mediator, { code: table.code })).you).toBe('mediator');
    await hold(c(), table);

    // In the middle of the talks a party alone puts nobody out.
    const other = await c().as('weichanglin');
    await proposeMediator(await c().as('wangguilan'), {
      ...(await table.on()),
      mediator: c().idOf('weichanglin'),
      kind: 'old_village_head',
    });
    expect(await look(table)).toMatchObject({
      status: 'in_session',
      mediator: { name: { zh: '许文德' } },
      proposed: { name: { zh: '魏长林' } },
    });
    expect(await getMediation(other, { code: table.code })).toMatchObject({ you: 'proposed', sessions: [] });
    expect((await listMediations(other, {})).items.map(({ code }) => code)).toContain(table.code);
    expect(await refused(table, async () => hold(c(), table, other))).toBe('mediation.not_for_you');
    await hold(c(), table);
    await consent('mediator', 1);
    expect((await look(table)).mediator?.name.zh).toBe('许文德');
    expect((await look(table)).parties.map((one) => one.consents.map(({ to }) => to))).toEqual([
      ['mediation', 'mediator'],
      ['mediation'],
    ]);
    await consent('mediator', 2);
    expect(await look(table)).toMatchObject({ status: 'agreed', proposed: null, mediator: { name: { zh: '魏长林' } } });
    expect(await refused(table, () => consent('mediator', 2))).toBe('mediation.consented_already');
    await expect(getMediation(table.mediator, { code: table.code })).rejects.toMatchObject({ code: 'not_found' });
    expect((await getMediation(other, { code: table.code })).sessions).toHaveLength(2);
  });

  it('stays when somebody else’s proposal is taken back or the case ends', async () => {
    const table = await openTable(c());
    await agreed(c(), table);
    const other = await c().as('weichanglin');
    await propose(c(), table, 'weichanglin');
    await propose(c(), table);
    expect(await look(table)).toMatchObject({ status: 'agreed', proposed: null, mediator: { name: { zh: '许文德' } } });
    expect((await look(table)).parties.map((one) => one.consents.length)).toEqual([2, 2]);
    await expect(getMediation(other, { code: table.code })).rejects.toMatchObject({ code: 'not_found' });
    await propose(c(), table, 'weichanglin');
    await endMediation(table.secretary, 'withdraw', { ...(await table.on()), words: '双方自己谈好了，不用调了' });
    await expect(getMediation(other, { code: table.code })).rejects.toMatchObject({ code: 'not_found' });
    expect((await listMediations(other, {})).items.map(({ code }) => code)).not.toContain(table.code);
  });

  it('may be chosen by a party', async () => {
    const table = await openTable(c());
    const party = await c().as('wangguilan');
    await proposeMediator(party, {
      ...(await table.on()),
      mediator: c().idOf('weichanglin'),
      kind: 'old_village_head',
    });
    expect((await look(table)).proposed?.kind).toBe('old_village_head');
  });
});

describe('legal duty', () => {
  it('is asked without names, and answers an opinion that the parties do not read', async () => {
    const table = await openTable(c());
    await agreed(c(), table);
    const duty = (validTo?: string) =>
      enterDuty(table.secretary, {
        clientId: randomUUID(),
        community: poli,
        kind: 'lawyer',
        name: '律师(演示)',
        office: '法律援助工作站',
        validFrom: '2024-01-01',
        ...(validTo && { validTo }),
      });
    // The roster of a community is for those who mediate there.
    const roster = async (who: string, community: string) => listDuty(await c().as(who), { community });
    await expect(roster('shuji', '320371003999')).rejects.toMatchObject({ reason: 'mediation.duty_not_yours' });
    await expect(roster('limin', poli)).rejects.toMatchObject({ reason: 'mediation.duty_not_yours' });
    await expect(roster('xuwende', poli)).resolves.toBeInstanceOf(Array);
    await expect(enterDuty(await c().as('limin'), dutyOf())).rejects.toMatchObject({
      reason: 'mediation.only_secretary',
    });
    const [past, now] = [(await duty('2024-01-02')).id, (await duty()).id];
    const ask = async (question: string, id = now) =>
      askOpinion(table.mediator, { code: table.code, clientId: randomUUID(), duty: id, question });
    expect(await refused(table, () => ask(secrets.question, past))).toBe('mediation.not_on_duty');
    expect(await refused(table, () => ask(`${secrets.secondName}不认账怎么办`))).toBe('mediation.names_in_question');
    expect(await refused(table, () => ask(`打 ${secrets.phone.slice(0, 3)} ${secrets.phone.slice(3)} 问问`))).toBe(
      'mediation.names_in_question',
    );
    await ask(secrets.question);
    const [opinion] = (await look(table)).opinions;
    const answer = async () =>
      answerOpinion(table.mediator, {
        code: table.code,
        clientId: randomUUID(),
        opinion: opinion?.id ?? '',
        words: secrets.opinion,
      });
    await answer();
    expect(await refused(table, answer)).toBe('mediation.opinion_answered_already');
    expect((await getMediation(table.mediator, { code: table.code })).opinions).toMatchObject([
      { question: secrets.question, opinion: secrets.opinion, duty: { kind: 'lawyer' } },
    ]);
    const party = await getMediation(await c().as('wangguilan'), { code: table.code });
    expect(party.opinions).toEqual([]);
  });
});

const dutyOf = () => ({
  clientId: randomUUID(),
  community: poli,
  kind: 'police' as const,
  name: '民警(演示)',
  office: '派出所',
  validFrom: '2024-01-01',
});

describe('the secretary’s own quarrel', () => {
  it('is registered by another, by account or by phone, so that it never has nobody to seal it', async () => {
    const [own] = await c()
      .ctx()
      .db.select()
      .from(person)
      .where(eq(person.id, c().idOf('shuji')));
    const phone = own?.phone ?? '';
    expect(phone).toMatch(/^1\d{10}$/);
    for (const party of [
      { name: '甲', account: 'shuji' },
      { name: '甲', phone },
    ]) {
      await expect(openTable(c(), { parties: [party, { name: '乙' }] })).rejects.toMatchObject({
        code: 'rule',
        reason: 'mediation.own_case',
      });
    }
    await grantMembership(await c().as('admin'), {
      personId: c().idOf('limin'),
      role: 'secretary',
      areaCode: poli,
      validFrom: '2024-01-01',
    });
    await expect(openTable(c(), { parties: [{ name: '甲', phone }, { name: '乙' }] })).rejects.toMatchObject({
      reason: 'mediation.own_case_other',
      details: { params: { others: expect.stringMatching(/\S/) } },
    });
  });
});
