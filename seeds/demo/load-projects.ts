import { asc, eq, like } from 'drizzle-orm';
import { startOfDay } from '@/lib/calendar/shanghai';
import { deliberation } from '@/lib/deliberation/tables';
import type { Context } from '@/lib/kernel/context';
import { orders } from '@/lib/orders/tables';
import { loadActor } from '@/lib/people/queries/load-actor';
import { addMilestone } from '@/lib/projects/commands/add-milestone';
import { addPhoto } from '@/lib/projects/commands/add-photo';
import { completeProject } from '@/lib/projects/commands/complete-project';
import { explainDelay } from '@/lib/projects/commands/explain-delay';
import { openProject } from '@/lib/projects/commands/open-project';
import { postponeProject } from '@/lib/projects/commands/postpone-project';
import { reachMilestone } from '@/lib/projects/commands/reach-milestone';
import { recordSpend } from '@/lib/projects/commands/record-spend';
import { startProject } from '@/lib/projects/commands/start-project';
import { findProject } from '@/lib/projects/facts';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { communityCode } from './geography-plan';
import type { OrderLoad } from './load-orders';
import { drawPicture } from './pictures';
import { type PlannedProject, planProjects } from './plan-projects';

const hourMs = 3_600_000;
const fen = (yuan: number): number => Math.round(yuan * 100);

interface Hands {
  secretary: Context;
  clerk: Context;
}

/** What every action carries: the version that its hand has seen, and a key that a second load would repeat. */
async function on(ctx: Context, code: string, key: string) {
  return { code, version: (await findProject(ctx.db, code))?.version ?? 0, clientId: `demo-${key}` };
}

/** The deliberation of this title, and the order that asked for it in these words. */
async function groundsOf(ctx: Context, { decision, asked }: PlannedProject) {
  const [decided] = decision
    ? await ctx.db.select({ code: deliberation.code }).from(deliberation).where(eq(deliberation.title, decision))
    : [];
  if (decision && !decided) throw new RangeError(`nobody decided ${decision}`);
  const found = asked
    ? await ctx.db
        .select({ code: orders.code })
        .from(orders)
        .where(like(orders.words, `%${asked}%`))
        .orderBy(asc(orders.submittedAt), asc(orders.id))
        .limit(1)
    : [];
  return { deliberation: decided?.code, orders: found.map((order) => order.code) };
}

interface Step {
  on: string;
  hour: number;
  take(key: string): Promise<unknown>;
}

/** What happens to a project after it was listed, in the order of time. */
function stepsOf(plan: PlannedProject, code: string, { secretary, clerk }: Hands): Step[] {
  const by = (hand: Context, key: string) => on(hand, code, key);
  const { startedOn, completedOn, postponed, explained } = plan;
  const steps: Step[] = [];
  const at = (date: string | undefined, hour: number, take: Step['take']) => {
    if (date) steps.push({ on: date, hour, take });
  };
  at(startedOn, 10, async (key) => startProject(secretary, { ...(await by(secretary, key)), on: startedOn ?? '' }));
  for (const [i, one] of plan.milestones.entries()) {
    at(one.doneOn, 15, async (key) =>
      reachMilestone(clerk, {
        ...(await by(clerk, key)),
        ordinal: i + 1,
        on: one.doneOn ?? '',
        words: one.words,
      }),
    );
  }
  for (const { yuan, ...spent } of plan.spends) {
    at(spent.on, 16, async (key) => recordSpend(clerk, { ...(await by(clerk, key)), ...spent, amountFen: fen(yuan) }));
  }
  for (const photo of plan.photos ?? []) {
    at(photo.on, 16.5, async (key) => {
      const frame = Number.parseInt(photo.item, 10) * 101 + plan.key.length;
      const bytes = await drawPicture({ item: photo.item, picture: photo.picture, frame, n: 11 });
      const { id } = await storeUpload(clerk, { bytes });
      return addPhoto(clerk, { ...(await by(clerk, key)), upload: id, words: photo.words, takenOn: photo.on });
    });
  }
  at(postponed?.on, 11, async (key) => {
    const { newDueOn = '', reason = '' } = postponed ?? {};
    return postponeProject(secretary, { ...(await by(secretary, key)), newDueOn, reason });
  });
  at(explained?.on, 11, async (key) =>
    explainDelay(secretary, { ...(await by(secretary, key)), reason: explained?.reason ?? '' }),
  );
  at(completedOn, 17, async (key) =>
    completeProject(secretary, { ...(await by(secretary, key)), on: completedOn ?? '' }),
  );
  return steps.sort((a, b) => startOfDay(a.on) + a.hour * hourMs - (startOfDay(b.on) + b.hour * hourMs));
}

/**
 * 为民办实事 of the demo, through the same commands as at the desk, each at its own time: the deliberations that decided
 * one and the orders that asked for one must be there. Leaves the clock wherever the last step was.
 */
export async function loadProjects({ contextOf, clock, community }: OrderLoad): Promise<void> {
  const system = contextOf({ kind: 'system', name: 'demo' });
  const hand = async (key: string): Promise<Context> => {
    const actor = await loadActor(system, { personId: community.personId(key) });
    if (!actor) throw new RangeError(`nobody has the key ${key}`);
    return contextOf(actor);
  };
  for (const plan of planProjects) {
    clock.set(startOfDay(plan.openedOn) + 9 * hourMs);
    const hands: Hands = { secretary: await hand('shuji'), clerk: await hand('chenchen') };
    const { title, titleEn, words, place, fundings, dueOn } = plan;
    const { code } = await openProject(hands.secretary, {
      clientId: `demo-${plan.key}`,
      community: communityCode,
      ...{ title, titleEn, words, place, fundings, dueOn },
      budgetFen: fen(plan.yuan),
      ...(await groundsOf(system, plan)),
    });
    for (const [i, one] of plan.milestones.entries()) {
      const { title: step, dueOn: by } = one;
      const key = `${plan.key}-milestone-${i}`;
      await addMilestone(hands.clerk, { ...(await on(hands.clerk, code, key)), title: step, dueOn: by });
    }
    for (const [i, step] of stepsOf(plan, code, hands).entries()) {
      clock.set(startOfDay(step.on) + step.hour * hourMs);
      await step.take(`${plan.key}-${i}`);
    }
  }
}
