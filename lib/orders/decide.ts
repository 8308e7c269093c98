import { conditions, type OrderFacts } from './conditions';
import type { Standing } from './policy';
import type { Relation } from './relation';
import { type Action, actions, type Permit, type Row, rowOf } from './workflow';

export type Refusal =
  | { kind: 'unseen' }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'conflict'; reason: string }
  | { kind: 'rule'; reason: string };

export type Decision = { ok: true; permit: Permit } | { ok: false; refusal: Refusal };

const no = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** The actor's first relation that the row names, in the row's order. */
export const actingRelation = (row: Row, standing: Standing): Relation | undefined =>
  row.by.find((relation) => standing.relations.has(relation));

/** Permission is looked at before status, and what an actor cannot see does not exist for them. */
export function decide(action: Action, facts: OrderFacts, standing: Standing): Decision {
  const row = rowOf(action);
  const relation = actingRelation(row, standing);
  // A candidate who comes second learns that the order is taken, and nothing of its content. While it is still offered
  // but out of their sight, since it was sealed meanwhile, it is not there for them.
  const comesSecond = action === 'claim' && relation === 'candidate' && facts.status !== 'offered';
  if (!standing.sees && !comesSecond) return no({ kind: 'unseen' });
  if (!relation) return no({ kind: 'forbidden', reason: `order.not_for_you.${action}` });
  const bar = row.never?.find((b) => (b === 'kin' ? standing.kin : standing.relations.has(b)));
  if (bar) return no({ kind: 'forbidden', reason: `order.barred.${bar}` });
  if (!row.from.includes(facts.status)) {
    return no({ kind: 'conflict', reason: comesSecond ? 'order.already_claimed' : 'order.not_in_state' });
  }
  for (const name of row.when ?? []) {
    const reason = conditions[name](facts, standing);
    if (reason) return no({ kind: 'rule', reason });
  }
  return { ok: true, permit: { action, relation, from: facts.status } as Permit };
}

/** What this actor may do now: the buttons, sent with each record. */
export function availableActions(facts: OrderFacts, standing: Standing): Action[] {
  return actions.filter((action) => decide(action, facts, standing).ok);
}
