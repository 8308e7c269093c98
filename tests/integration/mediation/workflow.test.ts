import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chainedEvent, eventHash, genesisHash } from '@/lib/casework/chain';
import { caseEvent } from '@/lib/casework/tables';
import { applyForConfirmation } from '@/lib/mediation/commands/apply-for-confirmation';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { confirmAgreement } from '@/lib/mediation/commands/confirm-agreement';
import { consentToMediation } from '@/lib/mediation/commands/consent-to-mediation';
import { endMediation } from '@/lib/mediation/commands/end-mediation';
import { holdSession } from '@/lib/mediation/commands/hold-session';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { referMediation } from '@/lib/mediation/commands/refer-mediation';
import { refuseMediation } from '@/lib/mediation/commands/refuse-mediation';
import { sealAgreement } from '@/lib/mediation/commands/seal-agreement';
import { signAgreement } from '@/lib/mediation/commands/sign-agreement';
import { findMediation } from '@/lib/mediation/facts';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { sharedCommunity } from '@/tests/support/community';
import {
  agreed,
  dayMs,
  entered,
  inSession,
  look,
  openTable,
  poli,
  propose,
  refused,
  secrets,
  settled,
  statusOf,
  write,
} from '@/tests/support/mediations';
import { submitted } from '@/tests/support/orders';

const c = sharedCommunity();

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

describe('the order that it came from', () => {
  it('has one mediation at most, and may be sealed', async () => {
    const { code: order } = await submitted(c(), { item: '1101', words: '楼上夜里拖桌子，想请社区调解一下。' });
    const table = await openTable(c(), { order });
    expect((await look(table)).orderCode).toBe(order);
    await expect(openTable(c(), { order })).rejects.toMatchObject({ reason: 'mediation.order_has_one' });
    await expect(openTable(c(), { order: 'PL20240115-9999' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
