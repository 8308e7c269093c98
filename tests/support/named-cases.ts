import { randomUUID } from 'node:crypto';
import { giveAnswer } from '@/lib/answers/commands/give-answer';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { person } from '@/lib/people/tables';
import { collectOpinion } from '@/lib/rounds/commands/collect-opinion';
import { openRound } from '@/lib/rounds/commands/open-round';
import type { Community } from './community';
import { hallAt, poli } from './deliberations';
import { submitted } from './orders';
import { dayOf, running } from './projects';

export const requester = { name: '测试人张桂芬', phone: '10087654321' };

/** A deliberation with people's names wherever the program takes one: rolls, minutes, comments, those who asked. */
async function decided(c: Community): Promise<void> {
  const order = await submitted(c, { item: '0803', contact: requester });
  const hall = await hallAt(c, 'resolve', { orders: [order.code] });
  const { secretary, clerk } = hall;
  await conveneMeeting(clerk, {
    ...(await hall.on()),
    body: 'representative_meeting',
    heldAt: c.clock.now(),
    place: '党群服务中心',
    web: true,
    votesUntil: c.clock.now() + 3_600_000,
  });
  const people = await secretary.db.select().from(person);
  const seats = people.map(({ displayName: name }) => ({ name, ...(name === '孙秀英' && { account: 'sunxiuying' }) }));
  await enterRoll(clerk, { ...(await hall.on()), seats });
  await freezeRoll(clerk, await hall.on());
  const voter = seats.findIndex(({ account }) => account !== undefined) + 1;
  const ordinals = seats.map((_, i) => i + 1).filter((ordinal) => ordinal !== voter);
  await recordAttendance(clerk, { ...(await hall.on()), ordinals });
  await openVote(clerk, await hall.on());
  await castVote(await c.as('sunxiuying'), { code: hall.code, clientId: randomUUID(), choice: 'yes' });
  await recordCount(clerk, { ...(await hall.on()), way: 'paper', yes: ordinals.length, no: 0, abstain: 0 });
  await closeVote(clerk, { ...(await hall.on()), minutes: `${people[0]?.displayName}主持，${requester.name}发言` });
  await publishResolution(secretary, await hall.on());
  for (const words of [
    `我是${requester.name}，电话${requester.phone}，停不进来`,
    `${people[1]?.displayName}家占了两个车位`,
  ]) {
    await objectToResolution(c.ctx({ kind: 'anonymous' }), {
      code: hall.code,
      clientId: randomUUID(),
      words,
      contact: requester.phone,
    });
  }
  const [first] = (await getDeliberation(clerk, { code: hall.code })).objections;
  await answerObjection(clerk, {
    ...(await hall.on()),
    objection: first?.id ?? '',
    publicWords: '晚上停不进来',
    answer: '夜间门岗登记外来车辆，先保居民',
  });
}

/** One public case of every kind that the board has. */
export const makers: Record<string, (c: Community) => Promise<unknown>> = {
  YS: decided,
  BS: (c) => running(c),
  DF: async (c) => {
    const order = await submitted(c, { item: '1403', words: '能不能弄个棋牌室？', contact: requester });
    return giveAnswer(await c.as('shuji'), {
      clientId: randomUUID(),
      order: order.code,
      title: 'C区要一间棋牌室',
      decision: 'adopted',
      weighedBy: 'two_committees',
      weighedOn: dayOf(c),
      words: '已经列入实施计划，预计2024年一季度建设完成。',
      reason: 'C区老人集中，两委会议同意列入计划。',
      dueOn: '2024-03-31',
    });
  },
  YJ: async (c) => {
    const { code } = await openRound(await c.as('shuji'), {
      clientId: randomUUID(),
      community: poli,
      question: '活动室晚上开到几点好？',
      opensOn: dayOf(c),
      closesOn: dayOf(c, 7),
    });
    return collectOpinion(c.ctx({ kind: 'anonymous' }), {
      code,
      clientId: randomUUID(),
      words: `我是${requester.name}，电话${requester.phone}，开到九点`,
    });
  },
};
