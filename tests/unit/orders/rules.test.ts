import { describe, expect, it } from 'vitest';
import { isDrawn } from '@/lib/orders/answer';
import type { OrderFacts } from '@/lib/orders/conditions';
import { decide } from '@/lib/orders/decide';
import type { Relation } from '@/lib/orders/relation';
import { readsAsResident } from '@/lib/orders/view';
import type { Action } from '@/lib/orders/workflow';
import { expectedActions, type State } from '@/tests/support/expected-matrix';
import { easyFacts, now, standingWith } from './stand';

const minute = 60_000;

/** What a rule says at its edge: the last moment or fact that is let through, and the first that is not (3.1, 3.3). */
const rules: {
  action: Action;
  state: State;
  by: Relation;
  lets: Partial<OrderFacts>;
  refuses: Partial<OrderFacts>;
  reason: string;
}[] = [
  {
    action: 'amend',
    state: 'submitted',
    by: 'requester',
    lets: { submittedAt: now - 10 * minute },
    refuses: { submittedAt: now - 10 * minute - 1 },
    reason: 'order.amend_too_late',
  },
  {
    action: 'amend',
    state: 'submitted',
    by: 'requester',
    lets: { intakeAt: null },
    refuses: { intakeAt: now },
    reason: 'order.amend_after_intake',
  },
  {
    action: 'appeal',
    state: 'declined',
    by: 'requester',
    lets: { appealed: false },
    refuses: { appealed: true },
    reason: 'order.already_appealed',
  },
  {
    action: 'appeal',
    state: 'declined',
    by: 'requester',
    lets: { appealUntil: now + 1 },
    refuses: { appealUntil: now },
    reason: 'order.appeal_too_late',
  },
  {
    action: 'offer',
    state: 'submitted',
    by: 'dispatcher',
    lets: { sealed: false },
    refuses: { sealed: true },
    reason: 'order.sealed_not_offered',
  },
  {
    action: 'return',
    state: 'in_progress',
    by: 'assignee',
    lets: { holderKind: 'person' },
    refuses: { holderKind: 'volunteer' },
    reason: 'order.volunteer_releases',
  },
  {
    action: 'return',
    state: 'assigned',
    by: 'assignee',
    lets: { returnBy: now },
    refuses: { returnBy: now - 1 },
    reason: 'order.return_too_late',
  },
  {
    action: 'return',
    state: 'assigned',
    by: 'assignee',
    lets: { designated: true, returnReason: 'R8' },
    refuses: { designated: true, returnReason: 'R1' },
    reason: 'order.designated',
  },
  {
    action: 'return',
    state: 'in_progress',
    by: 'assignee',
    lets: { returnBy: now - minute, returnReason: 'R8' },
    refuses: { returnBy: now - minute, returnReason: 'R6' },
    reason: 'order.return_too_late',
  },
  {
    action: 'release',
    state: 'in_progress',
    by: 'assignee',
    lets: { holderKind: 'volunteer' },
    refuses: { holderKind: 'person' },
    reason: 'order.staff_returns',
  },
  {
    action: 'rate',
    state: 'closed',
    by: 'requester',
    lets: { reopenUntil: now + 1 },
    refuses: { reopenUntil: now },
    reason: 'order.rating_too_late',
  },
  {
    action: 'rate',
    state: 'closed',
    by: 'requester',
    lets: { ratedClosing: 0 },
    refuses: { ratedClosing: 1 },
    reason: 'order.already_rated',
  },
  {
    action: 'rate',
    state: 'closed',
    by: 'requester',
    lets: { outcome: 'unresolvable' },
    refuses: { outcome: 'no_info' },
    reason: 'order.nothing_to_rate',
  },
  {
    action: 'callback',
    state: 'closed',
    by: 'hall',
    lets: { reopenUntil: now + 1 },
    refuses: { reopenUntil: now },
    reason: 'order.rating_too_late',
  },
  {
    action: 'close_unrated',
    state: 'awaiting_rating',
    by: 'system',
    lets: { ratingUntil: now },
    refuses: { ratingUntil: now + 1 },
    reason: 'order.window_open',
  },
  {
    action: 'close_no_info',
    state: 'need_info',
    by: 'system',
    lets: { needInfoUntil: now },
    refuses: { needInfoUntil: now + 1 },
    reason: 'order.window_open',
  },
  {
    action: 'reopen',
    state: 'closed',
    by: 'requester',
    lets: { reopenUntil: now + 1 },
    refuses: { reopenUntil: now },
    reason: 'order.reopen_too_late',
  },
  {
    action: 'nudge',
    state: 'in_progress',
    by: 'requester',
    lets: { nudgeAgainAt: now },
    refuses: { nudgeAgainAt: now + 1 },
    reason: 'order.already_nudged',
  },
  ...(['offer', 'assign'] as const).map((action) => ({
    action,
    state: 'submitted' as const,
    by: 'system' as const,
    lets: { heldForRelease: false, byRule: true },
    refuses: { heldForRelease: true, byRule: true },
    reason: 'order.needs_release',
  })),
  ...(['rate', 'reopen', 'withdraw', 'appeal'] as const).map((action) => ({
    action,
    state: (expectedActions[action]?.from ?? [])[0] as State,
    by: 'requester' as const,
    lets: { staffBrowser: false },
    refuses: { staffBrowser: true },
    reason: 'order.staff_browser',
  })),
];

