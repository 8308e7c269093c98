import { describe, expect, it } from 'vitest';
import { nextStepOf } from '@/app/_matters/deliberation/next-step';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { getRoll } from '@/lib/deliberation/queries/get-roll';
import { listRefusals } from '@/lib/deliberation/queries/list-refusals';
import { sharedCommunity } from '@/tests/support/community';
import { callMeeting, dayMs, type Hall, hallAt, openHall, pass } from '@/tests/support/deliberations';

const c = sharedCommunity();
const next = async (hall: Hall) =>
  nextStepOf(await getDeliberation(hall.clerk, { code: hall.code }), await getRoll(hall.clerk, { code: hall.code }));

describe('the roll by name', () => {
  it('is for those who keep the papers alone', async () => {
    const hall = await openHall(c());
    expect(await getRoll(hall.clerk, { code: hall.code })).toBeNull();
    await callMeeting(c(), hall, 'propose');
    const roll = await getRoll(hall.secretary, { code: hall.code });
    expect(roll).toMatchObject({ eligible: 5, probationary: 0, needs: { present: { needed: 3 } }, counts: [] });
    expect(roll?.seats[0]).toMatchObject({ name: '与会人1', seat: 'voting', account: null, inRoom: false });
    const street = await c().as('jiedao');
    await expect(getRoll(street, { code: hall.code })).rejects.toMatchObject({ code: 'forbidden' });
    const volunteer = await c().as('liuyang');
    await expect(getRoll(volunteer, { code: hall.code })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells what a roll will ask for before it is frozen, and gives back the accounts that were typed', async () => {
    const hall = await hallAt(c(), 'resolve');
    await conveneMeeting(hall.clerk, {
      ...(await hall.on()),
      body: 'representative_meeting',
      heldAt: c().clock.now(),
      place: '党群服务中心',
    });
    const seats = Array.from({ length: 147 }, (_, i) => ({ name: `代表${i + 1}` }));
    await enterRoll(hall.clerk, {
      ...(await hall.on()),
      seats: [...seats.slice(1), { name: '刘洋', account: 'liuyang' }],
    });
    const roll = await getRoll(hall.clerk, { code: hall.code });
    expect(roll?.needs).toMatchObject({ eligible: 147, present: { needed: 98 }, yes: null });
    expect(roll?.seats.at(-1)).toMatchObject({ name: '刘洋', account: 'liuyang' });
    expect((await getDeliberation(hall.clerk, { code: hall.code })).needed).toBeNull();
  });
});

describe('the next step', () => {
  it('is one at a time, from the basis to the accounts', async () => {
    const hall = await openHall(c());
    expect(await next(hall)).toBe('convene');
    await pass(c(), hall, 'propose', { present: 5, yes: 5, no: 0, abstain: 0 });
    expect(await next(hall)).toBe('write_plan');
    await pass(c(), hall, 'consult', { present: 8, yes: 8, no: 0, abstain: 0 });
    expect(await next(hall)).toBe('send_plan');
    await sendPlan(hall.clerk, await hall.on());
    c().clock.advance(3 * dayMs);
    expect(await next(hall)).toBe('convene');
    await callMeeting(c(), hall, 'review');
    expect(await next(hall)).toBe('attend');
    await recordAttendance(hall.clerk, { ...(await hall.on()), present: 74 });
    expect(await next(hall)).toBe('attend');
    expect((await listRefusals(hall.clerk, { code: hall.code })).get('open_vote')).toEqual({
      kind: 'not_now',
      reason: 'deliberation.quorum_missing',
      params: { present: 74, eligible: 112, percent: 66.07, needed: 75 },
    });
    await recordAttendance(hall.clerk, { ...(await hall.on()), present: 82 });
    expect(await next(hall)).toBe('open_vote');
    await openVote(hall.clerk, await hall.on());
    expect(await next(hall)).toBe('count');
    await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 79, no: 2, abstain: 0 });
    expect(await next(hall)).toBe('count');
    await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', yes: 79, no: 2, abstain: 1 });
    expect(await next(hall)).toBe('close_vote');
  });

  it('of a published resolution is what still stands in the way of carrying it out', async () => {
    const hall = await hallAt(c(), 'publish_resolution');
    expect(await next(hall)).toBe('publish');
    const refusals = await listRefusals(hall.clerk, { code: hall.code });
    expect(refusals.get('publish')).toEqual({ kind: 'not_yours', reason: 'deliberation.not_for_you' });
    await publishResolution(hall.secretary, await hall.on());
    expect(await next(hall)).toBe('file');
  });
});
