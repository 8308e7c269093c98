import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { type Clock, rfc3339 } from '@/lib/kernel/clock';
import type { Actor, Context } from '@/lib/kernel/context';
import { sealDays } from '@/lib/orders/commands/seal-days';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { findOrder } from '@/lib/orders/facts';
import { loadActor } from '@/lib/people/queries/load-actor';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { drainOutbox } from '@/lib/worker/drain';
import type { LoadedCommunity } from './load-community';
import { loadDeliberations } from './load-deliberations';
import { loadMediations } from './load-mediations';
import { loadProjects } from './load-projects';
import { loadRounds } from './load-rounds';
import { loadSuggestions } from './load-suggestions';
import { drawPicture } from './pictures';
import { openOrders, planDemoOrders } from './plan';
import type { Picture, PlannedOrder } from './plan-order';
import { cellLabel } from './plan-places';
import { spokenWords } from './plan-words';
import { recount } from './recount';
import { nextMoment, type Stage, takeStep, type Walker } from './walk';

const seed = 20_240_115;

export interface OrderLoad {
  contextOf(actor: Actor, address?: string): Context;
  clock: Clock & { set(at: number): void };
  community: LoadedCommunity;
  endsAt: number;
  say(percent: number, text: string): void;
}

/**
 * Makes the 440 orders of the history and those open now through the commands, in the order of time: whichever order's
 * next step comes first is walked first, so that numbers, limits and queues are as they would have been.
 */
export async function loadOrders(load: OrderLoad): Promise<void> {
  const { contextOf, clock, endsAt, say } = load;
  const system = contextOf({ kind: 'system', name: 'demo' });
  const stage = await stageOf(load, system);
  const plan = [...planDemoOrders({ seed }), ...openOrders({ seed, now: endsAt })].sort(
    (a, b) => a.submittedAt - b.submittedAt || (a.key < b.key ? -1 : 1),
  );
  const total = plan.reduce((sum, order) => sum + order.steps.length + 1, 0);
  const waiting: { at: number; walker: Walker }[] = [];
  let next = 0;
  for (let done = 0; done < total; done++) {
    if (done % 50 === 0)
      say(5 + Math.floor((done / total) * 85), `工单 / orders ${Math.min(next, plan.length)} / ${plan.length}`);
    waiting.sort((a, b) => b.at - a.at);
    const first = waiting.at(-1);
    const submits = plan[next];
    const walker =
      submits && (!first || submits.submittedAt <= first.at)
        ? await submit(stage, clock, plan[next++] as PlannedOrder)
        : null;
    if (!walker && !first) break;
    const moved = walker ?? (await walkOn(stage, clock, waiting.pop() as { at: number; walker: Walker }));
    if (moved.next < moved.plan.steps.length) {
      const order = await findOrder(system.db, moved.code);
      if (order) waiting.push({ at: await nextMoment(stage, moved, order), walker: moved });
    }
  }
  await loadDeliberations(load);
  await loadProjects(load);
  await loadSuggestions(load);
  await loadRounds(load);
  await loadMediations(load);
  clock.set(endsAt);
  say(91, '通知与链接 / notices and links');
  while ((await drainOutbox(system)) > 0);
  say(96, '每日封存 / daily seals');
  await sealDays(system);
  const { finished, property, disputes } = await recount(system);
  say(98, `重新计数 / counted again: 办结 ${finished}，物业 ${property}，纠纷 ${disputes}`);
}

async function walkOn(
  stage: Stage,
  clock: OrderLoad['clock'],
  { at, walker }: { at: number; walker: Walker },
): Promise<Walker> {
  clock.set(at);
  try {
    await takeStep(stage, walker);
  } catch (error) {
    const step = walker.plan.steps[walker.next];
    throw new Error(`${walker.plan.key} (${walker.code}), step ${walker.next} ${step?.step} at ${rfc3339(at)}`, {
      cause: error,
    });
  }
  return { ...walker, previousAt: at };
}

async function submit(stage: Stage, clock: OrderLoad['clock'], plan: PlannedOrder): Promise<Walker> {
  clock.set(plan.submittedAt);
  const actor: Actor =
    plan.submitBy === 'visitor'
      ? { kind: 'anonymous' }
      : plan.submitBy === 'alert'
        ? { kind: 'system', name: 'alert' }
        : await stage.actorOf(plan.submitBy);
  const photos: string[] = [];
  for (let i = 0; i < plan.photos; i++) photos.push(await stage.picture(plan, 'before', i));
  const { anonymous, confidential, name, phone } = plan.requester;
  const { code } = await submitOrder(stage.contextOf(actor, plan.key), {
    item: plan.itemAtSubmit === null ? undefined : (plan.itemAtSubmit ?? plan.item),
    words: plan.words,
    place: { areaCode: plan.place.areaCode, pointCode: plan.place.pointCode, detail: plan.place.detail },
    contact: name || phone ? { name, phone } : undefined,
    anonymous,
    confidential,
    channel: plan.submitBy === 'visitor' ? undefined : plan.channel,
    proxy: plan.proxy && {
      spokenBy: plan.proxy.spokenBy,
      knownBy: plan.proxy.knownBy,
      consentAt: rfc3339(plan.submittedAt - 60_000),
      words: spokenWords(plan),
    },
    about: plan.about,
    shiftStartsAt: plan.shift && rfc3339(plan.shift.startsAt),
    shiftEndsAt: plan.shift && rfc3339(plan.shift.endsAt),
    photos,
    clientId: `demo-${plan.key}`,
  }).catch((error: unknown) => {
    throw new Error(`${plan.key} could not be submitted`, { cause: error });
  });
  return { plan, code, previousAt: plan.submittedAt, next: 0 };
}

async function stageOf({ contextOf, clock, community }: OrderLoad, system: Context): Promise<Stage> {
  const actors = new Map<string, Actor>();
  const firstPictures = new Map<string, Buffer>();
  return {
    calendar: await loadWorkingCalendar(system.db),
    contextOf,
    personId: community.personId,
    async actorOf(key) {
      const known = actors.get(key) ?? (await loadActor(system, { personId: community.personId(key) }));
      if (!known) throw new RangeError(`nobody has the key ${key}`);
      actors.set(key, known);
      return known;
    },
    async picture(order: PlannedOrder, picture: Picture, n: number, code?: string) {
      const before = firstPictures.get(order.key);
      const bytes =
        picture === 'same_as_before' && before
          ? before
          : await drawPicture({
              item: order.item,
              picture,
              frame: order.submittedAt % 100_003,
              n,
              mark:
                code && `${rfc3339(clock.now()).slice(0, 16).replace('T', ' ')} · ${cellLabel(order.cell)} · ${code}`,
            });
      if (picture === 'before' && !before) firstPictures.set(order.key, bytes);
      return (await storeUpload(system, { bytes })).id;
    },
  };
}
