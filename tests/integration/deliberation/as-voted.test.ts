import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadSheet } from '@/app/_matters/deliberation/load-sheet';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { correctResolution } from '@/lib/deliberation/commands/correct-resolution';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { stateBasis } from '@/lib/deliberation/commands/state-basis';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
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
  vote,
} from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });
const shown = (hall: Hall) => getDeliberation(anyone(), { code: hall.code });
const free = { needsFiling: false, belowMarket: false };

describe('what is published', () => {
  it('is what the meeting that decided voted on, or another text with its reason beside it', async () => {
    const hall = await hallAt(c(), 'publish_resolution', free);
    expect((await shown(hall)).voted?.points.zh).toEqual(parkingPoints);
    const other = { points: ['居民停车也收费', ...parkingPoints.slice(1)], words: '停车方案' };
    const publish = async (more: object = {}) =>
      publishResolution(hall.secretary, { ...(await hall.on()), ...other, ...more });
    expect(await refused(hall, publish)).toEqual({ reason: 'deliberation.differs_from_vote' });
    // Words beside the points were voted on as well.
    const words = async () =>
      publishResolution(hall.secretary, { ...(await hall.on()), points: parkingPoints, words: '另收管理费' });
    expect((await refused(hall, words)).reason).toBe('deliberation.differs_from_vote');
    const reason = '代表会议后有两户提出，先按此文字公示';
    await publish({ reason });
    expect(await shown(hall)).toMatchObject({
      resolutions: [{ version: 1, asVoted: false, reason }],
      voted: { points: { zh: parkingPoints }, words: '停车方案' },
    });
    // Before it is carried out it may still be set right; afterwards nothing is left but the vote.
    const back = { points: parkingPoints, words: '停车方案', reason: '按表决原文改正' };
    c().clock.advance(8 * dayMs);
    await beginImplementation(hall.secretary, await hall.on());
    const again = async () =>
      correctResolution(hall.secretary, { ...(await hall.on()), points: ['全部收费'], words: '', reason: back.reason });
    expect(await refused(hall, again)).toEqual({ reason: 'deliberation.needs_new_case' });
    await correctResolution(hall.secretary, { ...(await hall.on()), ...back });
    expect((await shown(hall)).resolutions.map(({ asVoted }) => asVoted)).toEqual([false, true]);
  });

  it('is the same for lines that a browser ends otherwise, and may add its English', async () => {
    const hall = await hallAt(c(), 'publish_resolution', free);
    const pointsEn = ['Residents park free', 'Others pay', 'Below the market', 'Filed'];
    const text = { points: parkingPoints.map((point) => ` ${point} `), pointsEn, words: '停车方案\r\n' };
    await publishResolution(hall.secretary, { ...(await hall.on()), ...text });
    expect((await shown(hall)).resolutions).toMatchObject([
      { asVoted: true, points: { zh: parkingPoints, en: pointsEn } },
    ]);
  });
});

describe('the plan', () => {
  it('is written anew after a meeting that did not pass it, sent anew, and each meeting keeps its version', async () => {
    const hall = await hallAt(c(), 'review', free);
    await sendPlan(hall.clerk, await hall.on());
    c().clock.advance(3 * dayMs);
    await callMeeting(c(), hall, 'review');
    const better = { points: [...parkingPoints, '每季度公布一次收支'], words: '' };
    const write = async () => writePlan(hall.clerk, { ...(await hall.on()), ...better });
    expect((await refused(hall, write)).reason).toBe('deliberation.plan_sent');
    await vote(hall, { present: 112, yes: 50, no: 62, abstain: 0 });
    await closeVote(hall.clerk, await hall.on());
    await write();
    expect(await getDeliberation(hall.clerk, { code: hall.code })).toMatchObject({
      planSentOn: null,
      plan: { version: 2 },
    });
    const meet = async () =>
      conveneMeeting(hall.clerk, {
        ...(await hall.on()),
        body: 'party_meeting',
        heldAt: c().clock.now() + 2 * dayMs,
        place: '党群服务中心',
      });
    expect((await refused(hall, meet)).reason).toBe('deliberation.plan_not_sent');
    await pass(c(), hall, 'review', { present: 112, yes: 112, no: 0, abstain: 0 });
    await pass(c(), hall, 'resolve', { present: 147, yes: 147, no: 0, abstain: 0 });
    const { meetings, plans, voted } = await getDeliberation(hall.clerk, { code: hall.code });
    expect(meetings.map(({ stage, state, planVersion }) => `${stage} ${state} ${planVersion}`)).toEqual([
      'propose passed null',
      'consult passed 1',
      'review failed 1',
      'review passed 2',
      'resolve passed 2',
    ]);
    // The sheet of each meeting has the text that it voted on.
    const [failed, passed] = meetings.filter(({ stage }) => stage === 'review');
    const pointsOn = async (n: string, meeting?: string) =>
      (await loadSheet(hall.clerk, hall.code, n, meeting)).plan?.points.zh.length;
    expect([await pointsOn('3', failed?.id), await pointsOn('3', passed?.id), await pointsOn('3')]).toEqual([4, 5, 5]);
    expect([await pointsOn('1'), await pointsOn('2'), await pointsOn('4')]).toEqual([undefined, 4, 5]);
    await expect(loadSheet(hall.clerk, hall.code, '4', failed?.id)).rejects.toMatchObject({ code: 'not_found' });
    expect([plans.length, voted?.version, (await shown(hall)).plans]).toEqual([2, 2, []]);
  });
});

