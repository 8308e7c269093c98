import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Actor, Tx } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { findHandler, type Handler } from '@/lib/people/queries/find-handler';
import { kinOf } from '@/lib/people/queries/kin-of';
import type { RuleTarget } from '@/lib/routing/input';
import { suggestItem } from '@/lib/taxonomy/queries/suggest-item';
import { decide, type Refusal } from './decide';
import { type OrderRow, orderFacts } from './facts';
import { admitHandler, barredSteps, handOver, loadRoute } from './handover';
import { openOffer } from './offering';
import { askerOf, standingOf } from './policy';
import { coHandlersOf, proposeHandler } from './route';
import { askRouting, keepRouting, type Said } from './routed';
import { transition } from './store';
import type { Permit } from './workflow';

const byRule: Actor = { kind: 'system', name: 'rule' };

const decided = (action: 'assign' | 'offer', order: OrderRow, now: number) =>
  decide(
    action,
    orderFacts(order, now, byRule),
    standingOf(byRule, order, { parts: new Set(), offer: null, volunteer: null, now }),
  );

interface Handing {
  handler: Handler;
  permit: Permit;
  coHandlers: string[];
  /** `ID@version` of the rule of routing; none where it is the default table. */
  rule?: string;
}

async function hand(tx: Tx, order: OrderRow, to: Handing, now: number, calendar: WorkingCalendar): Promise<OrderRow> {
  const { handler, permit, coHandlers, rule } = to;
  const { set, ...handed } = await handOver(tx, order, handler, now, calendar);
  const data = { ...handed, with: coHandlers, ...(rule ? { rule } : {}) };
  return transition<'order.assigned'>(
    tx,
    order,
    permit,
    'assigned',
    { ...set, coHandlers },
    { type: 'order.assigned', actor: byRule, at: now, data },
  );
}

/**
 * U1 and U2 go to the default handler by themselves, day and night (3.1.5). Where the table names nobody who can act,
 * or only volunteers, the order stays with the dispatcher: nobody is ever assigned by guess.
 */
export async function assignByRule(tx: Tx, order: OrderRow, now: number, calendar: WorkingCalendar): Promise<OrderRow> {
  const steps = await loadRoute(tx, order.itemCode, order.cellCode);
  const proposal = proposeHandler(steps, false, await barredSteps(tx, order, steps, now));
  if (!proposal.handler) return order;
  const handler = await findHandler(tx, proposal.handler, shanghaiDate(now));
  if (!handler || handler.members.length === 0) return order;
  const decision = decided('assign', order, now);
  if (!decision.ok) return order;
  const coHandlers = proposal.with.map((step) => step.unit ?? step.person ?? 'volunteers');
  return hand(tx, order, { handler, permit: decision.permit, coHandlers }, now, calendar);
}

/** 3.9: words of danger make it U1 whatever its item says, in a report as in what is said to it later. */
export const speaksOfDanger = async (tx: Tx, words: string): Promise<boolean> =>
  (await suggestItem(tx, words)).emergencies.some(({ sure }) => sure);

const reasonOf = (refusal: Refusal): string => ('reason' in refusal ? refusal.reason : 'order.not_found');

/** Where the target of a rule may not have this order: the reason, and the order as it was. */
type Sent = { row: OrderRow } | { refused: string };

async function sendTo(
  tx: Tx,
  order: OrderRow,
  rule: { id: string; version: number; target: RuleTarget },
  now: number,
  calendar: WorkingCalendar,
): Promise<Sent> {
  const { target } = rule;
  const name = `${rule.id}@${rule.version}`;
  const decision = decided('pool' in target ? 'offer' : 'assign', order, now);
  if (!decision.ok) return { refused: reasonOf(decision.refusal) };
  if ('pool' in target) {
    const { set, data } = await openOffer({ db: tx, now: () => now }, tx, order, target.pool, now, calendar);
    const event = { type: 'order.offered' as const, actor: byRule, at: now, data: { ...data, rule: name } };
    return { row: await transition<'order.offered'>(tx, order, decision.permit, 'offered', set, event) };
  }
  const handler = await admitted(tx, order, target, now);
  if (typeof handler === 'string') return { refused: handler };
  const coHandlers = coHandlersOf(await loadRoute(tx, order.itemCode, order.cellCode), handler);
  return { row: await hand(tx, order, { handler, permit: decision.permit, coHandlers, rule: name }, now, calendar) };
}

/** As `admitHandler`, and beyond it nobody by rule whose own order it is, or of their family (R8); the reason otherwise. */
async function admitted(
  tx: Tx,
  order: OrderRow,
  target: { unit: string } | { person: string },
  now: number,
): Promise<Handler | string> {
  try {
    const handler = await admitHandler(tx, order, target, now, undefined);
    if (!handler.personId) return handler;
    const asked = askerOf(order);
    if (handler.personId === asked) return 'order.handler_is_requester';
    const kin = await kinOf(tx, { personId: asked, householdCode: order.requesterHousehold });
    return kin.has(handler.personId) ? 'order.handler_has_tie' : handler;
  } catch (error) {
    if (isDomainError(error)) return error.reason;
    throw error;
  }
}

const isUrgent = (order: OrderRow) => order.urgency === 'U1' || order.urgency === 'U2';

/**
 * What happens to an order without a person, at its report and when it turns urgent. A rule that dispatches sends it off;
 * one that proposes does so for U1 and U2 alone, as the default table does. Where no rule hits, or whom it names may not
 * have this order, U1 and U2 go by the default table. At street level its dispatcher, bound to neither, has it.
 */
export async function dispatchUrgent(
  tx: Tx,
  order: OrderRow,
  now: number,
  calendar: WorkingCalendar,
): Promise<OrderRow> {
  if (order.level !== 'community') return order;
  const said = await askRouting(tx, order, now, calendar);
  const sent = said ? await sendByRule(tx, order, said, now, calendar) : null;
  return sent ?? (isUrgent(order) ? assignByRule(tx, order, now, calendar) : order);
}

/** The order as a rule sent it off; null where none did. Both are kept with the order, with the reason. */
async function sendByRule(
  tx: Tx,
  order: OrderRow,
  said: Said,
  now: number,
  calendar: WorkingCalendar,
): Promise<OrderRow | null> {
  const { hit } = said;
  const sends = hit?.rule.effect.kind === 'dispatch' || (isUrgent(order) && hit && !('pool' in hit.rule.effect.target));
  if (!hit || !sends) {
    await keepRouting(tx, order, said, now);
    // A pool that is only proposed waits for the dispatcher; an urgent order does not wait with it.
    return null;
  }
  const { id, version, effect } = hit.rule;
  const sent = await sendTo(tx, order, { id, version, target: effect.target }, now, calendar);
  const withheld = 'refused' in sent;
  await keepRouting(tx, order, said, now, {
    outcome: withheld ? 'withheld' : 'dispatched',
    withheldReason: withheld ? sent.refused : null,
  });
  return withheld ? null : sent.row;
}
