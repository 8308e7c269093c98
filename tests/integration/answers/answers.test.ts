import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { fulfilAnswer } from '@/lib/answers/commands/fulfil-answer';
import { giveAnswer } from '@/lib/answers/commands/give-answer';
import { linkAnswer } from '@/lib/answers/commands/link-answer';
import { restateAnswer } from '@/lib/answers/commands/restate-answer';
import { rewordAnswer } from '@/lib/answers/commands/reword-answer';
import { takeBackAnswer } from '@/lib/answers/commands/take-back-answer';
import { findAnswer, wordsOf } from '@/lib/answers/facts';
import { answersOfOrders } from '@/lib/answers/queries/answers-of-orders';
import { getAnswer } from '@/lib/answers/queries/get-answer';
import { isAnswerPhoto } from '@/lib/answers/queries/is-answer-photo';
import { listAnswers } from '@/lib/answers/queries/list-answers';
import { listWaiting } from '@/lib/answers/queries/list-waiting';
import { answer } from '@/lib/answers/tables';
import { chainedEvent, eventHash, genesisHash } from '@/lib/casework/chain';
import { eventsOf as caseEventsOf } from '@/lib/casework/store';
import { openDeliberation } from '@/lib/deliberation/commands/open-deliberation';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { notice } from '@/lib/notices/tables';
import { commonMatters } from '@/lib/orders/queries/common-matters';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';
import { aPhoto, perform, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });
const dayMs = 86_400_000;

/** As the source has it: "已经列入实施计划，预计2024年一季度建设完成". */
const promised = {
  title: 'C区要一间棋牌室',
  titleEn: 'A room for games in quarter C',
  decision: 'adopted',
  weighedBy: 'two_committees',
  weighedOn: '2024-01-12',
  words: '这个问题已经列入实施计划，预计2024年一季度建设完成。',
  wordsEn: 'It is in the plan and will be built in the first quarter of 2024.',
  reason: 'C区老人集中，两委会议同意列入计划。',
  dueOn: '2024-03-31',
} as const;

const refused = {
  ...promised,
  decision: 'not_adopted',
  dueOn: undefined,
  words: '东门外是规划绿地，不能建停车场。',
  reason: '与绿地规划不符，改在北侧挖潜。',
} as const;

const suggestion = (more: Parameters<typeof submitted>[1] = {}) =>
  submitted(c(), { item: '1403', words: '刮风下雨没地方坐，能不能弄个棋牌室？', ...more });

const give = (who: Context, order: string, more: Record<string, unknown> = {}) =>
  giveAnswer(who, { clientId: randomUUID(), order, ...promised, ...more });

const onNow = async (code: string) => ({
  code,
  version: (await findAnswer(anyone().db, code))?.version ?? 0,
  clientId: randomUUID(),
});

const answeredBy = async (who: Context, more: Record<string, unknown> = {}) =>
  (await give(who, (await suggestion()).code, more)).code;

