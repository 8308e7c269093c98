import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { once } from '@/lib/replay/store';
import { spendLink } from './counter-store';
import { decide, type Refusal } from './decide';
import type { EventOf, OrderEventData } from './events';
import { findOrder, findOrderById, loadStandingFacts, type OrderRow, orderFacts } from './facts';
import { carryToJoined } from './joined';
import { type Standing, type StandingFacts, standingOf } from './policy';
import type { Relation } from './relation';
import { noteRouting } from './routed';
import { carryToChildren } from './splitting';
import type { Status } from './status';
import { transition } from './store';
import type { orders } from './tables';
import { type OrderSummary, summaryOf } from './view';
import { type Action, type Permit, rowOf } from './workflow';

/** Under which name the answer of an action is kept for whoever sends it again. */
export const replayName = (action: string): string => `order.${action}`;

/** What every action carries; `version` may be absent only for quiet actions and the clock's own. */
export interface ActionRequest {
  code?: string;
  version?: number;
  clientId?: string;
}

/** What a command's step gets: the order under its lock, the moment, and the permit that it was granted. */
export interface Act {
  tx: Tx;
  order: OrderRow;
  now: number;
  relation: Relation;
  standing: Standing;
  calendar: () => Promise<WorkingCalendar>;
}

/** What a step gives back: where the order goes, which columns change, and the event's data. */
export interface Change<A extends Action> {
  to: Status;
  set?: Partial<typeof orders.$inferInsert>;
  data: OrderEventData[EventOf<A>];
  /** What a rule does with the order next, in the same transaction: its row as that leaves it. */
  next?: (row: OrderRow) => Promise<OrderRow>;
}

/** A refusal as the error of its kind. */
export function refusalError(refusal: Refusal, version: number): DomainError {
  if (refusal.kind === 'unseen') return new DomainError('not_found', 'order.not_found');
  if (refusal.kind === 'forbidden') return new DomainError('forbidden', refusal.reason);
  if (refusal.kind === 'rule') return new DomainError('rule', refusal.reason);
  // Who comes second to a claim learns nothing of the order, not even its version.
  const details = refusal.reason === 'order.already_claimed' ? {} : { version };
  return new DomainError('conflict', refusal.reason, details);
}

async function load(ctx: Context, tx: Tx, request: ActionRequest): Promise<OrderRow> {
  const order =
    ctx.actor.kind === 'holder' ? await findOrderById(tx, ctx.actor.orderId) : await findOrder(tx, request.code ?? '');
  if (!order) throw new DomainError('not_found', 'order.not_found');
  return order;
}

/**
 * The one way in which a command changes an order: load, relations, decide, step, guarded write, event and outbox row,
 * all in one transaction; the same `clientId` again gives the first answer.
 *
 * @throws not_found what the actor may not see · forbidden no such right · conflict the state or version moved ·
 *   rule a rule says no · invalid the key was used for another input
 */
export async function act<A extends Action>(
  ctx: Context,
  action: A,
  request: ActionRequest,
  step: (act: Act) => Promise<Change<A>>,
  options: { returnReason?: string } = {},
): Promise<OrderSummary> {
  // The version says what was seen, not what is wanted: who sends the same again may have seen more since.
  const { version: _, ...wanted } = request;
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: replayName(action), key: request.clientId, input: wanted }, async () => {
      const now = ctx.now();
      const order = await load(ctx, tx, request);
      const facts = await loadStandingFacts(tx, ctx.actor, order, now);
      const standing = standingOf(ctx.actor, order, facts);
      const decision = decide(action, orderFacts(order, now, ctx.actor, options.returnReason), standing);
      if (!decision.ok) throw refusalError(decision.refusal, order.version);
      refuseStale(action, order, request);
      if (ctx.actor.kind === 'holder' && ctx.actor.linkToken) {
        await spendLink(tx, ctx.actor.linkToken.hash, action, now);
      }
      return perform(ctx, tx, { action, order, permit: decision.permit, facts, standing, now }, step);
    }),
  );
}

/** The second of two people learns of the first before anything is written. */
function refuseStale(action: Action, order: OrderRow, request: ActionRequest): void {
  if (rowOf(action).quiet || request.version === undefined || request.version === order.version) return;
  throw new DomainError('conflict', 'order.stale', { version: order.version });
}

async function perform<A extends Action>(
  ctx: Context,
  tx: Tx,
  load: { action: A; order: OrderRow; permit: Permit; facts: StandingFacts; standing: Standing; now: number },
  step: (act: Act) => Promise<Change<A>>,
): Promise<OrderSummary> {
  const { action, order, permit, facts, standing, now } = load;
  const { relation } = permit;
  const change = await step({ tx, order, now, relation, standing, calendar: () => loadWorkingCalendar(tx) });
  const type = rowOf(action).event as EventOf<A>;
  const row = await transition(tx, order, permit, change.to, change.set ?? {}, {
    type,
    actor: ctx.actor,
    data: change.data,
    at: now,
  });
  await carryToJoined(tx, order, row, now);
  await carryToChildren(tx, order, row, now);
  const left = change.next ? await change.next(row) : row;
  // What a rule does next asks the rules of routing itself.
  if (!change.next && !rowOf(action).quiet) await noteRouting(tx, row, now);
  return summaryOf(left, standingOf(ctx.actor, left, facts), orderFacts(left, now, ctx.actor));
}
