import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { listCells } from '@/lib/places/queries/list-cells';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { listRulesInput, type RuleConditions, type RuleEffect } from '../input';
import type { RuleFault } from '../match';
import { type Finding, findingsOf } from '../overlap';
import { mayEditRules, mayReadRules } from '../policy';
import { routingList, routingRule } from '../tables';
import { findFaults } from './find-faults';

export interface RuleView {
  id: string;
  version: number;
  name: string;
  isOn: boolean;
  conditions: RuleConditions;
  effect: RuleEffect;
  /** `broken` before `dead` before `conflict`; a rule that is switched off is `off`, whatever else. */
  state: 'ok' | 'off' | 'broken' | 'dead' | 'conflict';
  faults: RuleFault[];
  /** Dead beside which, in conflict with which other rule, by id. */
  findings: Finding[];
}

export interface RuleList {
  community: string;
  revision: number;
  mayEdit: boolean;
  broken: number;
  items: RuleView[];
}

type RuleRow = typeof routingRule.$inferSelect;

function stateOf(rule: RuleRow, faults: RuleFault[], findings: readonly Finding[]): RuleView['state'] {
  if (!rule.isOn) return 'off';
  if (faults.length > 0) return 'broken';
  if (findings.some(({ kind }) => kind === 'dead' || kind === 'never')) return 'dead';
  return findings.some((one) => one.kind === 'conflict' && !one.exception) ? 'conflict' : 'ok';
}

/**
 * The rules of a community in the order in which they are asked, each with its state and the reason.
 * @throws forbidden `routing.not_yours_to_read`
 */
export async function listRules(ctx: Context, raw: { community: string }): Promise<RuleList> {
  const { community } = parse(listRulesInput, raw);
  if (!mayReadRules(ctx.actor, community)) throw new DomainError('forbidden', 'routing.not_yours_to_read');
  const rows = await ctx.db
    .select()
    .from(routingRule)
    .where(eq(routingRule.communityCode, community))
    .orderBy(asc(routingRule.position), asc(routingRule.id));
  const [list] = await ctx.db.select().from(routingList).where(eq(routingList.communityCode, community));
  const items = await listItems(ctx.db);
  const cells = await listCells(ctx, { communityCode: community });
  const world = {
    items: new Map(items.map(({ code, categoryCode }) => [code, categoryCode])),
    cells: cells.map(({ code }) => code),
  };
  const faults = await findFaults(ctx.db, community, rows, ctx.now());
  const whole = rows.filter((row, i) => row.isOn && faults[i]?.length === 0);
  const findings = findingsOf(whole, world);
  const views = rows.map(({ id, version, name, isOn, conditions, effect }, i): RuleView => {
    const own = { faults: faults[i] ?? [], findings: findings.get(id) ?? [] };
    const row = rows[i];
    const state = row ? stateOf(row, own.faults, own.findings) : 'ok';
    return { id, version, name, isOn, conditions, effect, state, ...own };
  });
  return {
    community,
    revision: list?.revision ?? 1,
    mayEdit: mayEditRules(ctx.actor, community),
    broken: views.filter(({ state }) => state === 'broken').length,
    items: views,
  };
}
