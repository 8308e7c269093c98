import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { listHandlers } from '@/lib/people/queries/list-handlers';
import { communityCode, type RuleTarget, ruleDraft, ruleLimits } from '@/lib/routing/input';
import { mayReadRules } from '@/lib/routing/policy';
import { askRules, trialId } from '@/lib/routing/queries/ask-rules';
import type { OrderRow } from '../facts';
import { routeFacts } from '../routed';
import { orderAssignment, orderOffer, orders, type RouteLine } from '../tables';
import { visibleTo } from '../visible';

export const dryRunInput = z.object({
  community: communityCode,
  draft: ruleDraft,
  /** The rule that is edited: the draft is tried in its place. Without it, at the end of the list. */
  id: z.uuid().optional(),
  /** Tried before every other rule. */
  first: z.boolean().optional(),
  /** How many of the latest orders. */
  last: z.coerce.number().int().min(1).max(ruleLimits.dryRun).default(100),
});

export interface DryRun {
  /** Orders that were looked at, and how many of them the draft would have taken. */
  looked: number;
  hits: number;
  /** Where those went that the draft would have taken, and how many of each went where it would have sent them. */
  targets: { target: string; name: { zh: string; en: string } | null; count: number; same: number }[];
  items: {
    code: string;
    item: string;
    cell: string;
    submittedAt: string;
    reasons: RouteLine[];
    wouldGoTo: string;
    /** `unit:CODE`, `person:ID` or `pool`; null where nobody had it yet. */
    wentTo: string | null;
    same: boolean;
    withheldReason: string | null;
  }[];
  names: Record<string, { zh: string; en: string }>;
}

const keyOf = (target: RuleTarget): string =>
  'pool' in target ? 'pool' : 'unit' in target ? `unit:${target.unit}` : `person:${target.person}`;

/** Who had each order first: its first assignment, or volunteers where it was offered before. */
async function firstHolders(ctx: Context, list: readonly OrderRow[]): Promise<Map<string, string>> {
  const ids = list.map(({ id }) => id);
  const first = new Map<string, { at: number; key: string }>();
  const see = (id: string, at: number, key: string) => {
    const before = first.get(id);
    if (!before || at < before.at) first.set(id, { at, key });
  };
  if (ids.length === 0) return new Map();
  const assigned = await ctx.db.select().from(orderAssignment).where(inArray(orderAssignment.orderId, ids));
  for (const { orderId, startedAt, unitCode, personId } of assigned) {
    see(orderId, startedAt, unitCode ? `unit:${unitCode}` : `person:${personId}`);
  }
  const offered = await ctx.db.select().from(orderOffer).where(inArray(orderOffer.orderId, ids));
  for (const { orderId, startedAt } of offered) see(orderId, startedAt, 'pool');
  return new Map([...first].map(([id, { key }]) => [id, key]));
}

/** What would have kept an order from the target, as far as the order itself says. */
const withheldOf = (order: OrderRow, target: RuleTarget): string | null => {
  if ('pool' in target) return order.sealed ? 'order.sealed_not_offered' : null;
  if ('unit' in target) return order.aboutUnit === target.unit ? 'order.handler_is_subject' : null;
  return order.requesterId === target.person ? 'order.handler_is_requester' : null;
};

/**
 * What a rule would have done with the last orders of a community that this person sees, among the rules that stand,
 * against what really happened. Nothing is written. Orders at street level are left out: rules do not bind the street.
 * @throws forbidden `routing.not_yours_to_read`
 */
export async function dryRunRule(ctx: Context, raw: z.input<typeof dryRunInput>): Promise<DryRun> {
  const { community, draft, id, first, last } = parse(dryRunInput, raw);
  if (!mayReadRules(ctx.actor, community)) throw new DomainError('forbidden', 'routing.not_yours_to_read');
  const list = await lastOrders(ctx, community, last);
  const ask = await askRules(ctx.db, { communityCode: community, trial: { draft, id, first } }, ctx.now());
  const calendar = await loadWorkingCalendar(ctx.db);
  const went = await firstHolders(ctx, list);
  const tried = id ?? trialId;
  const wouldGoTo = keyOf(draft.effect.target);
  const items = list.flatMap((order): DryRun['items'] => {
    const hit = ask?.(routeFacts(order), calendar).hit;
    if (hit?.rule.id !== tried) return [];
    const wentTo = went.get(order.id) ?? null;
    return [
      {
        code: order.code,
        item: order.itemCode,
        cell: order.cellCode,
        submittedAt: rfc3339(order.submittedAt),
        reasons: hit.reasons,
        wouldGoTo,
        wentTo,
        same: wentTo === wouldGoTo,
        withheldReason: withheldOf(order, draft.effect.target),
      },
    ];
  });
  const keys = [...new Set([wouldGoTo, ...items.flatMap(({ wentTo }) => wentTo ?? [])])];
  const names = await namesOf(ctx, keys);
  const targets = [...new Set(items.map(({ wentTo }) => wentTo ?? ''))].map((target) => ({
    target,
    name: names[target] ?? null,
    count: items.filter(({ wentTo }) => (wentTo ?? '') === target).length,
    same: target === wouldGoTo ? items.filter(({ same }) => same).length : 0,
  }));
  return {
    looked: list.length,
    hits: items.length,
    targets: targets.sort((a, b) => b.count - a.count || (a.target < b.target ? -1 : 1)),
    items,
    names,
  };
}

async function lastOrders(ctx: Context, community: string, last: number): Promise<OrderRow[]> {
  return ctx.db
    .select()
    .from(orders)
    .where(
      and(eq(orders.communityCode, community), eq(orders.level, 'community'), visibleTo(ctx.actor, ctx.db, ctx.now())),
    )
    .orderBy(desc(orders.submittedAt), desc(orders.id))
    .limit(last);
}

async function namesOf(ctx: Context, keys: readonly string[]): Promise<DryRun['names']> {
  const of = (kind: string) => keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
  const found = await listHandlers(ctx.db, { units: of('unit'), persons: of('person') }, shanghaiDate(ctx.now()));
  return Object.fromEntries([
    ...[...found.units].map(([code, one]) => [`unit:${code}`, { zh: one.name, en: one.nameEn ?? one.name }]),
    ...[...found.persons].map(([id, one]) => [`person:${id}`, { zh: one.name, en: one.nameEn ?? one.name }]),
  ]);
}