/** Why it is refused, and that the answer with all its words is as it was. */
async function refusedOn(code: string, doing: () => Promise<unknown>): Promise<string> {
  const stands = async () => {
    const row = await findAnswer(anyone().db, code);
    return [row, row && (await wordsOf(anyone().db, row.id))];
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

describe('审议—答复 (M14)', () => {
  it('promises a room by the end of March, is red on 1 April, and no longer once something new is said', async () => {
    const shuji = await c().as('shuji');
    const started = c().clock.now();
    const code = await answeredBy(shuji);
    expect(code).toMatch(/^PL-DF-2024-\d{3}$/);
    const read = await getAnswer(anyone(), { code });
    expect(read).toMatchObject({
      title: { zh: promised.title, en: promised.titleEn },
      decision: 'adopted',
      status: 'promised',
      dueOn: '2024-03-31',
      late: false,
      order: null,
      abilities: [],
    });
    expect(read.said).toMatchObject([{ version: 1, words: { zh: promised.words }, reason: promised.reason }]);
    c().clock.advance(Date.parse('2024-03-31T12:00:00+08:00') - c().clock.now());
    expect((await getAnswer(anyone(), { code })).late).toBe(false);
    c().clock.advance(dayMs);
    expect((await getAnswer(anyone(), { code })).late).toBe(true);
    expect((await listAnswers(anyone(), { community: poli, late: true })).items.map((one) => one.code)).toContain(code);
    const said = { words: '墙面返工，改为五月底开放。', reason: '验收时发现墙面渗水，要重做防水。' };
    const past = await refusedOn(code, async () =>
      restateAnswer(shuji, { ...(await onNow(code)), ...said, dueOn: '2024-03-31' }),
    );
    expect(past).toBe('answer.due_in_past');
    await restateAnswer(shuji, { ...(await onNow(code)), ...said, dueOn: '2024-05-31' });
    const after = await getAnswer(anyone(), { code });
    expect(after).toMatchObject({ late: false, dueOn: '2024-05-31' });
    // What was said first stands beside it, unchanged.
    expect(after.said.map((one) => [one.version, one.dueOn])).toEqual([
      [1, '2024-03-31'],
      [2, '2024-05-31'],
    ]);
    c().clock.advance(started - c().clock.now());
  });

  it('ends with what was done, in a history whose every event carries the hash of the one before', async () => {
    const clerk = await c().as('chenchen');
    const code = await answeredBy(clerk);
    const photo = await aPhoto(c(), clerk);
    const done = { words: '棋牌室已经开放，每天九点到十七点。', doneOn: '2024-01-15', photos: [photo] };
    for (const [doneOn, reason] of [
      ['2024-01-16', 'answer.done_to_come'],
      ['2024-01-11', 'answer.done_before_weighed'],
    ] as const)
      expect(await refusedOn(code, async () => fulfilAnswer(clerk, { ...(await onNow(code)), ...done, doneOn }))).toBe(
        reason,
      );
    // Only what its sender has just stored, and never a photo of an order, marked as kept by then or not.
    const ofOrder = await aPhoto(c(), clerk);
    await submitted(c(), { photos: [ofOrder] }, { actor: clerk.actor });
    for (const other of [ofOrder, await aPhoto(c())]) {
      const fulfil = async () => fulfilAnswer(clerk, { ...(await onNow(code)), ...done, photos: [other] });
      expect(await refusedOn(code, fulfil)).toBe('photo.unknown');
    }
    await fulfilAnswer(clerk, { ...(await onNow(code)), ...done });
    expect(await getAnswer(anyone(), { code })).toMatchObject({ status: 'done', doneOn: '2024-01-15', late: false });
    expect(await isAnswerPhoto(anyone(), { code, uploadId: photo })).toBe(true);
    expect(await isAnswerPhoto(anyone(), { code, uploadId: await aPhoto(c()) })).toBe(false);
    expect(
      await refusedOn(code, async () =>
        restateAnswer(clerk, {
          ...(await onNow(code)),
          words: done.words,
          reason: promised.reason,
          dueOn: '2024-05-01',
        }),
      ),
    ).toBe('answer.not_in_state');
    await rewordAnswer(clerk, {
      ...(await onNow(code)),
      words: '开放时间改到二十点。',
      reason: '大家希望晚饭后也能来。',
    });
    const row = await findAnswer(anyone().db, code);
    const events = await caseEventsOf(anyone().db, 'answer', row?.id ?? '');
    expect(events.map((event) => event.type)).toEqual(['answer.given', 'answer.fulfilled', 'answer.reworded']);
    let prev = genesisHash;
    for (const { fromStatus: from, toStatus: to, ...event } of events) {
      expect(event.prevHash).toBe(prev);
      expect(eventHash(chainedEvent({ ...event, from, to }))).toBe(event.hash);
      prev = event.hash;
    }
    expect(JSON.stringify(events)).not.toContain('棋牌室');
  });

  it('is taken back by the secretary alone, with the reason; what is not adopted is closed from the beginning', async () => {
    const shuji = await c().as('shuji');
    const clerk = await c().as('chenchen');
    const code = await answeredBy(clerk);
    const why = { words: '选址改为养老驿站，这里不建了。', reason: '街道把房子划给养老驿站。' };
    expect(await refusedOn(code, async () => takeBackAnswer(clerk, { ...(await onNow(code)), ...why }))).toBe(
      'answer.not_for_you',
    );
    await takeBackAnswer(shuji, { ...(await onNow(code)), ...why });
    expect(await getAnswer(anyone(), { code })).toMatchObject({ status: 'closed', dueOn: null, late: false });
    const no = await answeredBy(clerk, refused);
    expect(await getAnswer(anyone(), { code: no })).toMatchObject({ status: 'closed', decision: 'not_adopted' });
  });

  it('refers to a deliberation of the same community; a draft is not shown to everybody', async () => {
    const shuji = await c().as('shuji');
    const draft = await openDeliberation(shuji, {
      clientId: randomUUID(),
      community: poli,
      title: '棋牌室选址',
      motive: 'proposed_by_residents',
    });
    const code = await answeredBy(shuji);
    const link = async (deliberation: string) => linkAnswer(shuji, { code, clientId: randomUUID(), deliberation });
    expect(await refusedOn(code, () => link('PL-YS-2019-001'))).toBe('deliberation.not_found');
    await link(draft.code);
    expect((await getAnswer(shuji, { code })).deliberation).toBe(draft.code);
    expect((await getAnswer(anyone(), { code })).deliberation).toBeNull();
  });
});

describe('who answers, and what is refused', () => {
  it('is for the desk and whoever works on it, not for who asked nor for strangers', async () => {
    const { code: order, holder } = await suggestion();
    const liuyang = await c().as('liuyang');
    await expect(give(liuyang, order)).rejects.toMatchObject({ reason: 'order.not_found' });
    await expect(give(anyone(), order)).rejects.toMatchObject({ reason: 'order.not_found' });
    await expect(give(holder, order)).rejects.toMatchObject({ reason: 'answer.not_for_you' });
    const own = await suggestion();
    await expect(give(await c().as('gaofeng'), own.code)).rejects.toMatchObject({ code: 'not_found' });
    await give(await c().as('limin'), order);
    // 方敏 holds it for the community, and so may answer it.
    const fangmin = await c().as('fangmin');
    await expect(give(fangmin, own.code)).rejects.toMatchObject({ code: 'not_found' });
    await perform(c(), 'limin', 'classify', own, { item: '1403' });
    await perform(c(), 'limin', 'assign', own, { handler: { unit: 'PL-COMM' } });
    await give(fangmin, own.code);
  });

  it('refuses what is no suggestion, what is over, a day that cannot be, and a text that names who asked', async () => {
    const limin = await c().as('limin');
    const other = await submitted(c());
    await expect(give(limin, other.code)).rejects.toMatchObject({ reason: 'answer.no_suggestion' });
    const { code } = await suggestion({ contact: { name: '钱来顺', phone: '10081234567' } });
    for (const [more, reason] of [
      [{ weighedOn: '2024-01-16' }, 'answer.weighed_to_come'],
      [{ dueOn: '2024-01-14' }, 'answer.due_in_past'],
      [{ words: '钱来顺提的棋牌室已列入计划。' }, 'public.names_somebody'],
      [{ reason: '请致电 100 8123 4567 了解详情。' }, 'public.names_somebody'],
      [{ reason: '' }, 'input.invalid'],
      [{ dueOn: undefined }, 'input.invalid'],
      [{ project: 'PL-BS-2019-001' }, 'project.not_found'],
    ] as const)
      await expect(give(limin, code, more), reason).rejects.toMatchObject({ reason });
    expect(await limin.db.select().from(answer).where(eq(answer.title, '钱来顺'))).toEqual([]);
    expect((await answersOfOrders(limin, [code])).size).toBe(0);
  });

  it('is given once by two who press at the same moment, and the same press again gives the first answer', async () => {
    const { code: order } = await suggestion();
    const [limin, chenchen] = [await c().as('limin'), await c().as('chenchen')];
    const both = await Promise.allSettled([give(limin, order), give(chenchen, order)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { reason: 'answer.answered_already' },
    });
    const again = { clientId: randomUUID(), order: (await suggestion()).code, ...promised };
    const first = await giveAnswer(limin, again);
    expect(await giveAnswer(limin, again)).toEqual(first);
    const next = await answeredBy(limin);
    // No number was lost to the one who came second.
    expect(Number(next.slice(-3))).toBe(Number(first.code.slice(-3)) + 1);
  });

  it('keeps the first of two who change the same version', async () => {
    const [limin, chenchen] = [await c().as('limin'), await c().as('chenchen')];
    const code = await answeredBy(limin);
    const seen = await onNow(code);
    const say = (who: Context, dueOn: string) =>
      restateAnswer(who, {
        ...seen,
        clientId: randomUUID(),
        words: '施工队换了，往后推一推。',
        reason: '原施工队撤场，重新比选。',
        dueOn,
      });
    const both = await Promise.allSettled([say(limin, '2024-04-30'), say(chenchen, '2024-06-30')]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { reason: 'answer.stale' } });
    expect((await getAnswer(anyone(), { code })).said).toHaveLength(2);
  });
});

describe('what is told of the order behind it', () => {
  it('is nothing; of an anonymous or confidential one, not even the words', async () => {
    const limin = await c().as('limin');
    for (const closed of [{ anonymous: true, contact: undefined }, { confidential: true }]) {
      const asked = await suggestion(closed);
      const { code } = await give(limin, asked.code);
      const read = await getAnswer(anyone(), { code });
      expect(read).toMatchObject({ title: { zh: promised.title }, isHidden: true, said: [], order: null });
      expect((await getAnswer(await c().as('liuyang'), { code })).said).toEqual([]);
      // Who asked and who answers read it whole.
      expect((await getAnswer(asked.holder, { code })).said).toHaveLength(1);
      expect(await getAnswer(limin, { code })).toMatchObject({ order: asked.code, isHidden: false });
    }
  });

  it('tells whoever suggested it of every step, once', async () => {
    const wang = await c().as('wangguilan');
    const { code: order } = await submitted(c(), { item: '1403' }, wang);
    const limin = await c().as('limin');
    const { code } = await give(limin, order);
    await fulfilAnswer(limin, { ...(await onNow(code)), words: '已经建好开放了。', doneOn: '2024-01-15' });
    while ((await drainOutbox(c().ctx())) > 0);
    const told = await wang.db
      .select()
      .from(notice)
      .where(and(eq(notice.personId, c().idOf('wangguilan')), eq(notice.orderCode, code)))
      .orderBy(notice.createdAt, notice.id);
    expect(told.map((one) => one.kind).sort()).toEqual(['answer.fulfilled', 'answer.given']);
  });
});

describe('what waits, and what several households ask', () => {
  it('lists a suggestion until it is answered', async () => {
    const limin = await c().as('limin');
    const { code } = await suggestion();
    const waits = async () => (await listWaiting(limin, { community: poli })).map((one) => one.code);
    expect(await waits()).toContain(code);
    await give(limin, code);
    expect(await waits()).not.toContain(code);
  });

  it('suggests a case from three who can be told apart, in one quarter, within 60 days', async () => {
    const limin = await c().as('limin');
    const item = '0804';
    const mine = async () =>
      (await commonMatters(limin, { community: poli })).find((one) => one.items[0]?.code === item);
    const ask = (phone: string, more: Parameters<typeof submitted>[1] = {}) =>
      submitted(c(), {
        item,
        words: '希望单元门口装充电桩，电动车没处充。',
        contact: { name: '来人', phone },
        ...more,
      });
    await ask('10077770001');
    // The same phone twice is one household; somebody anonymous may be anybody.
    await ask('10077770001');
    await ask('10077770002');
    await submitted(c(), { item, anonymous: true, contact: undefined });
    expect(await mine()).toBeUndefined();
    await ask('10077770003');
    const found = await mine();
    expect(found).toMatchObject({ households: 3 });
    expect(found?.orders).toHaveLength(4);
    expect(JSON.stringify(found)).not.toMatch(/1007777|来人/);
    // Whoever sees none of the orders is suggested nothing.
    expect(await commonMatters(await c().as('liuyang'), { community: poli })).toEqual([]);
    c().clock.advance(61 * dayMs);
    expect(await mine()).toBeUndefined();
    c().clock.advance(-61 * dayMs);
  });

  it('counts parking as one matter over all quarters: a car that finds no room in one stands in the next', async () => {
    const limin = await c().as('limin');
    const parking = async () =>
      (await commonMatters(limin, { community: poli })).find(({ items }) => items.some(({ code }) => code === '0803'));
    const ask = (item: string, cell: string, phone: string) =>
      submitted(c(), { item, place: { areaCode: `${cell}-01` }, contact: { name: '来人', phone } });
    c().clock.advance(61 * dayMs);
    expect(await parking()).toBeUndefined();
    await ask('0802', '320371003208001', '10077771001');
    await ask('0803', '320371003208003', '10077771002');
    expect(await parking()).toBeUndefined();
    await ask('0803', '320371003208005', '10077771003');
    expect(await parking()).toMatchObject({
      items: [{ code: '0802' }, { code: '0803' }],
      areas: ['320371003208-A', '320371003208-B', '320371003208-C'],
      households: 3,
    });
    c().clock.advance(-61 * dayMs);
  });
});
