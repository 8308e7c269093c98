import { createHash } from 'node:crypto';
import { and, asc, inArray, lt } from 'drizzle-orm';
import { shanghaiDate, startOfDay } from '@/lib/calendar/shanghai';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { chooseRules } from '@/lib/deliberation/commands/choose-rules';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { correctResolution } from '@/lib/deliberation/commands/correct-resolution';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { fileResolution } from '@/lib/deliberation/commands/file-resolution';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { openDeliberation } from '@/lib/deliberation/commands/open-deliberation';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { publishResult } from '@/lib/deliberation/commands/publish-result';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { setPrices } from '@/lib/deliberation/commands/set-prices';
import { stateBasis } from '@/lib/deliberation/commands/state-basis';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { findDeliberation } from '@/lib/deliberation/facts';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import type { Context } from '@/lib/kernel/context';
import { orders } from '@/lib/orders/tables';
import { loadActor } from '@/lib/people/queries/load-actor';
import { namesByPerson } from '@/lib/people/queries/names-by-person';
import { communityCode } from './geography-plan';
import type { OrderLoad } from './load-orders';
import {
  communityRules,
  type PlannedDeliberation,
  type PlannedMeeting,
  planDeliberations,
  rollSizes,
} from './plan-deliberations';
import { seededRandom } from './random';
import { givenNames, surnames } from './texts/names';

const hourMs = 3_600_000;

/** One case on its way through the commands, with the hands that move it. */
class Hall {
  private steps = 0;
  constructor(
    private readonly load: Pick<OrderLoad, 'contextOf' | 'clock' | 'community'>,
    readonly plan: PlannedDeliberation,
    readonly secretary: Context,
    readonly clerk: Context,
    readonly code: string,
  ) {}

  at(date: string, hour = 9): void {
    this.load.clock.set(startOfDay(date) + hour * hourMs);
  }

  /** What every action carries: the version that its hand has seen, and a key that a second load would repeat. */
  async on() {
    const row = await findDeliberation(this.secretary.db, this.code);
    return { code: this.code, version: row?.version ?? 0, clientId: this.key() };
  }

  key = () => `demo-${this.plan.key}-${++this.steps}`;

  async namesOf(voters: readonly { account: string }[]): Promise<string[]> {
    const ids = voters.map(({ account }) => this.load.community.personId(account));
    const names = await namesByPerson(this.secretary.db, ids);
    return ids.map((id) => names.get(id) ?? '');
  }

  anyone = (address: string): Context => this.load.contextOf({ kind: 'anonymous' }, address);

  async voter(account: string): Promise<Context> {
    const actor = await loadActor(this.secretary, { personId: this.load.community.personId(account) });
    if (!actor) throw new RangeError(`nobody has the key ${account}`);
    return this.load.contextOf(actor, account);
  }
}

/** Invented names, and those who vote on the web by the names that their accounts carry. */
function seatsOf({ stage, on, web = [] }: PlannedMeeting, names: readonly string[]) {
  const random = seededRandom(20_240_115).fork(`roll ${stage} ${on}`);
  const name = () => `${random.pick(surnames)}${random.pick(givenNames)}`;
  const { voting, probationary } = rollSizes[stage];
  const seats = Array.from({ length: voting + probationary }, (_, i) => ({
    name: name(),
    seat: i < voting ? ('voting' as const) : ('probationary' as const),
  }));
  return seats.map((seat, i) => ({ ...seat, ...(web[i] && { account: web[i].account, name: names[i] ?? '' }) }));
}

