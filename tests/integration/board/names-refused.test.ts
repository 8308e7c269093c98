import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fulfilAnswer } from '@/lib/answers/commands/fulfil-answer';
import { giveAnswer } from '@/lib/answers/commands/give-answer';
import { takeBackAnswer } from '@/lib/answers/commands/take-back-answer';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { attachDocument } from '@/lib/deliberation/commands/attach-document';
import { correctResolution } from '@/lib/deliberation/commands/correct-resolution';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { stateBasis } from '@/lib/deliberation/commands/state-basis';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { isDomainError } from '@/lib/kernel/errors';
import { addMilestone } from '@/lib/projects/commands/add-milestone';
import { openProject } from '@/lib/projects/commands/open-project';
import { postponeProject } from '@/lib/projects/commands/postpone-project';
import { recordSpend } from '@/lib/projects/commands/record-spend';
import { closeRound } from '@/lib/rounds/commands/close-round';
import { openRound } from '@/lib/rounds/commands/open-round';
import { publishList } from '@/lib/rounds/commands/publish-list';
import { storeDocument } from '@/lib/uploads/commands/store-document';
import { sharedCommunity } from '@/tests/support/community';
import { hallAt, parkingPoints, poli } from '@/tests/support/deliberations';
import { submitted } from '@/tests/support/orders';
import { dayOf, park, running } from '@/tests/support/projects';

const c = sharedCommunity();

/** Who asked for all of these, and who wrote against one. */
const requester = { name: '钱来顺', phone: '10081234567' };
const objector = '吴长庚 10087770001';

/** What somebody may type of people, each in a form that is not the stored one. */
const dirty = {
  requester: '钱 来顺提的事已经办了',
  phone: '可以打 100 8123 4567 问问',
  stranger: '可以打１００－９９９９－８８８８问问',
  roll: '与会人１２不同意这样收费',
  contact: '吴长庚说夜里停不进来',
};

/** Which field the refusal names, and that it says what to leave out. */
async function blamed(doing: () => Promise<unknown>): Promise<string> {
  const error = await doing().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw error ?? new Error('it was not refused');
  expect({ code: error.code, reason: error.reason }).toEqual({
    code: 'invalid',
    reason: expect.stringMatching(/^public\.(names_somebody|holds_number)$/),
  });
  const [issue] = error.details.issues ?? [];
  expect(issue?.params?.said).toEqual(expect.stringMatching(/\S/));
  return issue?.path ?? '';
}

