import { dateOfDay, dayMs, dayNumber, startOfDay } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { loadActor } from '@/lib/people/queries/load-actor';
import { closeRound } from '@/lib/rounds/commands/close-round';
import { collectOpinion } from '@/lib/rounds/commands/collect-opinion';
import { openRound } from '@/lib/rounds/commands/open-round';
import { publishList } from '@/lib/rounds/commands/publish-list';
import { writeDownOpinion } from '@/lib/rounds/commands/write-down-opinion';
import { findRound } from '@/lib/rounds/facts';
import { communityCode } from './geography-plan';
import type { OrderLoad } from './load-orders';
import { type PlannedRound, planRounds } from './plan-rounds';

const hourMs = 3_600_000;

async function walk(load: OrderLoad, plan: PlannedRound, secretary: Context, clerk: Context): Promise<void> {
  const { clock, contextOf } = load;
  clock.set(startOfDay(plan.opensOn) + 9 * hourMs);
  const { question, questionEn, words, opensOn, closesOn } = plan;
  const { code } = await openRound(secretary, {
    clientId: `demo-round-${plan.key}`,
    community: communityCode,
    ...{ question, questionEn, words, opensOn, closesOn },
  });
  for (const [i, said] of plan.web.entries()) {
    clock.set(startOfDay(opensOn) + dayMs + (i + 1) * hourMs);
    const anyone = contextOf({ kind: 'anonymous' }, `round-${plan.key}-${i}`);
    await collectOpinion(anyone, { code, clientId: `demo-round-${plan.key}-web-${i}`, words: said });
  }
  for (const [i, said] of plan.desk.entries()) {
    clock.set(startOfDay(opensOn) + 2 * dayMs + (i + 10) * hourMs);
    await writeDownOpinion(clerk, { code, clientId: `demo-round-${plan.key}-desk-${i}`, ...said });
  }
  if (!plan.list) return;
  const on = async (step: string) => ({
    code,
    version: (await findRound(secretary.db, code))?.version ?? 1,
    clientId: `demo-round-${plan.key}-${step}`,
  });
  clock.set(startOfDay(closesOn) + dayMs + 9 * hourMs);
  await closeRound(secretary, await on('close'));
  clock.set(startOfDay(closesOn) + 5 * dayMs + 10 * hourMs);
  await publishList(secretary, { ...(await on('publish')), rows: plan.list });
}

/**
 * The opinion rounds of the demo, through the same commands as at the desk: one that ended with its list, and one that
 * collects when the demo begins. Leaves the clock wherever the last step was.
 */
export async function loadRounds(load: OrderLoad): Promise<void> {
  const system = load.contextOf({ kind: 'system', name: 'demo' });
  const hand = async (key: string): Promise<Context> => {
    const actor = await loadActor(system, { personId: load.community.personId(key) });
    if (!actor) throw new RangeError(`nobody has the key ${key}`);
    return load.contextOf(actor);
  };
  const today = dayNumber(load.endsAt);
  for (const plan of planRounds((days) => dateOfDay(today + days))) {
    await walk(load, plan, await hand('shuji'), await hand('chenchen'));
  }
}
