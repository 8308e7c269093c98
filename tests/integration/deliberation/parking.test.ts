import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chainedEvent, eventHash, genesisHash } from '@/lib/casework/chain';
import { caseEvent } from '@/lib/casework/tables';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { correctResolution } from '@/lib/deliberation/commands/correct-resolution';
import { fileResolution } from '@/lib/deliberation/commands/file-resolution';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { publishResult } from '@/lib/deliberation/commands/publish-result';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { setPrices } from '@/lib/deliberation/commands/set-prices';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { findDeliberation } from '@/lib/deliberation/facts';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { sharedCommunity } from '@/tests/support/community';
import {
  callMeeting,
  dayMs,
  type Hall,
  hallAt,
  openHall,
  parkingPoints,
  pass,
  refused,
  typesOf,
  vote,
} from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });

const statusOf = async (hall: Hall) => (await findDeliberation(hall.secretary.db, hall.code))?.status;

describe('规范四个小区停车, step by step (7.6)', () => {
  it('is decided by the numbers of the rule pack, published, filed and accounted for', async () => {
    const hall = await openHall(c());
    // 2: 提议 by 5 of 5; before it, nobody outside knows of the case.
    await expect(getDeliberation(anyone(), { code: hall.code })).rejects.toMatchObject({ code: 'not_found' });
    await pass(c(), hall, 'propose', { present: 5, yes: 5, no: 0, abstain: 0 });
    // 3: 商议 by 8 of 9.
    await pass(c(), hall, 'consult', { present: 8, yes: 8, no: 0, abstain: 0 });
    expect(await statusOf(hall)).toBe('review');

    // 4: the plan goes out three days ahead; on day 2 the meeting is refused with the rule.
    await sendPlan(hall.clerk, await hall.on());
    c().clock.advance(2 * dayMs);
    const early = await refused(hall, async () =>
      conveneMeeting(hall.clerk, {
        ...(await hall.on()),
        body: 'party_meeting',
        heldAt: c().clock.now(),
        place: '党群服务中心',
      }),
    );
    expect(early).toEqual({ reason: 'deliberation.plan_too_late', params: { days: 3, sent: 2 } });
    c().clock.advance(dayMs);

    // 5: 74 of 112 do not open the vote, 75 do.
    await callMeeting(c(), hall, 'review');
    const needs = (await getDeliberation(hall.clerk, { code: hall.code })).needed;
    expect(needs).toMatchObject({
      eligible: 112,
      present: { needed: 75 },
      yes: { needed: 57, rule: 'party_meeting_11' },
    });
    await recordAttendance(hall.clerk, { ...(await hall.on()), present: 74 });
    expect(await refused(hall, async () => openVote(hall.clerk, await hall.on()))).toEqual({
      reason: 'deliberation.quorum_missing',
      params: { present: 74, eligible: 112, percent: 66.07, needed: 75 },
    });
    // 56 would do by the local words (半数以上) and not by the party's own (超过半数): the stricter decides.
    await vote(hall, { present: 75, yes: 56, no: 10, abstain: 9 });
    await closeVote(hall.clerk, await hall.on());
    expect(await statusOf(hall)).toBe('review');
    expect((await getDeliberation(anyone(), { code: hall.code })).meetings.at(-1)).toMatchObject({
      state: 'failed',
      yes: 56,
      neededYes: 57,
    });
    // Another meeting; 79 + 2 + 1 are 82, and 81 are not.
    await callMeeting(c(), hall, 'review');
    await vote(hall, { present: 82, yes: 79, no: 2, abstain: 0 });
    expect(await refused(hall, async () => closeVote(hall.clerk, await hall.on()))).toEqual({
      reason: 'deliberation.sum_differs',
      params: { yes: 79, no: 2, abstain: 0, sum: 81, present: 82 },
    });
    await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 79, no: 2, abstain: 1 });
    await closeVote(hall.clerk, await hall.on());
    expect(await statusOf(hall)).toBe('resolve');

    // 6: 97 of 147 are 65.98 %, 98 open the vote; 49 of 98 are no majority.
    await callMeeting(c(), hall, 'resolve');
    await recordAttendance(hall.clerk, { ...(await hall.on()), present: 97 });
    expect(await refused(hall, async () => openVote(hall.clerk, await hall.on()))).toEqual({
      reason: 'deliberation.quorum_missing',
      params: { present: 97, eligible: 147, percent: 65.98, needed: 98 },
    });
    await vote(hall, { present: 98, yes: 49, no: 40, abstain: 9 });
    await closeVote(hall.clerk, await hall.on());
    expect(await statusOf(hall)).toBe('resolve');
    await callMeeting(c(), hall, 'resolve');
    await vote(hall, { present: 121, yes: 109, no: 8, abstain: 4 });
    await closeVote(hall.clerk, await hall.on());
    expect(await statusOf(hall)).toBe('publish_resolution');

    // 7 and 8: the four points are public from the day, an objection is answered, both without a name.
    await publishResolution(hall.secretary, await hall.on());
    const published = await getDeliberation(anyone(), { code: hall.code });
    expect(published.resolutions.at(-1)?.points.zh).toEqual(parkingPoints);
    expect(published.notice?.daysLeft).toBe(7);
    await objectToResolution(anyone(), {
      code: hall.code,
      clientId: randomUUID(),
      words: '晚上外来车还是停不进来，我是3号楼的',
      contact: '10050000001',
    });
    const unanswered = await getDeliberation(anyone(), { code: hall.code });
    expect(unanswered.objections).toMatchObject([{ words: null, contact: null, answer: null }]);
    expect((await refused(hall, async () => beginImplementation(hall.secretary, await hall.on()))).reason).toBe(
      'deliberation.notice_runs',
    );
    c().clock.advance(8 * dayMs);
    expect(await refused(hall, async () => beginImplementation(hall.secretary, await hall.on()))).toMatchObject({
      reason: 'deliberation.objections_open',
    });
    await answerObjection(hall.clerk, {
      ...(await hall.on()),
      objection: published.objections[0]?.id ?? unanswered.objections[0]?.id ?? '',
      publicWords: '晚上外来车还是停不进来',
      answer: '夜间保安登记外来车辆，超过两小时收费',
    });
    const answered = await getDeliberation(anyone(), { code: hall.code });
    expect(answered.objections).toMatchObject([{ words: '晚上外来车还是停不进来', contact: null }]);

    // 9: without 备案 what was decided is not carried out.
    expect((await refused(hall, async () => beginImplementation(hall.secretary, await hall.on()))).reason).toBe(
      'deliberation.filing_missing',
    );
    const today = new Date(c().clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await fileResolution(hall.clerk, { ...(await hall.on()), unit: '区发改委', on: today, receiptNo: '备2024-17' });

    // 10: a price that is not below the market's is refused by its name.
    const price = (priceFen: number) => ({ label: '外单位车辆每小时', priceFen, marketFen: 500, unit: '小时' });
    expect(
      await refused(hall, async () => setPrices(hall.secretary, { ...(await hall.on()), prices: [price(500)] })),
    ).toEqual({ reason: 'deliberation.price_not_below', params: { label: '外单位车辆每小时' } });
    await setPrices(hall.secretary, { ...(await hall.on()), prices: [price(400)] });
    await setPrices(hall.secretary, { ...(await hall.on()), prices: [price(300)] });
    expect(await getDeliberation(c().ctx({ kind: 'anonymous' }), { code: hall.code })).toMatchObject({
      prices: [{ priceFen: 300 }],
      earlierPrices: [{ version: 1, rows: [{ priceFen: 400 }] }],
    });

    // 12: while it is not carried out, a correction makes version 2 and keeps 1, in a notice period of its own.
    await correctResolution(hall.secretary, {
      ...(await hall.on()),
      points: [...parkingPoints.slice(0, 3), '已向区发改委备案'],
      words: '停车方案',
      reason: '写明备案单位',
    });
    const { resolutions } = await getDeliberation(anyone(), { code: hall.code });
    expect(resolutions.map((text) => [text.points.zh[3], text.asVoted])).toEqual([
      ['已向相关单位备案', true],
      ['已向区发改委备案', false],
    ]);
    c().clock.advance(8 * dayMs);
    await beginImplementation(hall.secretary, await hall.on());

    // 11: vehicles, income, costs, balance, use.
    c().clock.advance(90 * dayMs);
    const figures = (used: number) => [
      { kind: 'count' as const, label: '外单位车辆', amount: 1830, unit: '辆次' },
      { kind: 'income' as const, label: '停车费', amount: 918_000, unit: '元' },
      { kind: 'cost' as const, label: '保安值守', amount: 600_000, unit: '元' },
      { kind: 'use' as const, label: '路灯维修', amount: used, unit: '元' },
    ];
    const result = { points: ['停车秩序好转'], words: '' };
    expect(
      await refused(hall, async () =>
        publishResult(hall.secretary, { ...(await hall.on()), ...result, figures: figures(318_001) }),
      ),
    ).toEqual({ reason: 'deliberation.more_used_than_left', params: { balance: '3180.00', used: '3180.01' } });
    await publishResult(hall.secretary, { ...(await hall.on()), ...result, figures: figures(318_000) });
    const done = await getDeliberation(anyone(), { code: hall.code });
    expect(done).toMatchObject({ status: 'completed', results: [{ balance: 318_000 }] });

    // Nobody voted on another text: what is carried out goes back to the vote, or asks for a case of its own.
    const other = { points: ['居民停车也收费'], words: '', reason: '情况有变化，需要改' };
    const rewrite = async () => correctResolution(hall.secretary, { ...(await hall.on()), ...other });
    expect((await refused(hall, rewrite)).reason).toBe('deliberation.needs_new_case');

    // Nothing of it is missing from the history, and every event fits the one before.
    const row = await findDeliberation(hall.secretary.db, hall.code);
    const events = await hall.secretary.db
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
    expect((await typesOf(hall, row?.id ?? '')).filter((type) => type === 'vote_closed')).toHaveLength(6);
  });
});