const answer = (action: Action, state: State, by: Relation, facts: Partial<OrderFacts>) =>
  decide(action, easyFacts(state, facts.sealed ?? false, facts), standingWith([by], state, false).standing);

describe('rules at their edge', () => {
  it.each(rules)('$action of $state: $reason', ({ action, state, by, lets, refuses, reason }) => {
    expect(answer(action, state, by, lets)).toMatchObject({ ok: true, permit: { action, relation: by, from: state } });
    expect(answer(action, state, by, refuses)).toEqual({ ok: false, refusal: { kind: 'rule', reason } });
  });

  it('hold an order over the day’s limit from rules alone: a dispatcher who gives it out has looked at it', () => {
    for (const action of ['offer', 'assign'] as const) {
      expect(answer(action, 'submitted', 'dispatcher', { heldForRelease: true })).toMatchObject({ ok: true });
    }
  });

  it('come after permission and state: who may not is told so first', () => {
    const facts = easyFacts('closed', false, { ratedClosing: 1 });
    const hall = standingWith(['hall'], 'closed', false).standing;
    expect(decide('rate', facts, hall)).toMatchObject({ refusal: { kind: 'forbidden' } });
    const asked = standingWith(['requester'], 'submitted', false).standing;
    expect(decide('rate', easyFacts('submitted', false, { ratedClosing: 1 }), asked)).toMatchObject({
      refusal: { kind: 'conflict', reason: 'order.not_in_state' },
    });
  });

  it('let a first rating in while the order waits for it, whatever stands from an earlier closing', () => {
    expect(answer('rate', 'awaiting_rating', 'requester', { ratedClosing: 1, outcome: 'resolved' })).toMatchObject({
      ok: true,
    });
  });
});

describe('the sample of passings that are called back (3.6)', () => {
  it('is one in ten, drawn by the order alone: over as many orders as the demo has, and over many', () => {
    for (const [many, least, most] of [
      [440, 25, 65],
      [20_000, 1880, 2120],
    ] as const) {
      // Ids as the program makes them: in order of time, alike at their beginning.
      const ids = Array.from(
        { length: many },
        (_, at) => `018d0c2e-${String(at).padStart(4, '0')}-7000-8000-0000000000aa`,
      );
      const drawn = ids.filter((id) => isDrawn({ id, reopenCount: 0 }));
      expect(drawn.length).toBeGreaterThanOrEqual(least);
      expect(drawn.length).toBeLessThanOrEqual(most);
      expect(ids.filter((id) => isDrawn({ id, reopenCount: 0 }))).toEqual(drawn);
      expect(ids.filter((id) => isDrawn({ id, reopenCount: 1 }))).not.toEqual(drawn);
    }
  });
});

describe('who reads as the resident', () => {
  const reads = (...names: Relation[]) => readsAsResident({ relations: new Set(names) });
  it('is the requester, and who only typed it; nobody with a side of their own', () => {
    expect([reads('requester'), reads('proxy'), reads('requester', 'hall')]).toEqual([true, true, true]);
    expect([reads('proxy', 'hall'), reads('verifier'), reads('auditor')]).toEqual([false, false, false]);
    // A dispatcher whose order went up to the street has no relation left, and is no resident.
    expect(reads()).toBe(false);
  });
});
