import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chainedEvent, eventHash, genesisHash } from '@/lib/casework/chain';
import { caseEvent } from '@/lib/casework/tables';
import { isDomainError } from '@/lib/kernel/errors';
import { answerOpinion } from '@/lib/mediation/commands/answer-opinion';
import { applyForConfirmation } from '@/lib/mediation/commands/apply-for-confirmation';
import { askOpinion } from '@/lib/mediation/commands/ask-opinion';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { confirmAgreement } from '@/lib/mediation/commands/confirm-agreement';
import { consentToMediation } from '@/lib/mediation/commands/consent-to-mediation';
import { endMediation } from '@/lib/mediation/commands/end-mediation';
import { enterDuty } from '@/lib/mediation/commands/enter-duty';
import { holdSession } from '@/lib/mediation/commands/hold-session';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { proposeMediator } from '@/lib/mediation/commands/propose-mediator';
import { referMediation } from '@/lib/mediation/commands/refer-mediation';
import { refuseMediation } from '@/lib/mediation/commands/refuse-mediation';
import { sealAgreement } from '@/lib/mediation/commands/seal-agreement';
import { signAgreement } from '@/lib/mediation/commands/sign-agreement';
import { findMediation, partiesOf } from '@/lib/mediation/facts';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { listDuty } from '@/lib/mediation/queries/list-duty';
import { listEvents } from '@/lib/mediation/queries/list-events';
import { listMediations } from '@/lib/mediation/queries/list-mediations';
import { declareTie } from '@/lib/people/commands/declare-tie';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { person } from '@/lib/people/tables';
import { sharedCommunity } from '@/tests/support/community';
import {
  agreed,
  dayMs,
  entered,
  inSession,
  openTable,
  poli,
  propose,
  secrets,
  settled,
  type Table,
  write,
} from '@/tests/support/mediations';
import { submitted } from '@/tests/support/orders';

const c = sharedCommunity();

/** What a refusal says, and that it left the case and its parties as they were. */
async function refused(table: Table, doing: () => Promise<unknown>): Promise<string> {
  const { db } = table.secretary;
  const stands = async () => {
    const row = await findMediation(db, table.code);
    return [row, await partiesOf(db, row?.id ?? '')];
  };
  const before = await stands();
  const error = await doing().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw error ?? new Error('it was not refused');
  expect(await stands()).toEqual(before);
  return error.reason;
}

const hold = async (table: Table, by = table.mediator) =>
  holdSession(by, {
    ...(await table.on()),
    heldAt: c().clock.now(),
    place: '有心工作室',
    words: secrets.session,
  });

const look = (table: Table) => getMediation(table.secretary, { code: table.code });
const statusOf = async (table: Table) => (await look(table)).status;

