import { describe, expect, it } from 'vitest';
import { type Relation, relations } from '@/lib/rounds/relation';
import { type Status, statuses } from '@/lib/rounds/status';
import { phaseOf } from '@/lib/rounds/view';
import { type Action, guard } from '@/lib/rounds/workflow';

const days = { opensOn: '2024-01-10', closesOn: '2024-01-20' };
type When = 'before' | 'within' | 'after';
const todays: Record<When, string> = { before: '2024-01-09', within: '2024-01-20', after: '2024-01-21' };

/** Written by hand: who may do what, in which state, at which time, and where it leads. */
const written: Record<Action, { from: Status; to: Status; may: Relation[]; when: When[] }> = {
  collect: { from: 'open', to: 'open', may: ['anyone'], when: ['within'] },
  write_down: { from: 'open', to: 'open', may: ['secretary', 'clerk'], when: ['within', 'after'] },
  close: { from: 'open', to: 'closed', may: ['secretary', 'system'], when: ['before', 'within', 'after'] },
  publish: { from: 'closed', to: 'published', may: ['secretary'], when: ['before', 'within', 'after'] },
  add_to_list: { from: 'published', to: 'published', may: ['secretary'], when: ['before', 'within', 'after'] },
};

const decided = (action: Action, status: Status, when: When, names: readonly Relation[]): string => {
  const facts = { ...days, today: todays[when] };
  const decision = guard.decide(action, status, facts, { relations: new Set(names), sees: true });
  return decision.ok ? 'ok' : decision.refusal.kind;
};

const expected = (action: Action, status: Status, when: When, names: readonly Relation[]): string => {
  const row = written[action];
  if (!row.may.some((name) => names.includes(name))) return 'forbidden';
  if (row.from !== status) return 'conflict';
  return row.when.includes(when) ? 'ok' : 'rule';
};

describe('an opinion round: status × action × relation × day', () => {
  it('has the actions that are written, and no other, leading where they are written to lead', () => {
    expect([...guard.actions].sort()).toEqual(Object.keys(written).sort());
    for (const action of guard.actions)
      expect(guard.targetsOf(action, written[action].from)).toEqual([written[action].to]);
  });

  it('is as written for every relation, alone and in pairs', () => {
    const groups = relations.flatMap((one) => relations.map((other) => [one, other] as const));
    const differences: string[] = [];
    let allowed = 0;
    for (const action of guard.actions)
      for (const status of statuses)
        for (const when of ['before', 'within', 'after'] as const)
          for (const names of groups) {
            const [is, shall] = [decided(action, status, when, names), expected(action, status, when, names)];
            if (is === 'ok') allowed++;
            if (is !== shall) differences.push(`${names.join('+')} ${action} ${status} ${when}: ${is}, not ${shall}`);
          }
    expect(differences).toEqual([]);
    // One relation of four stands in 7 of 16 pairs, two in 12.
    expect(allowed).toBe(7 + 12 * 2 + 12 * 3 + 7 * 3 + 7 * 3);
  });
});

describe('how a round stands', () => {
  it('takes opinions on its first and its last day, and on none beside', () => {
    const open = { status: 'open' as const, ...days };
    expect(phaseOf(open, '2024-01-09')).toBe('coming');
    expect(phaseOf(open, '2024-01-10')).toBe('collecting');
    expect(phaseOf(open, '2024-01-20')).toBe('collecting');
    expect(phaseOf(open, '2024-01-21')).toBe('closed');
    expect(phaseOf({ ...open, status: 'closed' }, '2024-01-15')).toBe('closed');
    expect(phaseOf({ ...open, status: 'published' }, '2024-01-15')).toBe('published');
  });
});
