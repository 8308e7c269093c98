import { beforeEach, describe, expect, it } from 'vitest';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { findDeliberation } from '@/lib/deliberation/facts';
import { newId } from '@/lib/kernel/ids';
import { apiServer } from '@/tests/support/api-server';
import { dayMs, type Hall, hallAt, namesOf, openHall, parkingPoints } from '@/tests/support/deliberations';
import type { HttpClient } from '@/tests/support/http-client';
import { type Expected, refusalsAt } from '@/tests/support/refused-case';
import { wholeDatabase } from '@/tests/support/whole-database';

const s = apiServer();
const { as, trail, file, state, expectRefused } = refusalsAt(s);

const act = (hall: Pick<Hall, 'code'>, action: string, body: object) => (caller: HttpClient) =>
  caller.post(`/deliberations/${hall.code}/actions/${action}`, { clientId: newId(), ...body });
const versionOf = async (hall: Hall) => ({ version: (await hall.on()).version });

const voters = ['liuyang', 'mali', 'wangguilan'];

/** A meeting of the first stage: called, with a frozen roll, or with its vote open on the web. */
async function meeting(upTo: 'convened' | 'frozen' | 'voting' | 'in the room', heldInMs = 0): Promise<Hall> {
  const hall = await openHall(s());
  const heldAt = s().clock.now() + heldInMs;
  const called = { body: 'party_committee' as const, heldAt, place: '党群服务中心' };
  await conveneMeeting(hall.clerk, { ...(await hall.on()), ...called, web: true, votesUntil: heldAt + dayMs });
  if (upTo === 'convened') return hall;
  const names = await namesOf(s(), voters);
  await enterRoll(hall.clerk, {
    ...(await hall.on()),
    seats: voters.map((account, i) => ({ name: names[i] ?? '', account })),
  });
  await freezeRoll(hall.clerk, await hall.on());
  if (upTo === 'in the room') await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 2] });
  if (upTo !== 'frozen') await openVote(hall.clerk, await hall.on());
  return hall;
}

describe('two clerks at the same meeting at once', () => {
  it.each([
    ['the roll', 'enter-roll', (n: number) => ({ seats: [{ name: `第${n}位写的人` }] }), 'convened'],
    ['who is there', 'attend', (n: number) => ({ ordinals: [n] }), 'frozen'],
    ['the count', 'count', (n: number) => ({ way: 'paper', yes: n, no: 2 - n, abstain: 0 }), 'in the room'],
  ] as const)('enter %s: one of them is taken, the other is told and noted', async (_, action, bodyOf, upTo) => {
    const hall = await meeting(upTo);
    const clerks = ['chenchen', 'limin'] as const;
    const callers = await Promise.all(clerks.map(as));
    const on = await versionOf(hall);
    const told = (await trail()).length;
    const answers = await Promise.all(
      callers.map((caller, i) => act(hall, action, { ...on, ...bodyOf(i + 1) })(caller)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = answers[0]?.status === 200 ? [0, 1] : [1, 0];
    expect(answers[lost]?.body).toMatchObject({ reason: 'deliberation.stale', version: on.version + 1 });
    expect(answers[lost]?.body.detail).toMatch(/有人刚刚改了.*还在/);
    const noted = (await trail()).slice(told);
    expect(noted.map(({ actorId, data }) => [actorId, data])).toEqual([
      [s().idOf(clerks[lost] ?? ''), { reason: 'deliberation.stale', case: hall.code }],
    ]);
    // What the first one typed is there once, and nothing of the second.
    expect((await hall.on()).version).toBe(on.version + 1);
    const { rows } = wholeDatabase(file());
    const id = (await findDeliberation(s().engine.reader, hall.code))?.id;
    const ofCase = (rows.deliberation_meeting ?? []).filter((row) => row.deliberation_id === id).map((row) => row.id);
    const mine = (table: string) => (rows[table] ?? []).filter((row) => ofCase.includes(row.meeting_id));
    if (action === 'enter-roll')
      expect(mine('deliberation_roll').map(({ name }) => name)).toEqual([`第${won + 1}位写的人`]);
    if (action === 'attend') {
      const there = mine('deliberation_roll').filter((row) => row.present_at !== null);
      expect(there.map(({ ordinal }) => ordinal)).toEqual([won + 1]);
    }
    if (action === 'count') expect(mine('deliberation_count').map((row) => row.yes_votes)).toEqual([won + 1]);
  });
});

describe('a vote cast twice', () => {
  it('counts once, however many tries come at once, and each other try is told and noted', async () => {
    const hall = await meeting('voting');
    const voter = await as('liuyang');
    const told = (await trail()).length;
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, i) => act(hall, 'cast', { choice: i % 2 === 0 ? 'yes' : 'no' })(voter)),
    );
    const [taken, refused] = [tries.filter((one) => one.status === 200), tries.filter((one) => one.status !== 200)];
    expect([taken.length, refused.length]).toEqual([1, 7]);
    for (const { status, body } of refused) {
      expect([status, body.reason]).toEqual([412, 'deliberation.voted_already']);
      expect(body.detail).toMatch(/投过/);
    }
    const noted = (await trail()).slice(told);
    expect(noted).toHaveLength(7);
    expect(noted.every(({ actorId, data }) => actorId === s().idOf('liuyang') && data.case === hall.code)).toBe(true);
    expect(JSON.stringify(noted)).not.toMatch(/"(yes|no)"/);
    expect(wholeDatabase(file()).rows.deliberation_ballot).toHaveLength(1);
    await expectRefused('liuyang', act(hall, 'cast', { choice: 'no' }), {
      status: 412,
      reason: 'deliberation.voted_already',
      words: /投过/,
      noted: { case: hall.code },
    });
  });
});

