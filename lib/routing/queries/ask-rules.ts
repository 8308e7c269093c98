import { and, asc, eq } from 'drizzle-orm';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Reader } from '@/lib/kernel/context';
import type { RuleDraft } from '../input';
import { type AskedRule, judge, type RouteFacts, type Verdict } from '../match';
import { routingRule } from '../tables';
import { findFaults } from './find-faults';

/** A rule that is tried before it is saved: what it says, and where it would stand. */
export interface Trial {
  draft: RuleDraft;
  /** The rule that it stands for; a new one comes at the end. */
  id?: string;
  /** Before every other rule, as if it had been moved up to the top. */
  first?: boolean;
}

/** The name that a trial goes by where it is a new rule. */
export const trialId = 'trial';

/**
 * The rules of a community that are switched on, as one question: facts of an order → what hits and what is broken.
 * Null where it has none. Several orders are asked with one reading.
 */
export async function askRules(
  db: Reader,
  input: { communityCode: string; trial?: Trial },
  now: number,
): Promise<((facts: RouteFacts, calendar: WorkingCalendar) => Verdict) | null> {
  const rules = await withTrial(db, input.communityCode, input.trial);
  if (rules.length === 0) return null;
  const faults = await findFaults(db, input.communityCode, rules, now);
  const asked: AskedRule[] = rules.map((rule, i) => ({ ...rule, faults: faults[i] ?? [] }));
  return (facts, calendar) => judge(asked, facts, calendar);
}

async function withTrial(db: Reader, communityCode: string, trial?: Trial): Promise<Omit<AskedRule, 'faults'>[]> {
  const stored = await db
    .select()
    .from(routingRule)
    .where(
      and(
        eq(routingRule.communityCode, communityCode),
        trial?.id === undefined ? eq(routingRule.isOn, true) : undefined,
      ),
    )
    .orderBy(asc(routingRule.position), asc(routingRule.id));
  if (!trial) return stored;
  const { id = trialId, draft, first } = trial;
  const tried = { id, version: 0, name: draft.name, conditions: draft.conditions, effect: draft.effect };
  const others = stored.filter((rule) => rule.isOn && rule.id !== id);
  const at = first ? 0 : stored.filter((rule) => rule.isOn || rule.id === id).findIndex((rule) => rule.id === id);
  return at < 0 ? [...others, tried] : [...others.slice(0, at), tried, ...others.slice(at)];
}
