import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { caseEvent } from '@/lib/casework/tables';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { chooseRules } from '@/lib/deliberation/commands/choose-rules';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { openDeliberation } from '@/lib/deliberation/commands/open-deliberation';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { stateBasis } from '@/lib/deliberation/commands/state-basis';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { findDeliberation } from '@/lib/deliberation/facts';
import { packOf } from '@/lib/deliberation/rule-packs';
import type { Seat, VotingStage } from '@/lib/deliberation/status';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { namesByPerson } from '@/lib/people/queries/names-by-person';
import type { Community } from './community';

export const poli = '320371003208';
export const dayMs = 86_400_000;

/** The four points of the parking resolution, as the residents must be able to read them. */
export const parkingPoints = [
  '本社区居民停车免费',
  '外单位占用社区车位需缴费',
  '时间、价格低于市场价',
  '已向相关单位备案',
];

/** 应到 of the demo community: 5 of the committee, 9 of both, 112 with a vote of 118 members, 147 representatives. */
export const sizes: Record<VotingStage, { voting: number; probationary: number }> = {
  propose: { voting: 5, probationary: 0 },
  consult: { voting: 9, probationary: 0 },
  review: { voting: 112, probationary: 6 },
  resolve: { voting: 147, probationary: 0 },
};

export interface Votes {
  present: number;
  yes: number;
  no: number;
  abstain: number;
}

export interface Hall {
  code: string;
  secretary: Context;
  clerk: Context;
  /** The case's version now: every action carries what its caller has seen. */
  on(): Promise<{ code: string; version: number; clientId: string }>;
}

export const seatsOf = (voting: number, probationary = 0): { name: string; seat: Seat }[] => [
  ...Array.from({ length: voting }, (_, i) => ({ name: `与会人${i + 1}`, seat: 'voting' as const })),
  ...Array.from({ length: probationary }, (_, i) => ({ name: `预备${i + 1}`, seat: 'probationary' as const })),
];

type Opening = Partial<Parameters<typeof openDeliberation>[1]> & { pack?: string };

/** A case that was opened by the secretary by these rules of the community, with its legal basis stated. */
export async function openHall(c: Community, { pack = 'local_4+2', ...more }: Opening = {}): Promise<Hall> {
  await chooseRules(c.ctx(), { community: poli, pack });
  const secretary = await c.as('shuji');
  const clerk = await c.as('chenchen');
  const { code } = await openDeliberation(secretary, {
    clientId: randomUUID(),
    community: poli,
    title: '规范四个小区停车',
    titleEn: 'Parking in the four quarters',
    motive: 'proposed_by_residents',
    needsFiling: true,
    belowMarket: true,
    ...more,
  });
  const hall: Hall = {
    code,
    secretary,
    clerk,
    on: async () => ({
      code,
      version: (await findDeliberation(secretary.db, code))?.version ?? 0,
      clientId: randomUUID(),
    }),
  };
  await stateBasis(secretary, {
    ...(await hall.on()),
    basis: 'collective_land',
    words: '车位在集体所有的土地上，已告知业主',
  });
  return hall;
}

/** Calls the meeting of the current stage, with a frozen roll. */
export async function callMeeting(c: Community, hall: Hall, stage: VotingStage): Promise<void> {
  const { body } = packOf('local_4+2').stages[stage][0];
  await conveneMeeting(hall.clerk, { ...(await hall.on()), body, heldAt: c.clock.now(), place: '党群服务中心' });
  const { voting, probationary } = sizes[stage];
  await enterRoll(hall.clerk, { ...(await hall.on()), seats: seatsOf(voting, probationary) });
  await freezeRoll(hall.clerk, await hall.on());
}

/** Attendance, an open vote and the counts in the room; `close` ends it. */
export async function vote(hall: Hall, votes: Votes): Promise<void> {
  const { present, ...counted } = votes;
  await recordAttendance(hall.clerk, { ...(await hall.on()), present });
  await openVote(hall.clerk, await hall.on());
  await recordCount(hall.clerk, { ...(await hall.on()), way: 'hands', ...counted });
}

export async function pass(c: Community, hall: Hall, stage: VotingStage, votes: Votes): Promise<void> {
  if (stage === 'consult') {
    await writePlan(hall.clerk, { ...(await hall.on()), points: parkingPoints, words: '停车方案' });
  }
  if (stage === 'review') {
    await sendPlan(hall.clerk, await hall.on());
    c.clock.advance(3 * dayMs);
  }
  await callMeeting(c, hall, stage);
  await vote(hall, votes);
  await closeVote(hall.clerk, await hall.on());
}

const unanimous = (stage: VotingStage): Votes => {
  const { voting } = sizes[stage];
  return { present: voting, yes: voting, no: 0, abstain: 0 };
};

/** The case at the beginning of a stage, by votes of everybody. */
export async function hallAt(
  c: Community,
  stage: VotingStage | 'publish_resolution',
  more: Opening = {},
): Promise<Hall> {
  const hall = await openHall(c, more);
  for (const before of ['propose', 'consult', 'review', 'resolve'] as const) {
    if (before === stage) break;
    await pass(c, hall, before, unanimous(before));
  }
  return hall;
}

export const typesOf = async (hall: Hall, id: string): Promise<string[]> => {
  const rows = await hall.secretary.db.select().from(caseEvent).where(eq(caseEvent.caseId, id)).orderBy(caseEvent.seq);
  return rows.map((row) => row.type.replace('deliberation.', ''));
};

/** What a refusal says, and that it left the case as it was. */
export async function refused(
  hall: Hall,
  doing: () => Promise<unknown>,
): Promise<{ reason: string; params?: unknown }> {
  const before = await findDeliberation(hall.secretary.db, hall.code);
  const error = await doing().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw error ?? new Error('it was not refused');
  expect(await findDeliberation(hall.secretary.db, hall.code)).toEqual(before);
  return { reason: error.reason, ...(error.details.params && { params: error.details.params }) };
}

/** A decision that is being carried out: published as it was voted on, its notice over. */
export async function carriedOut(c: Community, more: Opening = {}): Promise<Hall> {
  const hall = await hallAt(c, 'publish_resolution', { needsFiling: false, belowMarket: false, ...more });
  await publishResolution(hall.secretary, await hall.on());
  c.clock.advance(8 * dayMs);
  await beginImplementation(hall.secretary, await hall.on());
  return hall;
}

/** The names that these accounts carry: a roll takes an account only beside its own. */
export async function namesOf(c: Community, accounts: readonly string[]): Promise<string[]> {
  const ids = accounts.map((account) => c.idOf(account));
  const names = await namesByPerson(c.engine.reader, ids);
  return ids.map((id) => names.get(id) ?? '');
}