describe('what is refused', () => {
  it('a stage that the one before did not open', async () => {
    const hall = await openHall(c());
    const skip = async () =>
      conveneMeeting(hall.clerk, {
        ...(await hall.on()),
        body: 'representative_meeting',
        heldAt: c().clock.now(),
        place: '党群服务中心',
      });
    expect((await refused(hall, skip)).reason).toBe('deliberation.other_body');
    expect(
      (
        await refused(hall, async () =>
          publishResolution(hall.secretary, { ...(await hall.on()), points: ['强行公布'], words: '' }),
        )
      ).reason,
    ).toBe('deliberation.not_in_state');
  });

  it('the second of two clerks who enter the same meeting', async () => {
    const hall = await hallAt(c(), 'consult');
    await writePlan(hall.clerk, { ...(await hall.on()), points: parkingPoints, words: '' });
    await callMeeting(c(), hall, 'consult');
    const seen = await hall.on();
    const other = await c().as('limin');
    const answers = await Promise.allSettled([
      recordAttendance(hall.clerk, { ...seen, clientId: randomUUID(), present: 8 }),
      recordAttendance(other, { ...seen, clientId: randomUUID(), present: 7 }),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict', reason: 'deliberation.stale' });
    const { meetings } = await getDeliberation(hall.clerk, { code: hall.code });
    expect([7, 8]).toContain(meetings.at(-1)?.present);
  });

  it('who is neither secretary nor clerk', async () => {
    const hall = await hallAt(c(), 'consult');
    for (const key of ['zhaoqiang', 'liuyang', 'wangguilan', 'dujuan', 'jiedao']) {
      const ctx = await c().as(key);
      const on = await hall.on();
      await expect(writePlan(ctx, { ...on, points: parkingPoints, words: '' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});