describe('a text that everybody will read', () => {
  it('names nobody of a deliberation: neither on its rolls, nor who asked, nor who wrote against it', async () => {
    const { code: order } = await submitted(c(), { item: '0803', contact: requester });
    const hall = await hallAt(c(), 'publish_resolution', { orders: [order], needsFiling: false });
    const written = { points: parkingPoints, words: '停车方案' };
    await publishResolution(hall.secretary, { ...(await hall.on()), ...written });
    await objectToResolution(c().ctx({ kind: 'anonymous' }), {
      code: hall.code,
      clientId: randomUUID(),
      words: dirty.contact,
      contact: objector,
    });
    const correct = async (more: object) =>
      correctResolution(hall.secretary, { ...(await hall.on()), ...written, reason: '第一点写得不清楚', ...more });
    expect(await blamed(() => correct({ points: ['停车免费', dirty.roll] }))).toBe('points.1');
    expect(await blamed(() => correct({ pointsEn: ['Free', 'Ring +86 100 8123 4567'] }))).toBe('pointsEn.1');
    expect(await blamed(() => correct({ words: dirty.requester }))).toBe('words');
    expect(await blamed(() => correct({ reason: dirty.stranger }))).toBe('reason');

    const [objection] = (await getDeliberation(hall.clerk, { code: hall.code })).objections;
    const answer = async (more: object) =>
      answerObjection(hall.clerk, {
        ...(await hall.on()),
        objection: objection?.id ?? '',
        publicWords: '晚上停不进来',
        answer: '门岗夜间登记外来车辆',
        ...more,
      });
    expect(await blamed(() => answer({ publicWords: objection?.words }))).toBe('publicWords');
    expect(await blamed(() => answer({ publicWords: '打 10087770001 找我' }))).toBe('publicWords');
    expect(await blamed(() => answer({ answer: dirty.roll }))).toBe('answer');

    const attach = async (name: string, isPublic: boolean) => {
      const { id } = await storeDocument(hall.clerk, { name, bytes: Buffer.from(`%PDF-1.4\n${name}\n%%EOF\n`) });
      return attachDocument(hall.clerk, { code: hall.code, clientId: randomUUID(), document: id, isPublic });
    };
    expect(await blamed(() => attach('与会人12签字.pdf', true))).toBe('document');
    await attach('与会人12签字.pdf', false);
    await attach('会议记录.pdf', true);
    await answer({});
  });

  it('nor of one that is not decided yet', async () => {
    const { code: order } = await submitted(c(), { item: '0803', contact: requester });
    expect(await blamed(() => hallAt(c(), 'consult', { orders: [order], title: '钱来顺家门口停车' }))).toBe('title');
    const hall = await hallAt(c(), 'consult', { orders: [order] });
    const { secretary } = hall;
    const plan = async (more: object) =>
      writePlan(secretary, { ...(await hall.on()), points: parkingPoints, words: '停车方案', ...more });
    expect(await blamed(() => plan({ words: dirty.phone }))).toBe('words');
    expect(
      await blamed(async () =>
        stateBasis(secretary, { ...(await hall.on()), basis: 'collective_land', words: dirty.requester }),
      ),
    ).toBe('words');
    await plan({});
  });

  it('of a project, from its first words on', async () => {
    const { code: order } = await submitted(c(), { contact: requester });
    const secretary = await c().as('shuji');
    const open = (more: object) => openProject(secretary, { ...park({ orders: [order] }), ...more });
    expect(await blamed(() => open({ words: dirty.requester }))).toBe('words');
    expect(await blamed(() => open({ place: dirty.stranger }))).toBe('place');
    const site = await running(c(), { orders: [order] });
    expect(
      await blamed(async () =>
        postponeProject(site.secretary, { ...(await site.on()), newDueOn: '2024-12-31', reason: dirty.phone }),
      ),
    ).toBe('reason');
    expect(
      await blamed(async () =>
        addMilestone(site.clerk, { ...(await site.on()), title: dirty.requester, dueOn: '2024-05-31' }),
      ),
    ).toBe('title');
    expect(
      await blamed(async () =>
        recordSpend(site.clerk, {
          ...(await site.on()),
          on: dayOf(c()),
          label: '钱来顺劳务费',
          amountFen: 1_000,
          receiptNo: '票-001',
        }),
      ),
    ).toBe('label');
  });

  it('of an answer, in each of its steps', async () => {
    const { code: order } = await submitted(c(), { item: '1403', words: '能不能弄个棋牌室？', contact: requester });
    const shuji = await c().as('shuji');
    const give = (more: object) =>
      giveAnswer(shuji, {
        clientId: randomUUID(),
        order,
        title: 'C区要一间棋牌室',
        decision: 'adopted',
        weighedBy: 'two_committees',
        weighedOn: dayOf(c()),
        words: '已经列入实施计划，预计一季度建设完成。',
        reason: 'C区老人集中，同意列入计划。',
        dueOn: dayOf(c(), 60),
        ...more,
      });
    expect(await blamed(() => give({ title: '钱来顺要一间棋牌室' }))).toBe('title');
    expect(await blamed(() => give({ words: dirty.phone }))).toBe('words');
    const { code, version } = await give({});
    const on = { code, version, clientId: randomUUID() };
    expect(
      await blamed(() => fulfilAnswer(shuji, { ...on, words: dirty.requester, doneOn: dayOf(c()), photos: [] })),
    ).toBe('words');
    expect(
      await blamed(() => takeBackAnswer(shuji, { ...on, words: '这件事不再办理了。', reason: dirty.stranger })),
    ).toBe('reason');
  });

  it('of a round: it gives nobody’s number', async () => {
    const shuji = await c().as('shuji');
    const open = (more: object) =>
      openRound(shuji, {
        clientId: randomUUID(),
        community: poli,
        question: '活动室晚上开到几点好？',
        opensOn: dayOf(c()),
        closesOn: dayOf(c()),
        ...more,
      });
    expect(await blamed(() => open({ words: dirty.stranger }))).toBe('words');
    const { code, version } = await open({});
    c().clock.advance(86_400_000);
    const closed = await closeRound(shuji, { code, version, clientId: randomUUID() });
    const rows = [
      { heard: '开到晚上九点', doing: '从下月起开到九点' },
      { heard: '想要有人管钥匙', doing: '由值班员开门', who: '值班 100 9999 8888' },
    ];
    const publish = () => publishList(shuji, { code, version: closed.version, clientId: randomUUID(), rows });
    expect(await blamed(publish)).toBe('rows.1.who');
  });
});
