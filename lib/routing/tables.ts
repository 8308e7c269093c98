import { boolean, index, instant, integer, json, primaryKey, table, text } from '#dialect';
import type { RuleConditions, RuleEffect } from './input';

/** The list of a community: `revision` is what a change of the order is guarded by, and where the next rule stands. */
export const routingList = table('routing_list', {
  communityCode: text('community_code').primaryKey(),
  revision: integer('revision').notNull(),
});

/** A rule as it stands now; what it said before is in its versions. Never deleted: switched off. */
export const routingRule = table(
  'routing_rule',
  {
    id: text('id').primaryKey(),
    communityCode: text('community_code').notNull(),
    /** Rules are asked in this order, the smallest first. */
    position: integer('position').notNull(),
    isOn: boolean('is_on').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    conditions: json<RuleConditions>('conditions').notNull(),
    effect: json<RuleEffect>('effect').notNull(),
  },
  (t) => [index('routing_rule_community').on(t.communityCode, t.position, t.id)],
);

/** Append-only: what a rule said from when on, and who made it say so. */
export const routingRuleVersion = table(
  'routing_rule_version',
  {
    ruleId: text('rule_id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    isOn: boolean('is_on').notNull(),
    conditions: json<RuleConditions>('conditions').notNull(),
    effect: json<RuleEffect>('effect').notNull(),
    at: instant('at').notNull(),
    byId: text('by_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.version] })],
);
