import { z } from 'zod';
import { addRuleInput, type RuleDraft, type RuleTarget, ruleDraft, saveRuleInput } from '@/lib/routing/input';
import { formInput } from '@/lib/transport/form';

type Fields = Record<string, unknown>;

const lists = ['items', 'categories', 'cells', 'weekdays', 'channels', 'urgencies'] as const;

/** `pool:own`, `unit:CODE`, `person:ID` of the select, with the skills beside it, as the target of a rule. */
export function targetOf(to: string, skills: unknown): unknown {
  const [kind = '', ...rest] = to.split(':');
  const value = rest.join(':');
  if (kind === 'pool') return { pool: { cells: value, skills: [skills ?? []].flat() } };
  return kind === 'unit' ? { unit: value } : kind === 'person' ? { person: value } : undefined;
}

export const targetValue = (target: RuleTarget): string =>
  'pool' in target ? `pool:${target.pool.cells}` : 'unit' in target ? `unit:${target.unit}` : `person:${target.person}`;

/** The form of a rule as the verb reads it: one box ticked is a list of one, and the recipient is taken apart. */
function asRule(raw: unknown): unknown {
  const typed = raw as Fields & { conditions?: Fields; to?: unknown; kind?: unknown; skills?: unknown };
  const conditions = Object.fromEntries(
    Object.entries(typed.conditions ?? {}).map(([name, value]) =>
      (lists as readonly string[]).includes(name) ? [name, [value].flat()] : [name, value],
    ),
  );
  const target = targetOf(String(typed.to ?? ''), typed.skills);
  return {
    ...typed,
    conditions,
    isOn: typed.isOn !== 'no',
    version: typed.version === undefined ? undefined : Number(typed.version),
    effect: { kind: typed.kind, target },
  };
}

export const addRuleForm = z.preprocess(asRule, addRuleInput);
export const saveRuleForm = z.preprocess(asRule, saveRuleInput);

/** What was typed, as a rule to be tried; null where it is none yet. */
export function draftOf(values: Record<string, string | string[]>): RuleDraft | null {
  const read = z.preprocess(asRule, ruleDraft).safeParse(formInput(values));
  return read.success ? read.data : null;
}
