import { randomUUID } from 'node:crypto';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseEvent } from '@/lib/casework/tables';
import { ballotDigest, receiptHash, rollDigest } from '@/lib/deliberation/ballots';
import { annulMeeting } from '@/lib/deliberation/commands/annul-meeting';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { findDeliberation, rollOf } from '@/lib/deliberation/facts';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { findReceipt, getTally } from '@/lib/deliberation/queries/get-tally';
import type { Choice } from '@/lib/deliberation/status';
import { deliberationBallot, deliberationMeeting, deliberationRoll } from '@/lib/deliberation/tables';
import { outboxMessage } from '@/lib/outbox/tables';
import { replayKey } from '@/lib/replay/tables';
import { sharedCommunity } from '@/tests/support/community';
import { testEngine } from '@/tests/support/database';
import { type Hall, hallAt, parkingPoints, refused } from '@/tests/support/deliberations';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });

/** Six in the room without an account, four with one, and a probationary member who has an account too. */
const voters = ['wangguilan', 'zhoujianguo', 'annakeller', 'liuyang'] as const;
const room = [1, 2, 3, 4, 5, 6];
const seats = [
  ...room.map((n) => ({ name: `委员${n}` })),
  { name: '王桂兰', account: 'wangguilan' },
  { name: '周建国', account: 'zhoujianguo' },
  { name: 'Anna Keller', account: 'annakeller' },
  { name: '刘 洋', account: 'liuyang' },
  { name: '马丽', seat: 'probationary' as const, account: 'mali' },
];
const hourMs = 3_600_000;

interface Ballotting {
  hall: Hall;
  meeting: string;
}

const idOfOpen = async (hall: Hall): Promise<string> => {
  const { meetings } = await getDeliberation(hall.clerk, { code: hall.code });
  return meetings.at(-1)?.id ?? '';
};

async function convened(hall: Hall): Promise<Ballotting> {
  await conveneMeeting(hall.clerk, {
    ...(await hall.on()),
    body: 'two_committees',
    heldAt: c().clock.now(),
    place: '党群服务中心',
    web: true,
    votesUntil: c().clock.now() + hourMs,
  });
  await enterRoll(hall.clerk, { ...(await hall.on()), seats });
  return { hall, meeting: await idOfOpen(hall) };
}

/** A meeting whose vote is open in the room and on the web. */
async function voting(): Promise<Ballotting> {
  const hall = await hallAt(c(), 'consult');
  await writePlan(hall.clerk, { ...(await hall.on()), points: parkingPoints, words: '' });
  const ballotting = await convened(hall);
  await freezeRoll(hall.clerk, await hall.on());
  await openVote(hall.clerk, await hall.on());
  return ballotting;
}

const cast = async (hall: Hall, who: string, choice: Choice, clientId: string = randomUUID()) =>
  castVote(await c().as(who), { code: hall.code, clientId, choice });

/** Ends a vote with six in the room, five for and one against. */
async function closed({ hall }: Ballotting): Promise<void> {
  await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: room });
  await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 3, no: 1, abstain: 0 });
  await recordCount(hall.clerk, { ...(await hall.on()), way: 'paper', yes: 2, no: 0, abstain: 0 });
  c().clock.advance(2 * hourMs);
  await closeVote(hall.clerk, await hall.on());
}

const ballotsOf = (meeting: string) =>
  c().engine.reader.select().from(deliberationBallot).where(eq(deliberationBallot.meetingId, meeting));

let now: Ballotting;
beforeEach(async () => {
  now = await voting();
});