/** The key that a voter's form would carry, the same in every load, so that the demo's receipts are too. */
export function ballotKey(vote: string): string {
  const hex = createHash('sha256').update(vote).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function hold(hall: Hall, meeting: PlannedMeeting): Promise<void> {
  const { clerk } = hall;
  const { on, body, web = [], present, yes, no, abstain } = meeting;
  hall.at(on, 9);
  const heldAt = startOfDay(on) + 15 * hourMs;
  await conveneMeeting(clerk, {
    ...(await hall.on()),
    body,
    heldAt,
    place: '坡里党群服务中心二楼会议室',
    web: web.length > 0,
    ...(web.length > 0 && { votesUntil: startOfDay(on) + 18 * hourMs }),
  });
  await enterRoll(clerk, { ...(await hall.on()), seats: seatsOf(meeting, await hall.namesOf(web)) });
  await freezeRoll(clerk, await hall.on());
  hall.at(on, 15);
  // Those in the room come after those who vote on the web, who stand first on the roll.
  const inRoom =
    web.length > 0 ? { ordinals: Array.from({ length: present }, (_, i) => web.length + i + 1) } : { present };
  await recordAttendance(clerk, { ...(await hall.on()), ...inRoom });
  await openVote(clerk, await hall.on());
  for (const { account, choice } of web) {
    const clientId = ballotKey(`${hall.code} ${account}`);
    await castVote(await hall.voter(account), { code: hall.code, clientId, choice });
  }
  await recordCount(clerk, { ...(await hall.on()), way: 'paper', yes, no, abstain });
  hall.at(on, web.length > 0 ? 19 : 16);
  await closeVote(clerk, await hall.on());
}

async function discuss(hall: Hall): Promise<void> {
  const { plan, secretary, clerk } = hall;
  await stateBasis(secretary, { ...(await hall.on()), ...plan.basis });
  for (const meeting of plan.meetings) {
    if (meeting.stage === 'consult') {
      hall.at(plan.planWrittenOn);
      await writePlan(clerk, { ...(await hall.on()), points: plan.points, pointsEn: plan.pointsEn });
    }
    const row = await findDeliberation(secretary.db, hall.code);
    if (meeting.stage === 'review' && row?.planSentOn === null) {
      hall.at(plan.planSentOn);
      await sendPlan(clerk, await hall.on());
    }
    await hold(hall, meeting);
  }
}

async function publish(hall: Hall): Promise<void> {
  const { plan, secretary } = hall;
  const { points, pointsEn, first } = plan;
  hall.at(plan.publishedOn, 17);
  const text = first ? { points, pointsEn: first.pointsEn } : {};
  await publishResolution(secretary, { ...(await hall.on()), ...text });
  if (!first) return;
  hall.at(plan.publishedOn, 33);
  await correctResolution(secretary, { ...(await hall.on()), points, pointsEn, reason: first.reason });
}

async function hear(hall: Hall): Promise<void> {
  const { plan, clerk } = hall;
  for (const [i, { on, words, answer }] of plan.objections.entries()) {
    hall.at(on, 19);
    await objectToResolution(hall.anyone(`${plan.key}-${i}`), { code: hall.code, clientId: hall.key(), words });
    if (!answer) continue;
    hall.at(answer.on, 10);
    const objection = (await getDeliberation(clerk, { code: hall.code })).objections.at(-1);
    if (!objection) throw new Error('a comment that is not there');
    const { publicWords } = answer;
    await answerObjection(clerk, { ...(await hall.on()), objection: objection.id, publicWords, answer: answer.words });
  }
}

async function carryOut(hall: Hall): Promise<void> {
  const { plan, secretary, clerk } = hall;
  const { filed, prices, begunOn, result } = plan;
  if (filed) {
    hall.at(filed.on, 11);
    await fileResolution(clerk, { ...(await hall.on()), ...filed });
  }
  if (prices) {
    hall.at(prices.on, 11);
    await setPrices(secretary, { ...(await hall.on()), prices: prices.rows });
  }
  if (begunOn) {
    hall.at(begunOn, 9);
    await beginImplementation(secretary, await hall.on());
  }
  if (result) {
    const { on, ...written } = result;
    hall.at(on, 16);
    await publishResult(secretary, { ...(await hall.on()), ...written });
  }
}

/** The numbers of the orders that a case answers: of these items, sent before it was opened. */
async function answered(ctx: Context, { answers, openedOn }: PlannedDeliberation): Promise<string[]> {
  if (answers.length === 0) return [];
  const rows = await ctx.db
    .select({ code: orders.code })
    .from(orders)
    .where(and(inArray(orders.itemCode, [...answers]), lt(orders.submittedAt, startOfDay(openedOn))))
    .orderBy(asc(orders.submittedAt), asc(orders.id));
  return rows.map((row) => row.code);
}

/**
 * The matters for all of the demo, through the same commands as at the desk, each at its own time: the orders that they
 * answer must be there. Leaves the clock wherever the last step was.
 */
export async function loadDeliberations(load: OrderLoad): Promise<void> {
  const { contextOf, clock, community, endsAt } = load;
  const system = contextOf({ kind: 'system', name: 'demo' });
  const hand = async (key: string): Promise<Context> => {
    const actor = await loadActor(system, { personId: community.personId(key) });
    if (!actor) throw new RangeError(`nobody has the key ${key}`);
    return contextOf(actor);
  };
  await chooseRules(system, { community: communityCode, pack: communityRules });
  for (const plan of planDeliberations(shanghaiDate(endsAt))) {
    clock.set(startOfDay(plan.openedOn) + 9 * hourMs);
    const secretary = await hand('shuji');
    const { code } = await openDeliberation(secretary, {
      clientId: `demo-${plan.key}`,
      community: communityCode,
      title: plan.title,
      titleEn: plan.titleEn,
      motive: 'proposed_by_residents',
      needsFiling: plan.needsFiling,
      belowMarket: plan.belowMarket,
      orders: await answered(system, plan),
    });
    const hall = new Hall(load, plan, secretary, await hand('chenchen'), code);
    await discuss(hall);
    await publish(hall);
    await hear(hall);
    await carryOut(hall);
  }
}
