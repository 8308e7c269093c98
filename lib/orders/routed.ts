import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Reader, Tx } from '@/lib/kernel/context';
import { askRules } from '@/lib/routing/queries/ask-rules';
import type { OrderRow } from './facts';
import { addRouting } from './routing-store';
import type { orderRouting } from './tables';

/** What rules of routing ask of an order; the moment is that of the report, whenever they are asked. */
export const routeFacts = (order: OrderRow) => ({
  item: order.itemCode,
  category: order.categoryCode,
  cell: order.cellCode,
  at: order.submittedAt,
  words: order.words,
  channel: order.channel,
  urgency: order.urgency,
});

export type Said = NonNullable<Awaited<ReturnType<typeof askRouting>>>;

/**
 * What the rules of its community say of an order; null where there are none, and at street level, whose dispatcher is
 * bound neither to the community's table nor to its rules.
 */
export async function askRouting(db: Reader, order: OrderRow, now: number, calendar?: WorkingCalendar) {
  if (order.level !== 'community') return null;
  const ask = await askRules(db, { communityCode: order.communityCode }, now);
  return ask?.(routeFacts(order), calendar ?? (await loadWorkingCalendar(db)));
}

/** Keeps it with the order, and what came of it. */
export async function keepRouting(
  tx: Tx,
  order: OrderRow,
  said: Said,
  now: number,
  outcome?: Pick<typeof orderRouting.$inferInsert, 'outcome' | 'withheldReason'>,
): Promise<void> {
  const { hit, broken } = said;
  await addRouting(tx, {
    orderId: order.id,
    seq: order.lastSeq,
    at: now,
    ruleId: hit?.rule.id ?? null,
    ruleVersion: hit?.rule.version ?? null,
    ruleName: hit?.rule.name ?? null,
    effect: hit?.rule.effect ?? null,
    reasons: hit?.reasons ?? [],
    broken: broken.map(({ id, version, name, faults }) => ({
      id,
      version,
      name,
      faults: faults.map(({ key, params }) => ({ key, params })),
    })),
    ...(outcome ?? { outcome: hit ? 'proposed' : 'none' }),
  });
}

/** An order that waits for a dispatch, after something about it changed: the desk is shown what the rules say now. */
export async function noteRouting(tx: Tx, order: OrderRow, now: number): Promise<void> {
  const said = order.status === 'submitted' ? await askRouting(tx, order, now) : null;
  if (said) await keepRouting(tx, order, said, now);
}