describe('one vote each, whichever way', () => {
  it('counts hands, paper and the web together', async () => {
    const { hall, meeting } = now;
    await cast(hall, 'wangguilan', 'yes');
    await cast(hall, 'zhoujianguo', 'no');
    await cast(hall, 'annakeller', 'abstain');
    await closed(now);
    const { meetings, status } = await getDeliberation(anyone(), { code: hall.code });
    // Of ten: six in the room and three on the web; more than half of those present is five.
    expect(meetings.find((one) => one.id === meeting)).toMatchObject({
      state: 'passed',
      eligible: 10,
      present: 9,
      yes: 6,
      no: 2,
      abstain: 1,
      neededYes: 5,
    });
    expect(status).toBe('review');
  });

  it('takes one of twenty tries of one voter', async () => {
    const { hall, meeting } = now;
    const voter = await c().as('wangguilan');
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        castVote(voter, { code: hall.code, clientId: randomUUID(), choice: i % 2 === 0 ? 'yes' : 'no' }),
      ),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason as string] : []));
    // Who comes second is told so; where two met in the same instant the second may have to look again.
    expect(reasons.filter((reason) => !['deliberation.voted_already', 'deliberation.stale'].includes(reason))).toEqual(
      [],
    );
    expect(await ballotsOf(meeting)).toHaveLength(1);
  });

  it('gives the same receipt to the same form sent again, and takes no other choice under its key', async () => {
    const { hall, meeting } = now;
    const key = randomUUID();
    const first = await cast(hall, 'wangguilan', 'yes', key);
    expect(await cast(hall, 'wangguilan', 'yes', key)).toEqual(first);
    await expect(cast(hall, 'wangguilan', 'no', key)).rejects.toMatchObject({ reason: 'request.key_reused' });
    expect((await ballotsOf(meeting)).map(({ choice }) => choice)).toEqual(['yes']);
    expect(await refused(hall, () => cast(hall, 'wangguilan', 'no'))).toEqual({
      reason: 'deliberation.voted_already',
    });
  });

  it('takes no vote on the web of who sits in the room, and nobody into the room who voted on the web', async () => {
    const { hall, meeting } = now;
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 7] });
    expect(await refused(hall, () => cast(hall, 'wangguilan', 'yes'))).toEqual({
      reason: 'deliberation.sits_in_room',
    });
    await cast(hall, 'zhoujianguo', 'yes');
    const both = async () => recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 8] });
    expect(await refused(hall, both)).toEqual({ reason: 'deliberation.has_no_vote_here' });
    const marked = (await rollOf(c().engine.reader, meeting)).filter((one) => one.presentAt !== null);
    expect(marked.map(({ ordinal }) => ordinal)).toEqual([1, 7]);
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1] });
    await cast(hall, 'wangguilan', 'yes');
    expect(await ballotsOf(meeting)).toHaveLength(2);
  });

  it('counts attendance by name, so that a number alone is refused', async () => {
    const { hall } = now;
    const number = async () => recordAttendance(hall.clerk, { ...(await hall.on()), present: 6 });
    expect(await refused(hall, number)).toEqual({ reason: 'deliberation.names_needed' });
  });

  it('takes none of a probationary member, of who is not on the roll, and of nobody', async () => {
    const { hall, meeting } = now;
    for (const who of ['mali', 'sunxiuying', 'shuji']) {
      await expect(cast(hall, who, 'yes'), who).rejects.toMatchObject({ code: 'forbidden' });
    }
    const nobody = castVote(anyone(), { code: hall.code, clientId: randomUUID(), choice: 'yes' });
    await expect(nobody).rejects.toMatchObject({ code: 'forbidden' });
    // Nor is a probationary member counted as there.
    const present = async () => recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 11] });
    expect((await refused(hall, present)).reason).toBe('deliberation.has_no_vote_here');
    expect(await ballotsOf(meeting)).toEqual([]);
  });

  it('takes none under a key that could be guessed, and none after the end', async () => {
    const { hall } = now;
    await expect(cast(hall, 'wangguilan', 'yes', '12345678')).rejects.toMatchObject({ code: 'invalid' });
    await cast(hall, 'liuyang', 'yes');
    await closed(now);
    await expect(cast(hall, 'wangguilan', 'yes')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('does not end while too few are there, those on the web included', async () => {
    const { hall } = now;
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 2, 3, 4] });
    await cast(hall, 'wangguilan', 'yes');
    await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 4, no: 0, abstain: 0 });
    c().clock.advance(2 * hourMs);
    // More than half of ten are six.
    expect(await refused(hall, async () => closeVote(hall.clerk, await hall.on()))).toEqual({
      reason: 'deliberation.quorum_missing',
      params: { present: 5, eligible: 10, percent: 50, needed: 6 },
    });
    // The web is over; one more comes into the room.
    expect(await refused(hall, () => cast(hall, 'zhoujianguo', 'yes'))).toEqual({ reason: 'deliberation.web_over' });
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 2, 3, 4, 5] });
    await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 5, no: 0, abstain: 0 });
    await closeVote(hall.clerk, await hall.on());
    expect((await findDeliberation(hall.clerk.db, hall.code))?.status).toBe('review');
  });
});

