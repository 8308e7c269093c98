import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { routingList, routingRule, routingRuleVersion } from './tables';

type RuleRow = typeof routingRule.$inferSelect;

/**
 * Moves a list's revision on; the new one is also the place of a rule that joins at the end.
 * @param seen the revision that the caller looked at; without it nothing is asked
 * @throws conflict `routing.list_moved`
 */
export async function turnList(tx: Tx, communityCode: string, seen?: number): Promise<number> {
  await tx.insert(routingList).values({ communityCode, revision: 1 }).onConflictDoNothing().returning();
  const [row] = await tx
    .update(routingList)
    .set({ revision: sql`${routingList.revision} + 1` })
    .where(
      and(
        eq(routingList.communityCode, communityCode),
        seen === undefined ? undefined : eq(routingList.revision, seen),
      ),
    )
    .returning();
  if (!row) throw new DomainError('conflict', 'routing.list_moved');
  return row.revision;
}

type Said = Pick<RuleRow, 'name' | 'isOn' | 'conditions' | 'effect'>;

/** A new rule at the end of its list, with its first version. */
export async function insertRule(tx: Tx, rule: RuleRow, made: { at: number; byId: string }): Promise<void> {
  await tx.insert(routingRule).values(rule);
  await addVersion(tx, rule.id, rule.version, rule, made);
}

/**
 * Changes what a rule says, guarded by the version that was seen, and appends the new one.
 * @throws conflict `routing.rule_changed`
 */
export async function changeRule(
  tx: Tx,
  seen: { id: string; version: number },
  said: Said,
  made: { at: number; byId: string },
): Promise<RuleRow> {
  const { name, isOn, conditions, effect } = said;
  const [row] = await tx
    .update(routingRule)
    .set({ name, isOn, conditions, effect, version: seen.version + 1 })
    .where(and(eq(routingRule.id, seen.id), eq(routingRule.version, seen.version)))
    .returning();
  if (!row) throw new DomainError('conflict', 'routing.rule_changed', { version: seen.version });
  await addVersion(tx, row.id, row.version, row, made);
  return row;
}

async function addVersion(tx: Tx, ruleId: string, version: number, said: Said, made: { at: number; byId: string }) {
  const { name, isOn, conditions, effect } = said;
  await tx.insert(routingRuleVersion).values({ ruleId, version, name, isOn, conditions, effect, ...made });
}

/** Two neighbours of a list change places; its revision was moved before, in the same transaction. */
export async function swapRules(tx: Tx, a: RuleRow, b: RuleRow): Promise<void> {
  await tx.update(routingRule).set({ position: b.position }).where(eq(routingRule.id, a.id)).returning();
  await tx.update(routingRule).set({ position: a.position }).where(eq(routingRule.id, b.id)).returning();
}
