import { clockKindOf } from '@/lib/calendar/limits';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Actor, Context } from '@/lib/kernel/context';
import { limitsOf } from '@/lib/orders/clocks';
import { appealOrder } from '@/lib/orders/commands/appeal-order';
import { arriveAtOrder } from '@/lib/orders/commands/arrive-at-order';
import { askInfo } from '@/lib/orders/commands/ask-info';
import { assignOrder } from '@/lib/orders/commands/assign-order';
import { callBackOrder } from '@/lib/orders/commands/call-back-order';
import { claimOrder } from '@/lib/orders/commands/claim-order';
import { classifyOrder } from '@/lib/orders/commands/classify-order';
import { closeNoInfo } from '@/lib/orders/commands/close-no-info';
import { closeUnrated } from '@/lib/orders/commands/close-unrated';
import { contactRequester } from '@/lib/orders/commands/contact-requester';
import { declineOrder } from '@/lib/orders/commands/decline-order';
import { leaveOrder } from '@/lib/orders/commands/leave-order';
import { noteOrder } from '@/lib/orders/commands/note-order';
import { nudgeOrder } from '@/lib/orders/commands/nudge-order';
import { offerOrder } from '@/lib/orders/commands/offer-order';
import { passOrder } from '@/lib/orders/commands/pass-order';
import { rateOrder } from '@/lib/orders/commands/rate-order';
import { reassignOrder } from '@/lib/orders/commands/reassign-order';
import { releaseOrder } from '@/lib/orders/commands/release-order';
import { reopenOrder } from '@/lib/orders/commands/reopen-order';
import { returnOrder } from '@/lib/orders/commands/return-order';
import { reworkOrder } from '@/lib/orders/commands/rework-order';
import { signOrder } from '@/lib/orders/commands/sign-order';
import { submitEvidence } from '@/lib/orders/commands/submit-evidence';
import { supplementOrder } from '@/lib/orders/commands/supplement-order';
import { withdrawOrder } from '@/lib/orders/commands/withdraw-order';
import { findOrder, type OrderRow } from '@/lib/orders/facts';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { momentOf } from './moments';
import type { Handler, Picture, PlannedOrder, Step } from './plan-order';

/** What the walk needs of the loader: contexts of persons, pictures, and the ids behind the plan's keys. */
export interface Stage {
  contextOf(actor: Actor, address: string): Context;
  actorOf(key: string): Promise<Actor>;
  personId(key: string): string;
  /** `code`: the order's number, once it has one. */
  picture(order: PlannedOrder, picture: Picture, n: number, code?: string): Promise<string>;
  calendar: WorkingCalendar;
}

/** The state of one planned order on its way. */
export interface Walker {
  plan: PlannedOrder;
  code: string;
  previousAt: number;
  next: number;
}

/** When the walker's next step happens, from the order's own clocks. */
export async function nextMoment(stage: Stage, walker: Walker, order: OrderRow): Promise<number> {
  const step = stepOf(walker);
  const ctx = stage.contextOf({ kind: 'system', name: 'demo' }, walker.plan.key);
  const limits = limitsOf(await getItem(ctx.db, order.itemCode), order.urgency);
  return momentOf(
    step,
    {
      ...order,
      previousAt: walker.previousAt,
      acceptClock: clockKindOf(limits.accept, order.urgency),
      finishClock: clockKindOf(limits.finish, order.urgency),
    },
    stage.calendar,
  );
}

const stepOf = (walker: Walker): Step => {
  const step = walker.plan.steps[walker.next];
  if (!step) throw new RangeError(`${walker.plan.key} has no step ${walker.next}`);
  return step;
};

async function actorFor(stage: Stage, walker: Walker, order: OrderRow, by: string): Promise<Actor> {
  if (by === 'clock') return { kind: 'system', name: 'clock' };
  if (by !== 'requester') return stage.actorOf(by);
  return order.requesterId && walker.plan.requester.personKey
    ? stage.actorOf(walker.plan.requester.personKey)
    : { kind: 'holder', orderId: order.id, staffBrowser: false };
}

/** Does the walker's next step through the same command as a screen does, as the person who takes it. */
export async function takeStep(stage: Stage, walker: Walker): Promise<void> {
  const step = stepOf(walker);
  const system = stage.contextOf({ kind: 'system', name: 'demo' }, walker.plan.key);
  const order = await findOrder(system.db, walker.code);
  if (!order) throw new Error(`${walker.code} is not there`);
  const ctx = stage.contextOf(await actorFor(stage, walker, order, step.by), walker.plan.key);
  const on = { code: order.code, version: order.version, clientId: `demo-${walker.plan.key}-${walker.next}` };
  await perform(stage, walker, order, ctx, on, step);
  walker.next += 1;
}

type On = { code: string; version: number; clientId: string };