describe('a frozen roll', () => {
  it('is not written again, and its digest is that of the roll', async () => {
    const { hall, meeting } = now;
    const again = async () => enterRoll(hall.clerk, { ...(await hall.on()), seats: seats.slice(1) });
    expect(await refused(hall, again)).toEqual({ reason: 'deliberation.roll_frozen' });
    const roll = await rollOf(c().engine.reader, meeting);
    expect(roll).toHaveLength(11);
    const [row] = await c().engine.reader.select().from(deliberationMeeting).where(eq(deliberationMeeting.id, meeting));
    expect(row?.rollDigest).toBe(rollDigest(row?.rollSalt ?? '', roll));
    const { meetings } = await getDeliberation(anyone(), { code: hall.code });
    expect(meetings.at(-1)?.rollDigest).toBe(row?.rollDigest);
    const swapped = roll.map((one) => (one.ordinal === 7 ? { ...one, personId: c().idOf('sunxiuying') } : one));
    const struck = roll.slice(1);
    const renamed = roll.map((one) => (one.ordinal === 1 ? { ...one, name: '另一人' } : one));
    const promoted = roll.map((one) => ({ ...one, seat: 'voting' as const }));
    for (const other of [struck, renamed, promoted, swapped]) {
      expect(rollDigest(row?.rollSalt ?? '', other)).not.toBe(row?.rollDigest);
    }
  });

  it('takes no account twice and none that is not there', async () => {
    const { hall } = now;
    await annulMeeting(hall.secretary, { ...(await hall.on()), reason: '名单有误，重新召集' });
    await convened(hall);
    const twice = [...seats, { name: '刘洋', account: 'liuyang' }];
    expect(await refused(hall, async () => enterRoll(hall.clerk, { ...(await hall.on()), seats: twice }))).toEqual({
      reason: 'deliberation.account_twice',
    });
    const unknown = [...seats, { name: '外人', account: 'nobody-here' }];
    expect(await refused(hall, async () => enterRoll(hall.clerk, { ...(await hall.on()), seats: unknown }))).toEqual({
      reason: 'deliberation.account_unknown',
      params: { account: 'nobody-here' },
    });
  });
});

describe('the tally', () => {
  it('is there after the end and not before, and holds each receipt', async () => {
    const { hall, meeting } = now;
    const yes = await cast(hall, 'wangguilan', 'yes');
    const no = await cast(hall, 'zhoujianguo', 'no');
    for (const ctx of [anyone(), hall.secretary, hall.clerk]) {
      await expect(getTally(ctx, { code: hall.code, meeting })).rejects.toMatchObject({ code: 'not_found' });
    }
    // Nor does the case, the answer of a step, or a refusal tell how it stands.
    const before = await getDeliberation(hall.secretary, { code: hall.code });
    expect(before.meetings.at(-1)).toMatchObject({ yes: null, no: null, abstain: null, ballotDigest: null });
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: room });
    c().clock.advance(2 * hourMs);
    expect((await refused(hall, async () => closeVote(hall.clerk, await hall.on()))).params).toEqual({
      yes: 0,
      no: 0,
      abstain: 0,
      sum: 0,
      present: 6,
    });
    await closed(now);

    const tally = await getTally(anyone(), { code: hall.code, meeting });
    expect(tally.intact).toBe(true);
    // Two ballots would tell those who know who was not in the room how these two voted.
    expect(tally).toMatchObject({ lines: null, withheld: 'few', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await findReceipt(anyone(), { code: hall.code, meeting, receipt: yes.receipt })).toMatchObject({
      choice: 'yes',
    });
    // As somebody types it from paper.
    const typed = no.receipt.toLowerCase().replace(/(.{4})/g, '$1-');
    expect(await findReceipt(anyone(), { code: hall.code, meeting, receipt: typed })).toEqual({
      receiptHash: receiptHash(meeting, no.receipt),
      choice: 'no',
    });
    await expect(
      findReceipt(anyone(), { code: hall.code, meeting, receipt: '0000000000000000' }),
    ).rejects.toMatchObject({ reason: 'deliberation.receipt_unknown' });
  });

  it('shows one changed, one removed and one added ballot', async () => {
    const { hall, meeting } = now;
    await cast(hall, 'wangguilan', 'yes');
    await cast(hall, 'zhoujianguo', 'no');
    await closed(now);
    const intact = async () => (await getTally(anyone(), { code: hall.code, meeting })).intact;
    const [ballot] = await ballotsOf(meeting);
    if (!ballot) throw new Error('no ballot');
    const at = eq(deliberationBallot.receiptHash, ballot.receiptHash);
    const write = (choice: Choice) =>
      c().engine.transaction((tx) => tx.update(deliberationBallot).set({ choice }).where(at).returning());
    await write(ballot.choice === 'yes' ? 'no' : 'yes');
    expect(await intact()).toBe(false);
    await write(ballot.choice);
    expect(await intact()).toBe(true);
    await c().engine.transaction((tx) => tx.delete(deliberationBallot).where(at).returning());
    expect(await intact()).toBe(false);
    await c().engine.transaction((tx) => tx.insert(deliberationBallot).values(ballot).returning());
    const added = { ...ballot, receiptHash: 'f'.repeat(64) };
    await c().engine.transaction((tx) => tx.insert(deliberationBallot).values(added).returning());
    expect(await intact()).toBe(false);
  });

  it('shows a changed ballot also where the digest beside it was changed to fit: the seal does not', async () => {
    const { hall, meeting } = now;
    await cast(hall, 'wangguilan', 'yes');
    await closed(now);
    const fitting = await c().engine.transaction(async (tx) => {
      await tx
        .update(deliberationBallot)
        .set({ choice: 'no' })
        .where(eq(deliberationBallot.meetingId, meeting))
        .returning();
      const rows = await tx.select().from(deliberationBallot).where(eq(deliberationBallot.meetingId, meeting));
      const digest = ballotDigest(rows);
      await tx
        .update(deliberationMeeting)
        .set({ ballotDigest: digest })
        .where(eq(deliberationMeeting.id, meeting))
        .returning();
      return digest;
    });
    const tally = await getTally(anyone(), { code: hall.code, meeting });
    expect(tally.intact).toBe(false);
    expect(tally.digest).not.toBe(fitting);
    const events = await c()
      .engine.reader.select()
      .from(caseEvent)
      .where(eq(caseEvent.type, 'deliberation.vote_closed'))
      .orderBy(caseEvent.at, caseEvent.seq);
    const told = events.map((event) => JSON.parse(event.data)).find((data) => data.meeting === meeting);
    expect(told.ballotDigest).toBe(tally.digest);
  });
});