describe('a roll after it was frozen', () => {
  it.each([['frozen'], ['voting']] as const)('is not changed: %s', async (upTo) => {
    const hall = await meeting(upTo);
    const seats = [...voters.slice(1), 'zhoujianguo'].map((account) => ({ name: account, account }));
    for (const action of ['enter-roll', 'freeze-roll']) {
      await expectRefused('chenchen', act(hall, action, { ...(await versionOf(hall)), seats }), {
        status: 412,
        reason: 'deliberation.roll_frozen',
        words: /名单已经冻结/,
        noted: { case: hall.code },
      });
    }
  });
});

describe('a stage opened early', () => {
  const steps: [
    what: string,
    at: () => Promise<Hall>,
    action: string,
    body: object,
    expected: Omit<Expected, 'noted'>,
  ][] = [
    [
      'the vote before its hour',
      () => meeting('frozen', 3_600_000),
      'open-vote',
      {},
      { status: 412, reason: 'deliberation.too_early', words: /还没到开会的时间/ },
    ],
    [
      'the count before the vote',
      () => meeting('frozen'),
      'count',
      { way: 'hands', yes: 1, no: 0, abstain: 0 },
      { status: 412, reason: 'deliberation.vote_not_open', words: /表决没有开始/ },
    ],
    [
      'the meeting of another stage',
      () => openHall(s()),
      'convene',
      { body: 'representative_meeting', heldAt: 0, place: '党群服务中心' },
      { status: 412, reason: 'deliberation.other_body', words: /现在这个阶段不是由这个会议来议/ },
    ],
    [
      'the resolution before it is decided',
      () => hallAt(s(), 'resolve'),
      'publish',
      { points: parkingPoints },
      { status: 409, reason: 'deliberation.not_in_state', words: /现在的阶段不能这样做，什么都没有改动/ },
    ],
    [
      'carrying it out before it is published',
      () => hallAt(s(), 'publish_resolution'),
      'begin',
      {},
      { status: 412, reason: 'deliberation.not_published', words: /决议还没有公布/ },
    ],
    [
      'the result before it is carried out',
      () => hallAt(s(), 'publish_resolution'),
      'publish-result',
      { points: parkingPoints, figures: [{ kind: 'count', label: '车位', amount: 1, unit: '个' }] },
      { status: 409, reason: 'deliberation.not_in_state', words: /现在的阶段不能这样做，什么都没有改动/ },
    ],
  ];
  it.each(steps)('%s', async (_, at, action, body, expected) => {
    const hall = await at();
    const now = 'heldAt' in body ? { heldAt: s().clock.now() + dayMs } : {};
    await expectRefused('shuji', act(hall, action, { ...(await versionOf(hall)), ...body, ...now }), {
      ...expected,
      noted: { case: hall.code },
    });
  });

  it('while the notice runs', async () => {
    const hall = await hallAt(s(), 'publish_resolution');
    await publishResolution(hall.secretary, await hall.on());
    await expectRefused('shuji', act(hall, 'begin', await versionOf(hall)), {
      status: 412,
      reason: 'deliberation.notice_runs',
      words: /公示到 .*还没有期满/,
      noted: { case: hall.code },
    });
  });
});

describe('a publication', () => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await hallAt(s(), 'publish_resolution');
    await publishResolution(hall.secretary, await hall.on());
  });

  it('is not published again, not revised, and not corrected without a reason', async () => {
    const points = ['本社区居民停车也要缴费'];
    const tries: [action: string, body: object, expected: Omit<Expected, 'noted'>, fields?: string[]][] = [
      ['publish', { points }, { status: 412, reason: 'deliberation.published_already', words: /新旧两版并列公开/ }],
      [
        'revise',
        { title: '另一个题目' },
        { status: 409, reason: 'deliberation.not_in_state', words: /什么都没有改动/ },
      ],
      ['write-plan', { points }, { status: 409, reason: 'deliberation.not_in_state', words: /什么都没有改动/ }],
      ['correct', { points }, { status: 422, reason: 'input.invalid', words: /请填写这一项/ }, ['reason']],
      [
        'correct',
        { points, reason: '。。。。。。。' },
        { status: 422, reason: 'input.invalid', words: /没有保存/ },
        ['reason'],
      ],
    ];
    for (const [action, body, expected, fields] of tries) {
      await expectRefused('shuji', act(hall, action, { ...(await versionOf(hall)), ...body }), {
        ...expected,
        noted: { case: hall.code, ...(fields && { fields }) },
      });
    }
  });

  it('has no way to be overwritten or taken away, for nobody', async () => {
    const before = state();
    const caller = await as('shuji');
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const { status, body } = await caller.send(method, `/deliberations/${hall.code}`, { body: '{}' });
      expect([method, status, body.reason]).toEqual([method, 405, 'http.method_not_allowed']);
    }
    expect(state()).toEqual(before);
  });
});
