import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/orders/decide';
import { type Relation, relations } from '@/lib/orders/relation';
import { type Action, actions, targetsOf } from '@/lib/orders/workflow';
import { bars, expectedActions, noCandidate, type State, standings, states } from '@/tests/support/expected-matrix';
import { seen } from '@/tests/support/expected-sight';
import { easyFacts, standingWith } from './stand';

type Kind = 'ok' | 'unseen' | 'forbidden' | 'conflict' | 'rule';
type Names = readonly (Relation | 'kin')[];

/** What the written table says, in the order in which it is to be said: sight, right, bar, state, rule. */
function expected(action: string, state: State, sealed: boolean, given: Names): Kind {
  const row = expectedActions[action];
  if (!row) throw new RangeError(`nothing is written of ${action}`);
  const names = given.some((name) => noCandidate.includes(name)) ? given.filter((n) => n !== 'candidate') : given;
  if (!seen(state, sealed, names)) {
    // A candidate who comes second is told so, and nothing else.
    return action === 'claim' && names.includes('candidate') && state !== 'offered' ? 'conflict' : 'unseen';
  }
  if (!row.may.some((name) => names.includes(name))) return 'forbidden';
  if (row.never.some((name) => names.includes(name))) return 'forbidden';
  if (!row.from.includes(state)) return 'conflict';
  return (action === 'offer' || action === 'merge') && sealed ? 'rule' : 'ok';
}

function decided(action: Action, state: State, sealed: boolean, names: Names): Kind {
  const facts = easyFacts(state, sealed, {
    holderKind: action === 'release' ? 'volunteer' : 'unit',
    extensionAsked: action === 'grant_extension' || action === 'refuse_extension',
  });
  const decision = decide(action, facts, standingWith(names, state, sealed).standing);
  return decision.ok ? 'ok' : decision.refusal.kind;
}

/** Every cell of the matrix for these standings, and where the program says something else than is written. */
function compare(groups: readonly Names[]): { cells: number; allowed: number; differences: string[] } {
  const differences: string[] = [];
  let cells = 0;
  let allowed = 0;
  for (const action of actions)
    for (const state of states)
      for (const sealed of [false, true])
        for (const names of groups) {
          const [is, shall] = [decided(action, state, sealed, names), expected(action, state, sealed, names)];
          cells++;
          if (is === 'ok') allowed++;
          if (is !== shall) {
            differences.push(`${names.join('+')} ${action} ${sealed ? 'sealed ' : ''}${state}: ${is}, not ${shall}`);
          }
        }
  return { cells, allowed, differences };
}

describe('the action table', () => {
  it('has the actions, relations and states that are written, and no other', () => {
    expect([...actions].sort()).toEqual(Object.keys(expectedActions).sort());
    expect(actions).toHaveLength(39);
    expect([...relations, 'kin']).toEqual([...standings]);
    expect(states).toHaveLength(12);
  });

  it('leads where it is written to lead', () => {
    for (const [action, row] of Object.entries(expectedActions)) {
      for (const from of row.from) {
        const to = row.to.map((target) => (target === 'same' ? from : target));
        expect(targetsOf(action as Action, from), `${action} from ${from}`).toEqual(to);
      }
    }
  });
});

describe('state × action × relation', () => {
  it('is as written for each relation alone: 39 × 12 × 17, open and sealed', () => {
    const result = compare(standings.map((name) => [name]));
    expect(result.differences).toEqual([]);
    expect(result.cells).toBe(39 * 12 * 17 * 2);
    expect(result.allowed).toBe(182 + 124);
  });

  it('is as written for each relation beside each that takes rights away', () => {
    const roles = standings.filter((name) => name !== 'system');
    const pairs = roles.flatMap((role) => bars.filter((bar) => bar !== role).map((bar) => [role, bar]));
    const result = compare(pairs);
    expect(result.differences).toEqual([]);
    expect(pairs).toHaveLength(16 * 7 - 7);
    expect(result.cells).toBe(39 * 12 * 105 * 2);
  });

  it('is as written for three at once: whoever verifies, handled it and dispatches', () => {
    const people: Names[] = [
      ['verifier', 'handled', 'dispatcher'],
      ['verifier', 'verified', 'secretary'],
      ['verifier', 'assignee', 'handled'],
      ['hall', 'proxy', 'kin'],
      ['candidate', 'handled', 'verifier'],
      ['requester', 'subject', 'dispatcher'],
    ];
    expect(compare(people).differences).toEqual([]);
  });

  it('tells a volunteer who comes second that the order is taken, and nothing more', () => {
    const { standing } = standingWith(['candidate'], 'in_progress', false);
    expect(decide('claim', easyFacts('in_progress', false), standing)).toEqual({
      ok: false,
      refusal: { kind: 'conflict', reason: 'order.already_claimed' },
    });
  });

  it('names the bar that stands in the way', () => {
    for (const bar of ['handled', 'requester', 'proxy', 'kin'] as const) {
      const { standing } = standingWith(['verifier', bar], 'awaiting_verification', false);
      for (const action of ['pass', 'rework'] as const) {
        expect(decide(action, easyFacts('awaiting_verification', false), standing)).toEqual({
          ok: false,
          refusal: { kind: 'forbidden', reason: `order.barred.${bar}` },
        });
      }
    }
  });
});