describe('who voted how', () => {
  it('stands nowhere: no column, no row and no order of rows has both', async () => {
    const { hall, meeting } = now;
    const keys = voters.map(() => randomUUID());
    const receipts: string[] = [];
    for (const [i, who] of voters.entries()) {
      receipts.push((await cast(hall, who, i % 2 === 0 ? 'yes' : 'no', keys[i])).receipt);
    }
    await closed(now);
    expect(Object.keys(getTableColumns(deliberationBallot)).sort()).toEqual(
      ['choice', 'meetingId', 'receiptHash', 'seal'].sort(),
    );
    expect(Object.keys(getTableColumns(deliberationRoll)).sort()).toEqual(
      ['meetingId', 'name', 'ordinal', 'personId', 'presentAt', 'seat', 'votedOn'].sort(),
    );
    const { reader } = c().engine;
    const of = (await findDeliberation(reader, hall.code))?.id ?? '';
    const rows = [
      ...(await ballotsOf(meeting)),
      ...(await rollOf(reader, meeting)),
      ...(await reader.select().from(caseEvent).where(eq(caseEvent.caseId, of))),
      ...(await reader.select().from(outboxMessage)),
      ...(await reader.select().from(replayKey)),
    ].map((row) => JSON.stringify(row));
    const hashes = receipts.map((receipt) => receiptHash(meeting, receipt));
    const people = voters.map((who) => c().idOf(who));
    for (const secret of [...keys, ...receipts]) {
      expect(rows.filter((row) => row.includes(secret))).toEqual([]);
    }
    // A ballot's hash stands in the ballot alone, and no row of it has a person, a seat or a moment.
    for (const hash of hashes) expect(rows.filter((row) => row.includes(hash))).toHaveLength(1);
    const withBallot = rows.filter((row) => hashes.some((hash) => row.includes(hash)));
    expect(withBallot.filter((row) => people.some((id) => row.includes(id)))).toEqual([]);
    const votes = await reader.select().from(caseEvent).where(eq(caseEvent.type, 'deliberation.cast'));
    expect(votes.filter((event) => event.actor !== 'voter')).toEqual([]);
    expect(votes.every((event) => Object.keys(JSON.parse(event.data)).join() === 'meeting')).toBe(true);
    const sitting = await rollOf(reader, meeting);
    if (testEngine === 'postgres') {
      // One transaction wrote them all: the number of the one that did tells nothing.
      const writer = sql<string>`xmin::text`;
      const ballots = await reader
        .select({ writer })
        .from(deliberationBallot)
        .where(eq(deliberationBallot.meetingId, meeting));
      const taken = await reader
        .select({ writer })
        .from(deliberationRoll)
        .where(eq(deliberationRoll.meetingId, meeting));
      expect(new Set([...ballots, ...taken].map((row) => row.writer)).size).toBe(1);
    } else {
      // Rows lie in the order of their hashes, and not in that of coming.
      const lying = await reader
        .select({ hash: deliberationBallot.receiptHash })
        .from(deliberationBallot)
        .where(eq(deliberationBallot.meetingId, meeting))
        .orderBy(sql`rowid`);
      expect(lying.map(({ hash }) => hash)).toEqual([...hashes].sort());
    }
    expect(sitting.flatMap(({ votedOn }) => votedOn ?? [])).toEqual([]);
  });
});
