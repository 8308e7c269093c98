import { z } from 'zod';
import { urgencies } from '@/lib/calendar/limits';
import { clientId } from '@/lib/casework/fields';
import { channels } from '@/lib/kernel/channels';

/** What forms mirror as `maxlength`, and what these schemas check. */
export const ruleLimits = { name: 40, word: 20, words: 20, list: 60, dryRun: 500 } as const;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'input.not_a_clock_time');
const codes = (shape: z.ZodString) => z.array(shape).max(ruleLimits.list).default([]);

/** Words as they were typed: one field, divided by 、 , ; or line ends; or a list. */
const words = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.split(/[、,，;；\n]+/).filter((word) => word.trim() !== '') : typed),
  z.array(z.string().trim().min(1).max(ruleLimits.word)).max(ruleLimits.words).default([]),
);

export const workTimes = ['any', 'working', 'off'] as const;

/**
 * What an order has to be for a rule to hit. Each list is "any of"; an empty one asks nothing. All that is asked has to
 * hold together. `from` and `to` are a time of day in Shanghai, `to` not included, over midnight where it is the earlier.
 */
export const ruleConditions = z
  .object({
    items: codes(z.string().regex(/^\d{4}$/)),
    categories: codes(z.string().regex(/^\d{2}$/)),
    cells: codes(z.string().regex(/^\d{15}$/)),
    from: clock.optional(),
    to: clock.optional(),
    /** Inside the working hours of a workday (3.2), or outside of them. */
    worked: z.enum(workTimes).default('any'),
    /** 1 = Monday … 7 = Sunday. */
    weekdays: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
    words,
    channels: z.array(z.enum(channels)).max(channels.length).default([]),
    urgencies: z.array(z.enum(urgencies)).max(4).default([]),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'input.both_times',
  })
  .refine(({ from, to }) => from === undefined || from !== to, { path: ['to'], message: 'input.no_time_between' });
export type RuleConditions = z.output<typeof ruleConditions>;

export const poolScopes = ['own', 'neighbours', 'community'] as const;
const target = z.union([
  z.strictObject({
    pool: z.object({ cells: z.enum(poolScopes), skills: z.array(z.string().max(40)).max(10).default([]) }),
  }),
  z.strictObject({ unit: z.string().trim().min(1).max(40) }),
  z.strictObject({ person: z.string().trim().min(1).max(64) }),
]);

/** `propose` preselects at the desk; `dispatch` sends it off at the report. A pool is asked, never ordered. */
export const ruleEffect = z.object({ kind: z.enum(['propose', 'dispatch']), target });
export type RuleEffect = z.output<typeof ruleEffect>;
export type RuleTarget = RuleEffect['target'];

/** What a rule says; also what is tried in a dry run before anybody saves it. */
export const ruleDraft = z.object({
  name: z.string().trim().min(1).max(ruleLimits.name),
  isOn: z.boolean().default(true),
  conditions: z.preprocess((said) => said ?? {}, ruleConditions),
  effect: ruleEffect,
});
export type RuleDraft = z.output<typeof ruleDraft>;

export const communityCode = z
  .string()
  .trim()
  .regex(/^\d{12}$/);

export const addRuleInput = ruleDraft.extend({ community: communityCode, clientId });
export const saveRuleInput = ruleDraft.extend({ id: z.uuid(), version: z.int().min(1), clientId });
export const moveRuleInput = z.object({
  id: z.uuid(),
  way: z.enum(['up', 'down']),
  /** Of the list, as it was seen. */
  revision: z.int().min(1),
  clientId,
});
export const switchRuleInput = z.object({ id: z.uuid(), version: z.int().min(1), isOn: z.boolean(), clientId });
export const listRulesInput = z.object({ community: communityCode });