async function perform(
  stage: Stage,
  walker: Walker,
  order: OrderRow,
  ctx: Context,
  on: On,
  step: Step,
): Promise<unknown> {
  switch (step.step) {
    case 'classify':
      return classifyOrder(ctx, { ...on, item: step.item, reason: step.reason });
    case 'ask_info':
      return askInfo(ctx, { ...on, words: step.words });
    case 'supplement':
      return supplementOrder(ctx, { ...on, words: step.words });
    case 'decline':
      return declineOrder(ctx, { ...on, reason: step.reason, words: step.words, rightPlace: step.rightPlace });
    case 'appeal':
      return appealOrder(ctx, { ...on, reason: step.reason });
    case 'offer':
      return offerOrder(ctx, { ...on, cells: step.cells, skills: step.skills, note: step.note });
    case 'assign':
      return assignOrder(ctx, { ...on, handler: handlerIn(stage, step.handler), reason: step.reason });
    case 'reassign': {
      const { handler, reason } = step;
      return reassignOrder(ctx, { ...on, handler: handlerIn(stage, handler), reason });
    }
    case 'claim':
      return claimOrder(ctx, on);
    case 'sign':
      return signOrder(ctx, on);
    case 'contact':
      return contactRequester(ctx, { ...on, how: step.how, reached: step.reached, words: step.words });
    case 'arrive':
    case 'leave':
      return visit(stage, walker, order, ctx, on, step);
    case 'note':
      return noteOrder(ctx, { ...on, words: step.words, toResident: step.toResident });
    case 'return':
      return returnOrder(ctx, { ...on, reason: step.reason, basis: step.basis, betterOwner: step.betterOwner });
    case 'release':
      return releaseOrder(ctx, { ...on, reason: step.reason });
    case 'submit_evidence':
      return evidence(stage, walker, ctx, on, step);
    case 'rework':
      return reworkOrder(ctx, { ...on, reason: step.reason, words: step.words });
    case 'pass':
      return passOrder(ctx, { ...on, waiver: step.waiver });
    case 'rate':
      return rateOrder(ctx, { ...on, solved: step.solved, stars: step.stars, reason: step.reason, words: step.words });
    case 'callback': {
      const { via, reached, contactedInTime, solved, stars, words } = step;
      return callBackOrder(ctx, { ...on, via, reached, contactedInTime, solved, stars, words });
    }
    case 'close_unrated':
      return closeUnrated(ctx, { code: order.code });
    case 'close_no_info':
      return closeNoInfo(ctx, { code: order.code });
    case 'reopen':
      return reopenOrder(ctx, { ...on, reason: step.reason });
    case 'withdraw':
      return withdrawOrder(ctx, { ...on, reason: step.reason });
    case 'nudge':
      return nudgeOrder(ctx, on);
  }
}

const handlerIn = (stage: Stage, handler: Handler) =>
  'unit' in handler ? handler : { person: stage.personId(handler.person) };

/** About so many metres north of the order's place. */
const northOf = (order: OrderRow, metres: number) =>
  order.lat === null || order.lng === null ? undefined : { lat: order.lat + metres / 111_320, lng: order.lng };

async function visit(
  stage: Stage,
  walker: Walker,
  order: OrderRow,
  ctx: Context,
  on: On,
  step: Extract<Step, { step: 'arrive' | 'leave' }>,
): Promise<unknown> {
  const photos: string[] = [];
  for (let i = 0; i < step.photos; i++)
    photos.push(await stage.picture(walker.plan, 'scene', walker.next * 10 + 10 + i, walker.code));
  const { evidenceKinds } = await getItem(ctx.db, order.itemCode);
  // Where the position is the evidence, people are where they say: a far one with a reason proves nothing.
  const metres = /position|in_out/.test(evidenceKinds) ? Math.min(step.metres ?? 0, 150) : step.metres;
  const position = step.metres === undefined || metres === undefined ? undefined : northOf(order, metres);
  const pointCode = step.byCode ? (order.pointCode ?? pointOfBuilding(order)) : undefined;
  const body = { ...on, position, pointCode, reason: step.reason, photos };
  return step.step === 'arrive' ? arriveAtOrder(ctx, body) : leaveOrder(ctx, body);
}

/** `PL-C05`: the slip on building 5 of quarter C. */
function pointOfBuilding(order: OrderRow): string | undefined {
  const quarter = order.quarterCode?.split('-').at(-1);
  const building = /(\d+)号楼/.exec(order.placeZh)?.[1];
  return quarter && building ? `PL-${quarter}${building.padStart(2, '0')}` : undefined;
}

async function evidence(
  stage: Stage,
  walker: Walker,
  ctx: Context,
  on: On,
  step: Extract<Step, { step: 'submit_evidence' }>,
): Promise<unknown> {
  const pieces = [];
  for (const [i, piece] of step.pieces.entries()) {
    const photos = piece.picture
      ? [await stage.picture(walker.plan, piece.picture, walker.next * 10 + 10 + i, walker.code)]
      : [];
    pieces.push({ kind: piece.kind, photos, text: piece.text, value: piece.value });
  }
  return submitEvidence(ctx, { ...on, outcome: step.outcome, pieces, missing: step.missing, words: step.noteText });
}
