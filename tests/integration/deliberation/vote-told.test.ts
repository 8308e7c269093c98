import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { noticeHref } from '@/app/_resident/me-screens';
import { annulMeeting } from '@/lib/deliberation/commands/annul-meeting';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { votesWaiting } from '@/lib/deliberation/queries/votes-waiting';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { outboxMessage } from '@/lib/outbox/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { type Hall, openHall } from '@/tests/support/deliberations';

const c = sharedCommunity();
const seats = [
  { name: '委员甲' },
  { name: '王桂兰', account: 'wangguilan' },
  { name: '周建国', account: 'zhoujianguo' },
  { name: '刘洋', account: 'liuyang' },
  { name: '马丽', seat: 'probationary' as const, account: 'mali' },
];

async function convened(web: boolean): Promise<Hall> {
  const hall = await openHall(c());
  await conveneMeeting(hall.clerk, {
    ...(await hall.on()),
    body: 'party_committee',
    heldAt: c().clock.now(),
    place: '党群服务中心',
    web,
    votesUntil: c().clock.now() + 3_600_000,
  });
  await enterRoll(hall.clerk, { ...(await hall.on()), seats });
  await freezeRoll(hall.clerk, await hall.on());
  return hall;
}

async function drained(): Promise<void> {
  while ((await drainOutbox(c().ctx())) > 0);
}

const toldOf = async (who: string, { code }: Hall) =>
  (await listNotices(await c().as(who))).items.filter((one) => one.orderCode === code);
const waitingFor = async (who: string, { code }: Hall) =>
  (await votesWaiting(await c().as(who))).filter((one) => one.code === code);

describe('when a secret vote opens on the web', () => {
  it('tells those on the frozen roll who have an account, once, and nobody else', async () => {
    const hall = await convened(true);
    // Whoever sits in the room votes there.
    await recordAttendance(hall.clerk, { ...(await hall.on()), ordinals: [1, 4] });
    await drained();
    expect(await toldOf('wangguilan', hall)).toEqual([]);
    expect(await waitingFor('wangguilan', hall)).toEqual([]);

    await openVote(hall.clerk, await hall.on());
    await drained();
    for (const who of ['wangguilan', 'zhoujianguo']) {
      const told = await toldOf(who, hall);
      expect(told.map(({ kind }) => kind)).toEqual(['deliberation.vote_opened']);
      const { actor } = await c().as(who);
      expect(noticeHref(actor, told[0]?.kind ?? '', hall.code)).toBe(`/board/${hall.code}/vote`);
    }
    for (const who of ['liuyang', 'mali', 'annakeller', 'chenchen']) expect(await toldOf(who, hall)).toEqual([]);

    // A message that comes twice makes one line.
    await c().engine.transaction((tx) =>
      tx
        .update(outboxMessage)
        .set({ state: 'pending', availableAt: 0 })
        .where(eq(outboxMessage.topic, 'deliberation.vote_opened'))
        .returning(),
    );
    await drained();
    expect(await toldOf('wangguilan', hall)).toHaveLength(1);
  });

  it('keeps the way to the ballot in 我的 until it is cast, and as long as the vote is open', async () => {
    const hall = await convened(true);
    await openVote(hall.clerk, await hall.on());
    const title = { zh: '规范四个小区停车', en: 'Parking in the four quarters' };
    expect(await waitingFor('wangguilan', hall)).toEqual([{ code: hall.code, title, until: expect.any(Number) }]);
    expect(await waitingFor('mali', hall)).toEqual([]);
    expect(await votesWaiting(c().ctx({ kind: 'anonymous' }))).toEqual([]);
    await castVote(await c().as('wangguilan'), { code: hall.code, clientId: randomUUID(), choice: 'yes' });
    expect(await waitingFor('wangguilan', hall)).toEqual([]);
    const [{ until } = { until: null }] = await waitingFor('zhoujianguo', hall);
    // Once its time is over the vote is taken no more, whenever the desk ends it.
    const late = { ...(await c().as('zhoujianguo')), now: () => (until ?? 0) + 1 };
    expect((await votesWaiting(late)).filter((one) => one.code === hall.code)).toEqual([]);
    await annulMeeting(hall.secretary, { ...(await hall.on()), reason: '名册有误，重新召集' });
    expect(await waitingFor('zhoujianguo', hall)).toEqual([]);
  });

  it('tells nobody of a vote in the room alone', async () => {
    const hall = await convened(false);
    await recordAttendance(hall.clerk, { ...(await hall.on()), present: 4 });
    await openVote(hall.clerk, await hall.on());
    await drained();
    expect([await toldOf('wangguilan', hall), await waitingFor('wangguilan', hall)]).toEqual([[], []]);
  });
});
