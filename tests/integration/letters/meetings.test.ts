import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { closeLetter } from '@/lib/letters/commands/close-letter';
import { holdMeeting } from '@/lib/letters/commands/hold-meeting';
import { postponeDecision } from '@/lib/letters/commands/postpone-decision';
import { receiveLetter } from '@/lib/letters/commands/receive-letter';
import { replyToLetter } from '@/lib/letters/commands/reply-to-letter';
import { sendLetter } from '@/lib/letters/commands/send-letter';
import { settleDecision } from '@/lib/letters/commands/settle-decision';
import { getLetter } from '@/lib/letters/queries/get-letter';
import { listEvents } from '@/lib/letters/queries/list-events';
import { listLetters } from '@/lib/letters/queries/list-letters';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';
import { anOrder, perform, rowOf } from '@/tests/support/orders';

const c = sharedCommunity();
const day = (days = 0) => new Date(c().clock.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const key = <More extends object>(code: string, over: More = {} as More) => ({ code, clientId: newId(), ...over });
const settled = async () => {
  while ((await drainOutbox(c().ctx())) > 0);
};

/** A letter that its lead has answered, on which a meeting decided two things; about an order where one is named. */
async function met(order?: string) {
  const limin = await c().as('limin');
  const { code } = await sendLetter(limin, {
    clientId: newId(),
    community: poli,
    order,
    subject: '三号楼前电缆井的归属',
    words: '请到场认定归属，并答复由谁更换井盖。',
    lead: 'DHS-UTIL',
    co: ['PL-PROP'],
    replyBy: day(3),
  });
  const gongshui = await c().as('gongshui');
  await receiveLetter(gongshui, key(code));
  await replyToLetter(gongshui, key(code, { words: '井归供电所，由我们更换。' }));
  const { version } = await getLetter(limin, { code });
  await holdMeeting(limin, meeting(code, version));
  return { code, limin, gongshui };
}

const meeting = (code: string, version: number, over: object = {}) =>
  key(code, {
    version,
    heldOn: day(),
    place: '社区二楼会议室',
    agenda: '谁换井盖，换的时候车往哪里走。',
    present: ['DHS-UTIL', 'PL-PROP'],
    others: '环评中介机构',
    decisions: [
      { words: '供电所更换井盖。', owner: 'DHS-UTIL', dueOn: day(2) },
      { words: '物业围挡并指路。', owner: 'PL-PROP', dueOn: day(1) },
    ],
    ...over,
  });

const decisionsIn = async (code: string, who = 'limin') =>
  (await getLetter(await c().as(who), { code })).meetings.flatMap(({ decisions }) => decisions);

describe('协调会', () => {
  it('is written down with who came, and each decision is an item with an owner and a day', async () => {
    const { code, limin } = await met();
    const { meetings } = await getLetter(await c().as('gaofeng'), { code });
    expect(meetings).toMatchObject([
      { place: '社区二楼会议室', present: ['DHS-UTIL', 'PL-PROP'], others: '环评中介机构' },
    ]);
    expect(meetings[0]?.decisions.map(({ no, owner, own, settledAt }) => [no, owner, own, settledAt])).toEqual([
      [1, 'DHS-UTIL', false, null],
      [2, 'PL-PROP', true, null],
    ]);
    const { items } = await listEvents(limin, { code });
    expect(items.at(-1)).toMatchObject({ type: 'letter.meeting_held', data: { on: day() } });
    expect(JSON.stringify(items)).not.toContain('井');
  });

  it('is settled by its owner or by who sent the letter, once, and by no other unit', async () => {
    const { code, limin, gongshui } = await met();
    const [one, other] = await decisionsIn(code);
    const gaofeng = await c().as('gaofeng');
    const words = '已经换好，照片在回复里。';
    const settle = (who: typeof limin, decision = '') => settleDecision(who, key(code, { decision, words }));
    await expect(settle(gaofeng, one?.id)).rejects.toMatchObject({ reason: 'letter.decision_not_yours' });
    await expect(settle(await c().as('dujuan'), one?.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(settle(limin, newId())).rejects.toMatchObject({ reason: 'letter.decision_unknown' });
    const twice = await Promise.allSettled([settle(gongshui, one?.id), settle(limin, one?.id)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await settle(gaofeng, other?.id);
    expect((await decisionsIn(code)).map(({ settled: said }) => said)).toEqual([words, words]);
  });

  it('keeps the letter open, and its order from being handed in, until every decision is carried out', async () => {
    const order = await anOrder(c(), { state: 'in_progress', holder: 'unit' });
    const { code, limin, gongshui } = await met(order.code);
    await settled();
    const close = async () =>
      closeLetter(limin, key(code, { version: (await getLetter(limin, { code })).version, reason: '都办好了。' }));
    await expect(close()).rejects.toMatchObject({ reason: 'letter.decisions_open' });
    const [one, other] = await decisionsIn(code);
    await settleDecision(gongshui, key(code, { decision: one?.id ?? '', words: '已经更换。' }));
    await settled();
    await expect(close()).rejects.toMatchObject({ reason: 'letter.decisions_open' });
    await expect(perform(c(), 'gaofeng', 'submit_evidence', order)).rejects.toMatchObject({
      reason: 'order.letter_open',
    });
    await settleDecision(limin, key(code, { decision: other?.id ?? '', words: '已经围挡。' }));
    await settled();
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    expect((await rowOf(c(), order)).status).toBe('awaiting_verification');
    expect((await close()).status).toBe('closed');
  });

  it('has decisions for its own units alone, of a meeting that was held, and a later day only with a reason', async () => {
    const { code, limin } = await met();
    const { version } = await getLetter(limin, { code });
    for (const [over, reason] of [
      [{ heldOn: day(1) }, 'letter.meeting_ahead'],
      [{ present: ['PL-SANI'] }, 'letter.unit_not_here'],
      [{ decisions: [{ words: '环卫清扫路面。', owner: 'PL-SANI', dueOn: day(1) }] }, 'letter.unit_not_here'],
      [{ decisions: [{ words: '物业清扫路面。', owner: 'PL-PROP', dueOn: day(-1) }] }, 'letter.day_past'],
    ] as const)
      await expect(holdMeeting(limin, meeting(code, version, over)), reason).rejects.toMatchObject({ reason });
    const [one] = await decisionsIn(code);
    const later = (dueOn: string) =>
      postponeDecision(limin, key(code, { version, decision: one?.id ?? '', dueOn, reason: '配件要从外地调。' }));
    await expect(later(day(2))).rejects.toMatchObject({ reason: 'letter.not_later' });
    await later(day(4));
    expect((await decisionsIn(code))[0]?.dueOn).toBe(day(4));
  });

  it('lists the letter as late once a decision is past its day', async () => {
    const { code, limin } = await met();
    const late = async () => (await listLetters(limin, { view: 'late' })).items.map((one) => one.code);
    expect(await late()).not.toContain(code);
    const now = c().clock.now();
    c().clock.set(now + 2 * 86_400_000);
    expect(await late()).toContain(code);
    expect((await decisionsIn(code)).map((one) => one.late)).toEqual([false, true]);
    c().clock.set(now);
  });
});
