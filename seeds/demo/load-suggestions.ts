import { and, asc, eq, inArray, like } from 'drizzle-orm';
import { fulfilAnswer } from '@/lib/answers/commands/fulfil-answer';
import { giveAnswer } from '@/lib/answers/commands/give-answer';
import { restateAnswer } from '@/lib/answers/commands/restate-answer';
import { findAnswer } from '@/lib/answers/facts';
import { answeredItems } from '@/lib/answers/status';
import { dateOfDay, dayMs, dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { orders } from '@/lib/orders/tables';
import { loadActor } from '@/lib/people/queries/load-actor';
import { project } from '@/lib/projects/tables';
import type { OrderLoad } from './load-orders';
import { type PlannedSuggestion, planSuggestions } from './plan-suggestions';

/** The first order in whose words it is asked, and that came to an end with an answer. */
async function orderOf(ctx: Context, asked: string) {
  const [row] = await ctx.db
    .select({ code: orders.code, submittedAt: orders.submittedAt })
    .from(orders)
    .where(
      and(
        inArray(orders.itemCode, [...answeredItems]),
        inArray(orders.status, ['closed', 'awaiting_rating', 'awaiting_verification', 'in_progress', 'submitted']),
        like(orders.words, `%${asked}%`),
      ),
    )
    .orderBy(asc(orders.submittedAt), asc(orders.id))
    .limit(1);
  return row;
}

async function projectOf(ctx: Context, title: string | undefined): Promise<string | undefined> {
  if (title === undefined) return undefined;
  const [row] = await ctx.db.select({ code: project.code }).from(project).where(eq(project.title, title));
  return row?.code;
}

/** Noon, so many days after a day. */
const noon = (day: number, days: number): number => dayStart(day + days) + dayMs / 2;

interface Asked {
  plan: PlannedSuggestion;
  order: { code: string };
  /** Day of the order. */
  asked: number;
  givenAt: number;
}

/** What was asked of the plan, in the order in which it is answered, so that numbers follow the calendar. */
async function askedOf(ctx: Context): Promise<Asked[]> {
  const found: Asked[] = [];
  for (const plan of planSuggestions) {
    const order = await orderOf(ctx, plan.asked);
    if (!order) continue;
    const asked = dayNumber(order.submittedAt);
    found.push({ plan, order, asked, givenAt: noon(asked, plan.weighedAfterDays + 1) });
  }
  return found.sort((a, b) => a.givenAt - b.givenAt);
}

/** One answer with what was said after it; what would be said after `endsAt` is not said yet. */
async function answerOne(load: OrderLoad, { plan, order, asked, givenAt }: Asked, secretary: Context): Promise<void> {
  const { clock, endsAt } = load;
  if (givenAt > endsAt) return;
  clock.set(givenAt);
  const { title, titleEn, decision, weighedBy, words, wordsEn, reason, due, next } = plan;
  const dueOn = typeof due === 'number' ? dateOfDay(asked + due) : due;
  const { code } = await giveAnswer(secretary, {
    clientId: `demo-answer-${plan.key}`,
    order: order.code,
    weighedOn: dateOfDay(asked + plan.weighedAfterDays),
    project: await projectOf(secretary, plan.project),
    ...{ title, titleEn, decision, weighedBy, words, wordsEn, reason, dueOn },
  });
  if (!next || noon(asked, next.afterDays) > endsAt) return;
  clock.set(noon(asked, next.afterDays));
  const version = (await findAnswer(secretary.db, code))?.version ?? 1;
  const on = { code, version, clientId: `demo-answer-${plan.key}-next`, words: next.words };
  if (next.is === 'fulfil') await fulfilAnswer(secretary, { ...on, doneOn: dateOfDay(asked + next.afterDays) });
  else await restateAnswer(secretary, { ...on, reason: next.reason, dueOn: dateOfDay(asked + next.dueAfterDays) });
}

/**
 * The public answers of the demo, through the same commands as at the desk: the orders that they answer and the projects
 * that they name must be there. Leaves the clock wherever the last step was.
 */
export async function loadSuggestions(load: OrderLoad): Promise<void> {
  const system = load.contextOf({ kind: 'system', name: 'demo' });
  const actor = await loadActor(system, { personId: load.community.personId('shuji') });
  if (!actor) throw new RangeError('nobody has the key shuji');
  for (const one of await askedOf(system)) await answerOne(load, one, load.contextOf(actor));
}
