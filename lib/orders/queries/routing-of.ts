import { desc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { findHandler } from '@/lib/people/queries/find-handler';
import type { RuleEffect } from '@/lib/routing/input';
import { findFaults } from '@/lib/routing/queries/find-faults';
import type { OrderRow } from '../facts';
import type { Standing } from '../policy';
import { orderRouting, type RouteLine } from '../tables';

/** Which rule of routing hit an order and why, as it was when the rules were asked. Time RFC 3339. */
export interface RoutingView {
  at: string;
  /** Null where no rule hit: then the default table holds. */
  rule: {
    id: string;
    version: number;
    name: string;
    effect: RuleEffect;
    /** Of the unit or person; null for a pool, and where nobody is known by it. */
    targetName: { zh: string; en: string } | null;
    reasons: RouteLine[];
    /** What of its target is gone since: it cannot be followed any more. */
    faults: RouteLine[];
  } | null;
  /** Rules that would have come first and are broken. */
  broken: { id: string; version: number; name: string; faults: RouteLine[] }[];
  outcome: 'proposed' | 'dispatched' | 'withheld' | 'none';
  withheldReason: string | null;
}

const readers = ['dispatcher', 'hall', 'secretary', 'street', 'supervisor'] as const;

/** For those who stand at a desk over the order; nobody else is told how it found its way. */
export async function routingOf(ctx: Context, order: OrderRow, standing: Standing): Promise<RoutingView | null> {
  if (!readers.some((relation) => standing.relations.has(relation))) return null;
  const [said] = await ctx.db
    .select()
    .from(orderRouting)
    .where(eq(orderRouting.orderId, order.id))
    .orderBy(desc(orderRouting.at), desc(orderRouting.id))
    .limit(1);
  if (!said) return null;
  const { ruleId, ruleVersion, ruleName, effect, reasons, broken, outcome, withheldReason } = said;
  const rule =
    ruleId !== null && ruleVersion !== null && effect !== null
      ? {
          id: ruleId,
          version: ruleVersion,
          name: ruleName ?? '',
          effect,
          targetName: await nameOf(ctx, effect),
          reasons,
          // Of what was done long ago nothing is looked up again.
          faults: order.status === 'submitted' ? await faultsNow(ctx, order, effect) : [],
        }
      : null;
  return { at: rfc3339(said.at), rule, broken, outcome, withheldReason };
}

const noConditions = {
  items: [],
  categories: [],
  cells: [],
  worked: 'any',
  weekdays: [],
  words: [],
  channels: [],
  urgencies: [],
};

async function faultsNow(ctx: Context, order: OrderRow, effect: RuleEffect): Promise<RouteLine[]> {
  const asked = [{ conditions: { ...noConditions, worked: 'any' as const }, effect }];
  const [faults = []] = await findFaults(ctx.db, order.communityCode, asked, ctx.now());
  return faults.map(({ key, params }) => ({ key, params }));
}

async function nameOf(ctx: Context, { target }: RuleEffect): Promise<{ zh: string; en: string } | null> {
  const found = 'pool' in target ? null : await findHandler(ctx.db, target, shanghaiDate(ctx.now()));
  return found && { zh: found.name, en: found.nameEn ?? found.name };
}