describe('a quarrel settled by the law', () => {
  it('goes from the application to the performance, each rule in its place', async () => {
    const table = await openTable(c());
    const party = await c().as('wangguilan');
    expect(table.code).toMatch(/^PL-TJ-2024-\d{3}$/);
    const consent = async (ctx = table.secretary, more: object = entered(table), of = 2, to = 'mediation') =>
      consentToMediation(ctx, { ...(await table.on()), party: of, to: to as 'mediation' | 'mediator', ...more });

    // 17: each for itself; the secretary says how and when she heard it.
    expect(await refused(table, () => consent(table.secretary, {}))).toBe('mediation.how_and_when');
    expect(await refused(table, () => consent(table.secretary, { how: 'phone', on: '2030-01-01' }))).toBe(
      'mediation.day_to_come',
    );
    expect(await refused(table, () => consent(party, {}))).toBe('mediation.own_word_only');
    await consent(party, {}, 1);
    await consent();
    expect(await refused(table, () => consent())).toBe('mediation.consented_already');
    // 19: nobody agrees to a mediator who is not named.
    expect(await refused(table, () => consent(party, {}, 1, 'mediator'))).toBe('mediation.no_mediator');
    await propose(c(), table);
    await consent(party, {}, 1, 'mediator');
    expect(await statusOf(table)).toBe('applied');
    await consent(table.secretary, { how: 'phone', on: table.today() }, 2, 'mediator');
    expect(await statusOf(table)).toBe('agreed');
    expect((await look(table)).parties.map((one) => one.consents.map(({ how }) => how))).toEqual([
      ['account', 'account'],
      ['in_person', 'phone'],
    ]);

    // A session that was held; 20: others only with the consent of both sides.
    const session = async (more: object) =>
      holdSession(table.mediator, {
        ...(await table.on()),
        heldAt: c().clock.now(),
        place: '有心工作室',
        words: secrets.session,
        ...more,
      });
    expect(await refused(table, () => session({ others: '乙方的姐姐' }))).toBe('input.invalid');
    expect(await refused(table, () => session({ heldAt: c().clock.now() + 60_000 }))).toBe('mediation.session_to_come');
    expect(await refused(table, () => session({ heldAt: c().clock.now() - dayMs }))).toBe(
      'mediation.session_too_early',
    );
    await session({ others: '乙方的姐姐', othersAgreed: true });
    expect(await statusOf(table)).toBe('in_session');

    // 29: three blocks, signatures of all, the mediator's, the seal.
    const sign = async (of: number) =>
      signAgreement(table.mediator, { ...(await table.on()), party: of, on: table.today() });
    const seal = async (more: object = { mediatorSigned: true }) =>
      sealAgreement(table.secretary, { ...(await table.on()), on: table.today(), sealNo: secrets.seal, ...more });
    expect(await refused(table, () => sign(1))).toBe('mediation.no_agreement');
    expect(await refused(table, () => write(table, { performUntil: '2024-01-01' }))).toBe(
      'mediation.performed_in_past',
    );
    await write(table);
    await sign(1);
    expect(await refused(table, () => sign(1))).toBe('mediation.signed_already');
    expect(await refused(table, () => seal())).toBe('mediation.signatures_missing');
    // Another version has no signature; the one before stands beside it.
    await write(table, { performUntil: '2024-02-01' });
    expect((await look(table)).agreements.map((one) => one.version)).toEqual([2, 1]);
    expect((await look(table)).parties.map((one) => one.signedAt)).toEqual([null, null]);
    await sign(1);
    await sign(2);
    expect(await refused(table, () => seal({}))).toBe('mediation.mediator_unsigned');
    await seal();
    expect(await look(table)).toMatchObject({
      status: 'settled',
      settledOn: '2024-01-15',
      // The thirtieth day, 2024-02-14, lies in the Spring Festival; the Sunday after it is worked.
      confirmUntil: '2024-02-18',
      agreements: [
        { version: 2, sealNo: secrets.seal },
        { version: 1, sealNo: null },
      ],
    });

    // 31, 33.
    const check = async (outcome: 'performed' | 'not_yet' | 'broken') =>
      checkPerformance(table.mediator, { ...(await table.on()), on: table.today(), outcome, words: secrets.check });
    await check('not_yet');
    expect(await statusOf(table)).toBe('settled');
    c().clock.advance(30 * dayMs);
    const applied = async () => applyForConfirmation(table.secretary, { ...(await table.on()), on: '2024-02-14' });
    const ruled = async (on: string) => confirmAgreement(table.secretary, { ...(await table.on()), on });
    expect(await refused(table, () => ruled('2024-02-14'))).toBe('mediation.not_applied');
    await applied();
    expect(await refused(table, applied)).toBe('mediation.applied_already');
    expect(await look(table)).toMatchObject({ confirmAppliedOn: '2024-02-14', confirmedOn: null });
    await check('broken');
    await check('performed');
    expect(await look(table)).toMatchObject({
      status: 'performed',
      confirmAppliedOn: '2024-02-14',
      confirmedOn: null,
      checks: [{ outcome: 'not_yet' }, { outcome: 'broken' }, { outcome: 'performed' }],
    });

    // The ruling may take as long as the court takes; it does not come before the application.
    c().clock.advance(60 * dayMs);
    expect(await refused(table, () => ruled('2024-02-13'))).toBe('mediation.day_too_early');
    await ruled('2024-04-10');
    expect(await refused(table, () => ruled('2024-04-10'))).toBe('mediation.confirmed_already');
    expect((await look(table)).confirmedOn).toBe('2024-04-10');
    c().clock.advance(-60 * dayMs);

    // Every event fits the one before, and none holds a word of what was said.
    const row = await findMediation(table.secretary.db, table.code);
    const events = await table.secretary.db
      .select()
      .from(caseEvent)
      .where(eq(caseEvent.caseId, row?.id ?? ''))
      .orderBy(caseEvent.seq);
    let prev = genesisHash;
    for (const { fromStatus, toStatus, ...event } of events) {
      expect(event.prevHash).toBe(prev);
      expect(event.hash).toBe(eventHash(chainedEvent({ ...event, from: fromStatus, to: toStatus })));
      prev = event.hash;
    }
    expect(prev).toBe(row?.lastHash);
    const told = events.map((event) => event.data).join();
    for (const secret of Object.values(secrets)) expect(told).not.toContain(secret);
    c().clock.advance(-30 * dayMs);
  });

  it.each([
    // 2024-02-14 lies in the Spring Festival (02-10 to 02-17), and 02-18 is a Sunday that is worked.
    ['a holiday', 0, '2024-02-18', '2024-02-19'],
    // 2024-02-19 is a Monday.
    ['a worked day', 5, '2024-02-19', '2024-02-20'],
    // 2024-02-24 is a Saturday.
    ['a weekend', 10, '2024-02-26', '2024-02-27'],
  ])('is applied for within thirty days, the last of them %s', async (_what, later, last, late) => {
    c().clock.advance(later * dayMs);
    const table = await openTable(c());
    await settled(c(), table);
    expect((await look(table)).confirmUntil).toBe(last);
    c().clock.advance(50 * dayMs);
    const apply = async (on: string) => applyForConfirmation(table.secretary, { ...(await table.on()), on });
    expect(await refused(table, () => apply(late))).toBe('mediation.confirm_too_late');
    expect(await refused(table, () => apply('2024-01-14'))).toBe('mediation.day_too_early');
    await apply(last);
    c().clock.advance(-(50 + later) * dayMs);
  });

  it('is on record without signatures when it was agreed by word of mouth (28, 30)', async () => {
    const table = await openTable(c());
    await inSession(c(), table);
    await write(table, { oral: true });
    const signed = async () => signAgreement(table.mediator, { ...(await table.on()), party: 1, on: table.today() });
    expect(await refused(table, signed)).toBe('mediation.oral_unsigned');
    await sealAgreement(table.secretary, { ...(await table.on()), on: table.today(), sealNo: '口头〔2024〕1' });
    expect(await statusOf(table)).toBe('settled');
  });
});

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
    await hold(table);

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
    expect(await refused(table, async () => hold(table, other))).toBe('mediation.not_for_you');
    await hold(table);
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

