import { z } from 'zod';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { addRule } from './commands/add-rule';
import { moveRule } from './commands/move-rule';
import { saveRule } from './commands/save-rule';
import { switchRule } from './commands/switch-rule';
import {
  addRuleInput,
  listRulesInput,
  moveRuleInput,
  ruleConditions,
  ruleEffect,
  saveRuleInput,
  switchRuleInput,
} from './input';
import { listRules } from './queries/list-rules';

const line = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
const saved = z.object({ id: z.string(), version: z.int() });

const ruleSchema = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  isOn: z.boolean(),
  conditions: ruleConditions,
  effect: ruleEffect,
  state: z.enum(['ok', 'off', 'broken', 'dead', 'conflict']),
  faults: z.array(line.extend({ part: z.enum(['items', 'categories', 'cells', 'target']) })),
  findings: z.array(
    z.object({
      kind: z.enum(['never', 'dead', 'conflict']),
      by: z.string().optional(),
      exception: z.boolean().optional(),
    }),
  ),
});

export const routingEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/routing/rules',
    summary: 'The rules of a community in their order, with what is broken, dead or in conflict.',
    audience: 'signed_in',
    input: listRulesInput,
    output: z.object({
      community: z.string(),
      revision: z.int(),
      mayEdit: z.boolean(),
      broken: z.int(),
      items: z.array(ruleSchema),
    }),
    run: listRules,
  }),
  endpoint({
    method: 'POST',
    path: '/routing/rules',
    summary: 'A new rule at the end of the list; an unknown item, cell, unit or person is refused at its field.',
    audience: 'signed_in',
    status: 201,
    input: addRuleInput as unknown as z.ZodType<z.input<typeof addRuleInput>>,
    output: saved,
    run: addRule,
  }),
  endpoint({
    method: 'POST',
    path: '/routing/rules/{id}',
    summary: 'Appends a version to a rule, guarded by the version that was seen.',
    audience: 'signed_in',
    input: saveRuleInput as unknown as z.ZodType<z.input<typeof saveRuleInput>>,
    output: saved,
    run: saveRule,
  }),
  endpoint({
    method: 'POST',
    path: '/routing/rules/{id}/switch',
    summary: 'Switches a rule on or off.',
    audience: 'signed_in',
    input: switchRuleInput,
    output: saved,
    run: switchRule,
  }),
  endpoint({
    method: 'POST',
    path: '/routing/rules/{id}/move',
    summary: 'Moves a rule one place up or down, guarded by the revision of the list.',
    audience: 'signed_in',
    input: moveRuleInput,
    output: z.object({ revision: z.int() }),
    run: moveRule,
  }),
];