describe('the ground of a decision', () => {
  it('is not changed while a vote runs, and every statement of it stays to be read', async () => {
    const hall = await openHall(c(), free);
    const state = async (more: object) =>
      stateBasis(hall.secretary, {
        ...(await hall.on()),
        basis: 'special_agreement',
        words: '按2019年的停车协议',
        ...more,
      });
    await callMeeting(c(), hall, 'propose');
    await vote(hall, { present: 5, yes: 5, no: 0, abstain: 0 });
    expect((await refused(hall, () => state({}))).reason).toBe('deliberation.vote_open');
    await closeVote(hall.clerk, await hall.on());
    await state({});
    const { basis } = await shown(hall);
    expect(basis).toMatchObject({ choice: 'special_agreement', words: '按2019年的停车协议', owners: null });
    expect(basis.versions.map(({ version, choice }) => [version, choice])).toEqual([
      [1, 'collective_land'],
      [2, 'special_agreement'],
    ]);
  });

  it('is a vote of the owners only with its numbers, and only if they reach what 278 asks for', async () => {
    const hall = await openHall(c(), free);
    const owners = { areaAll: 9000, areaPart: 6000, areaYes: 4500, headsAll: 90, headsPart: 60, headsYes: 45 };
    const state = async (more: Partial<typeof owners> & { matter?: 'change_use' | 'other' } = {}) =>
      stateBasis(hall.secretary, {
        ...(await hall.on()),
        basis: 'owners_vote',
        words: '业主大会三月二日表决',
        owners: { matter: 'change_use', ...owners, ...more },
      });
    const bare = async () =>
      stateBasis(hall.secretary, { ...(await hall.on()), basis: 'owners_vote', words: '业主大会三月二日表决' });
    await expect(bare()).rejects.toMatchObject({ code: 'invalid' });
    await expect(state({ headsYes: 61 })).rejects.toMatchObject({ code: 'invalid' });
    expect(await refused(hall, () => state({ headsPart: 59 }))).toEqual({
      reason: 'deliberation.owners_too_few',
      params: { heads: 59, neededHeads: 60, area: 6000, neededArea: 6000 },
    });
    expect((await refused(hall, () => state({ areaYes: 4499.99 }))).reason).toBe('deliberation.owners_not_in_favour');
    await state();
    // Of other matters more than half is enough, and half is not.
    const half = { headsYes: 30, areaYes: 3000.01 };
    expect((await refused(hall, () => state({ matter: 'other', ...half }))).reason).toBe(
      'deliberation.owners_not_in_favour',
    );
    await state({ matter: 'other', ...half, headsYes: 31 });
    expect((await getDeliberation(hall.clerk, { code: hall.code })).basis).toMatchObject({
      choice: 'owners_vote',
      owners: { matter: 'other', headsYes: 31, areaYes: 3000.01 },
      versions: [{ owners: null }, { owners: { matter: 'change_use' } }, { owners: { matter: 'other' } }],
    });
  });
});

describe('the count in the room', () => {
  it('is of hands and paper together no more than who is there', async () => {
    const hall = await openHall(c(), free);
    await callMeeting(c(), hall, 'propose');
    await recordAttendance(hall.clerk, { ...(await hall.on()), present: 5 });
    await openVote(hall.clerk, await hall.on());
    const count = async (way: 'hands' | 'paper', yes: number) =>
      recordCount(hall.clerk, { ...(await hall.on()), clientId: randomUUID(), way, yes, no: 0, abstain: 0 });
    await count('hands', 5);
    expect(await refused(hall, () => count('paper', 5))).toEqual({
      reason: 'deliberation.more_than_present',
      params: { sum: 10, present: 5 },
    });
    await count('hands', 3);
    await count('paper', 2);
  });
});
