import { describe, expect, it } from 'vitest';
import { type Relation, relations } from '@/lib/answers/relation';
import { type Status, statuses } from '@/lib/answers/status';
import { type Action, guard } from '@/lib/answers/workflow';

/** Written by hand: who may do what, in which state, and where it leads. */
const written: Record<Action, { from: Status[]; to: (from: Status) => Status; may: Relation[] }> = {
  restate: { from: ['promised'], to: () => 'promised', may: ['secretary', 'clerk', 'handler'] },
  fulfil: { from: ['promised'], to: () => 'done', may: ['secretary', 'clerk', 'handler'] },
  take_back: { from: ['promised'], to: () => 'closed', may: ['secretary'] },
  reword: { from: ['done', 'closed'], to: (from) => from, may: ['secretary', 'clerk', 'handler'] },
  link: { from: ['promised', 'done', 'closed'], to: (from) => from, may: ['secretary', 'clerk'] },
};

const decided = (action: Action, status: Status, names: readonly Relation[]): string => {
  const decision = guard.decide(action, status, null, { relations: new Set(names), sees: true });
  return decision.ok ? 'ok' : decision.refusal.kind;
};

const expected = (action: Action, status: Status, names: readonly Relation[]): string => {
  const row = written[action];
  if (!row.may.some((name) => names.includes(name))) return 'forbidden';
  return row.from.includes(status) ? 'ok' : 'conflict';
};

describe('an answer: status × action × relation', () => {
  it('has the actions that are written, and no other', () => {
    expect([...guard.actions].sort()).toEqual(Object.keys(written).sort());
  });

  it('is as written for every relation, alone and in pairs', () => {
    const groups = relations.flatMap((one) => relations.map((other) => [one, other] as const));
    const differences: string[] = [];
    let allowed = 0;
    for (const action of guard.actions)
      for (const status of statuses)
        for (const names of groups) {
          const [is, shall] = [decided(action, status, names), expected(action, status, names)];
          if (is === 'ok') allowed++;
          if (is !== shall) differences.push(`${names.join('+')} ${action} ${status}: ${is}, not ${shall}`);
        }
    expect(differences).toEqual([]);
    expect(allowed).toBe(11 + 27 * 2 + 27 * 2 + 20 * 3);
  });

  it('leads where it is written to lead', () => {
    for (const action of guard.actions)
      for (const from of written[action].from)
        expect(guard.targetsOf(action, from), action).toEqual([written[action].to(from)]);
  });

  it('is there for nobody who does not see it', () => {
    const decision = guard.decide('restate', 'promised', null, { relations: new Set(['secretary']), sees: false });
    expect(decision).toEqual({ ok: false, refusal: { kind: 'unseen' } });
  });
});
