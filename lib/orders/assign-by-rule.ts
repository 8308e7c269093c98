import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Actor, Tx } from '@/lib/kernel/context';
import { findHandler } from '@/lib/people/queries/find-handler';
import { suggestItem } from '@/lib/taxonomy/queries/suggest-item';
import { type OrderRow, orderFacts } from './facts';
import { barredSteps, handOver, loadRoute } from './handover';
import { standingOf } from './policy';
import { proposeHandler } from './route';
import { transition } from './store';
import { decide } from './workflow';

const rule: Actor = { kind: 'system', name: 'rule' };

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
  const standing = standingOf(rule, order, { parts: new Set(), offer: null, volunteer: null, now });
  const decision = decide('assign', orderFacts(order, now, rule), standing);
  if (!decision.ok) return order;
  const { set, ...handed } = await handOver(tx, order, handler, now, calendar);
  const coHandlers = proposal.with.map((step) => step.unit ?? step.person ?? 'volunteers');
  return transition<'order.assigned'>(
    tx,
    order,
    decision.permit,
    'assigned',
    { ...set, coHandlers },
    {
      type: 'order.assigned',
      actor: rule,
      at: now,
      data: { ...handed, with: coHandlers },
    },
  );
}

/** 3.9: words of danger make it U1 whatever its item says, in a report as in what is said to it later. */
export const speaksOfDanger = async (tx: Tx, words: string): Promise<boolean> =>
  (await suggestItem(tx, words)).emergencies.some(({ sure }) => sure);

/**
 * An order that is urgent goes to its handler at once; one at street level waits for the street's dispatcher, who is not
 * bound to the community's table.
 */
export const dispatchUrgent = async (
  tx: Tx,
  order: OrderRow,
  now: number,
  calendar: WorkingCalendar,
): Promise<OrderRow> => {
  const isUrgent = order.urgency === 'U1' || order.urgency === 'U2';
  return isUrgent && order.level === 'community' ? assignByRule(tx, order, now, calendar) : order;
};
