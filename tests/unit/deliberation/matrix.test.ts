import { describe, expect, it } from 'vitest';
import { relations } from '@/lib/deliberation/relation';
import { statuses } from '@/lib/deliberation/status';
import { type Action, guard } from '@/lib/deliberation/workflow';
import {
  expectedActions,
  type Standing,
  type State,
  seen,
  standings,
  states,
} from '@/tests/support/expected-deliberations';
import { easy, standingWith } from './stand';

type Kind = 'ok' | 'unseen' | 'forbidden' | 'conflict' | 'rule';

/** What the written table says, in the order in which it is to be said: sight, right, state. */
function expected(action: string, state: State, proposed: boolean, standing: Standing): Kind {
  const row = expectedActions[action];
  if (!row) throw new RangeError(`nothing is written of ${action}`);
  if (!seen(state, proposed, standing)) return 'unseen';
  if (!row.may.includes(standing)) return 'forbidden';
  return row.from.includes(state) ? 'ok' : 'conflict';
}

describe('the action table of 四议两公开', () => {
  it('has the actions, relations and states that are written, and no other', () => {
    expect([...guard.actions].sort()).toEqual(Object.keys(expectedActions).sort());
    expect(guard.actions).toHaveLength(28);
    expect([...relations]).toEqual([...standings]);
    expect([...statuses]).toEqual([...states]);
  });

  it('leads where it is written to lead', () => {
    for (const [action, row] of Object.entries(expectedActions)) {
      for (const from of row.from) {
        const to = row.to.map((target) => (target === 'same' ? from : target));
        expect(guard.targetsOf(action as Action, from), `${action} from ${from}`).toEqual(to);
      }
    }
  });

  it('is as written for each state, action and relation: 9 × 28 × 9, proposed or not', () => {
    const differences: string[] = [];
    const counted = { cells: 0, ok: 0 };
    for (const action of guard.actions)
      for (const state of states)
        for (const proposed of [false, true])
          for (const standing of standings) {
            const decision = guard.decide(action, state, easy(action), standingWith(standing, state, proposed));
            const is: Kind = decision.ok ? 'ok' : decision.refusal.kind;
            const shall = expected(action, state, proposed, standing);
            counted.cells++;
            if (is === 'ok') counted.ok++;
            if (is !== shall) differences.push(`${standing} ${action} ${state} ${proposed}: ${is}, not ${shall}`);
          }
    expect(differences).toEqual([]);
    expect(counted).toEqual({ cells: 28 * 9 * 9 * 2, ok: 142 * 2 });
  });

  it('gives nothing to a secretary, a clerk or a watcher of elsewhere', () => {
    for (const state of states) {
      const { relations: own, sees } = standingWith('source', state, false);
      expect([...own].sort()).toEqual(['anyone', 'source']);
      expect(sees).toBe(seen(state, false, 'source'));
    }
  });

  it('writes no name into the history of who voted or objected', () => {
    for (const [action, standing] of [
      ['cast', 'voter'],
      ['object', 'secretary'],
    ] as const) {
      const state = action === 'cast' ? 'review' : 'publish_resolution';
      const decision = guard.decide(action, state, easy(action), standingWith(standing, state, true));
      if (!decision.ok) throw new Error(`${action} is refused`);
      expect(['voter', 'anyone']).toContain(decision.permit.relation);
    }
  });
});
