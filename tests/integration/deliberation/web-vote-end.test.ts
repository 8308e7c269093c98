import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { getRoll } from '@/lib/deliberation/queries/get-roll';
import { findReceipt, getTally } from '@/lib/deliberation/queries/get-tally';
import type { Choice } from '@/lib/deliberation/status';
import { deliberationBallot } from '@/lib/deliberation/tables';
import { sharedCommunity } from '@/tests/support/community';
import { type Hall, hallAt, namesOf, openHall, parkingPoints, refused } from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });
const hourMs = 3_600_000;
const voters = ['wangguilan', 'zhoujianguo', 'annakeller', 'liuyang', 'mali'];
const room = [1, 2, 3];

let now: { hall: Hall; meeting: string };

/** A vote that is open in the room, for three, and on the web for five, until an hour from now. */
beforeEach(async () => {
  const hall = await openHall(c());
  const heldAt = c().clock.now();
  const called = { body: 'party_committee' as const, heldAt, place: '党群服务中心' };
  await conveneMeeting(hall.clerk, { ...(await hall.on()), ...called, web: true, votesUntil: heldAt + hourMs });
  const names = await namesOf(c(), voters);
  const seats = [
    ...room.map((n) => ({ name: `委员${n}` })),
    ...voters.map((account, i) => ({ name: names[i] ?? '', account })),
  ];
  await enterRoll(hall.clerk, { ...(await hall.on()), seats });
  await freezeRoll(hall.clerk, await hall.on());
  await openVote(hall.clerk, await hall.on());
  const { meetings } = await getDeliberation(hall.clerk, { code: hall.code });
  now = { hall, meeting: meetings.at(-1)?.id ?? '' };
});

const cast = async (hall: Hall, who: string, choice: Choice, clientId: string = randomUUID()) =>
  castVote(await c().as(who), { code: hall.code, clientId, choice });
const ballotsOf = (meeting: string) =>
  c().engine.reader.select().from(deliberationBallot).where(eq(deliberationBallot.meetingId, meeting));

/** Three in the room in favour, these on the web, and the end. */
async function closed(choices: readonly Choice[]): Promise<string[]> {
  const { hall } = now;
  await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: room });
  await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 3, no: 0, abstain: 0 });
  const receipts: string[] = [];
  for (const [i, choice] of choices.entries()) receipts.push((await cast(hall, voters[i] ?? '', choice)).receipt);
  c().clock.advance(2 * hourMs);
  await closeVote(hall.clerk, await hall.on());
  return receipts;
}

describe('what is published of the votes on the web', () => {
  it.each([
    [['yes', 'no', 'abstain', 'yes'], 'few'],
    [['yes', 'yes', 'yes', 'yes', 'yes'], 'unanimous'],
    [['yes', 'yes', 'yes', 'yes', 'no'], null],
  ] as const)('of %s is the list unless it would tell who voted how: %s', async (choices, withheld) => {
    const receipts = await closed(choices);
    const of = { code: now.hall.code, meeting: now.meeting };
    const tally = await getTally(anyone(), of);
    expect([tally.withheld, tally.lines === null, tally.intact]).toEqual([withheld, withheld !== null, true]);
    // Whoever holds a receipt finds their own vote all the same.
    const found = await findReceipt(anyone(), { ...of, receipt: receipts[0] ?? '' });
    expect(found.choice).toBe('yes');
    // And nobody who keeps the papers sees any more who voted there.
    const roll = await getRoll(now.hall.clerk, of);
    expect(roll?.seats.filter((one) => one.votedOnWeb)).toEqual([]);
  });
});

describe('the end of a vote on the web', () => {
  it('ends at the time that was announced, or once everybody has voted, and not when it stands well', async () => {
    const { hall, meeting } = now;
    const until = (await getDeliberation(hall.clerk, { code: hall.code })).meetings.at(-1)?.votesUntil ?? 0;
    expect(until).toBe(c().clock.now() + hourMs);
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: room });
    await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 3, no: 0, abstain: 0 });
    const close = async () => closeVote(hall.clerk, await hall.on());
    expect((await refused(hall, close)).reason).toBe('deliberation.web_runs');
    // How many would do depends on who is still to come, so it is not told meanwhile.
    expect((await getDeliberation(hall.clerk, { code: hall.code })).needed).toMatchObject({ yes: null });
    for (const who of voters) await cast(hall, who, 'yes');
    await close();
    const { meetings } = await getDeliberation(anyone(), { code: hall.code });
    expect(meetings.find(({ id }) => id === meeting)).toMatchObject({ state: 'passed', present: 8, yes: 8 });
  });

  it('is called with its end, which is not before the meeting', async () => {
    const hall = await hallAt(c(), 'consult');
    await writePlan(hall.clerk, { ...(await hall.on()), points: parkingPoints, words: '' });
    const heldAt = c().clock.now() + hourMs;
    const call = async (more: object) =>
      conveneMeeting(hall.clerk, {
        ...(await hall.on()),
        body: 'two_committees',
        heldAt,
        place: '二楼',
        web: true,
        ...more,
      });
    await expect(call({})).rejects.toMatchObject({ code: 'invalid' });
    expect(await refused(hall, () => call({ votesUntil: heldAt - 1 }))).toEqual({
      reason: 'deliberation.votes_end_too_early',
    });
    await call({ votesUntil: heldAt });
  });

  it('takes no second ballot under the key of another voter’s form', async () => {
    const { hall, meeting } = now;
    const key = randomUUID();
    await cast(hall, 'wangguilan', 'yes', key);
    const same = await cast(hall, 'zhoujianguo', 'no', key).catch((error: unknown) => error);
    expect(same).toMatchObject({ code: 'invalid', reason: 'request.key_reused' });
    expect(await ballotsOf(meeting)).toHaveLength(1);
    await cast(hall, 'zhoujianguo', 'no');
  });
});

describe('the roll of a vote on the web', () => {
  it('takes an account beside its own name alone, and no 预备 that it does not understand', async () => {
    const hall = await openHall(c());
    const heldAt = c().clock.now();
    const called = { body: 'party_committee' as const, heldAt, place: '党群服务中心' };
    await conveneMeeting(hall.clerk, { ...(await hall.on()), ...called, web: true, votesUntil: heldAt });
    const enter = async (seats: { name: string; account?: string; seat?: 'probationary' }[]) =>
      enterRoll(hall.clerk, { ...(await hall.on()), seats });
    expect(await refused(hall, () => enter([{ name: '张三', account: 'sunxiuying' }]))).toEqual({
      reason: 'deliberation.account_other_name',
      params: { account: 'sunxiuying', name: '张三' },
    });
    for (const name of ['张三预备', '李四（预备期）', 'Li Si (probation)']) {
      await expect(enter([{ name }]), name).rejects.toMatchObject({ code: 'invalid' });
    }
    await enter([
      { name: '孙 秀英', account: 'sunxiuying' },
      { name: '张三', seat: 'probationary' },
    ]);
    expect((await getRoll(hall.clerk, { code: hall.code }))?.seats).toHaveLength(2);
  });
});