describe('ends without an agreement', () => {
  it('at once when a party refuses, at any step before the seal (17), and tells the other ways (26)', async () => {
    const steps = { applied: async () => {}, agreed, in_session: inSession };
    for (const walk of Object.values(steps)) {
      const table = await openTable(c());
      await walk(c(), table);
      const party = await c().as('wangguilan');
      const refuse = async (of: number) => refuseMediation(party, { ...(await table.on()), party: of });
      expect(await refused(table, () => refuse(2))).toBe('mediation.own_word_only');
      await refuse(1);
      const after = await getMediation(party, { code: table.code });
      expect(after).toMatchObject({ status: 'failed', abilities: [] });
      expect(after.end?.waysToldAt).toBeGreaterThan(0);
      expect(after.otherWays).toEqual(['court', 'arbitration', 'police', 'hotline', 'petition', 'legal_aid']);
      const again = async () => consentToMediation(party, { ...(await table.on()), party: 1, to: 'mediation' });
      expect(await refused(table, again)).toBe('mediation.not_in_state');
    }
    const bound = await openTable(c());
    await settled(c(), bound);
    const late = async () => refuseMediation(bound.secretary, { ...(await bound.on()), party: 1, ...entered(bound) });
    expect(await refused(bound, late)).toBe('mediation.not_in_state');
  });

  it('by failing, by being withdrawn, by going another way', async () => {
    const words = '两次会后仍然差距较大';
    const failed = await openTable(c());
    const fail = async () => endMediation(failed.secretary, 'fail', { ...(await failed.on()), words });
    await propose(c(), failed);
    expect(await refused(failed, fail)).toBe('mediation.not_in_state');
    await (async () => {
      const table = await openTable(c());
      await inSession(c(), table);
      await endMediation(table.mediator, 'fail', { ...(await table.on()), words });
      expect((await look(table)).end?.words).toBe(words);
    })();
    await endMediation(failed.secretary, 'withdraw', { ...(await failed.on()), words });
    expect(await statusOf(failed)).toBe('withdrawn');
    const referred = await openTable(c());
    await referMediation(referred.secretary, { ...(await referred.on()), way: 'police', words });
    expect(await look(referred)).toMatchObject({ status: 'referred', end: { way: 'police' } });
  });
});

describe('two at once, and twice', () => {
  it('keeps one of two sessions that were entered at the same moment', async () => {
    const table = await openTable(c());
    await agreed(c(), table);
    const seen = await table.on();
    const session = { heldAt: c().clock.now(), place: '有心工作室', words: secrets.session };
    const answers = await Promise.allSettled(
      [table.mediator, table.secretary].map((ctx) => holdSession(ctx, { ...seen, clientId: randomUUID(), ...session })),
    );
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
    expect((await look(table)).sessions).toHaveLength(1);
  });

  it('gives the first answer to the same key, and one mediation to an order', async () => {
    const input = {
      clientId: randomUUID(),
      community: poli,
      title: secrets.title,
      parties: [{ name: '甲' }, { name: '乙' }],
    };
    const secretary = await c().as('shuji');
    expect((await openMediation(secretary, input)).code).toBe((await openMediation(secretary, input)).code);
    await expect(
      openMediation(secretary, { ...input, clientId: randomUUID(), parties: [{ name: '甲' }] }),
    ).rejects.toMatchObject({ reason: 'input.invalid' });
    const twice = [
      { name: '甲', account: 'liuyang' },
      { name: '乙', account: 'liuyang' },
    ];
    await expect(openMediation(secretary, { ...input, clientId: randomUUID(), parties: twice })).rejects.toMatchObject({
      reason: 'mediation.party_twice',
    });
  });
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

describe('the order that it came from', () => {
  it('has one mediation at most, and may be sealed', async () => {
    const { code: order } = await submitted(c(), { item: '1101', words: '楼上夜里拖桌子，想请社区调解一下。' });
    const table = await openTable(c(), { order });
    expect((await look(table)).orderCode).toBe(order);
    await expect(openTable(c(), { order })).rejects.toMatchObject({ reason: 'mediation.order_has_one' });
    await expect(openTable(c(), { order: 'PL20240115-9999' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
