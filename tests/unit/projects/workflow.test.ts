import { describe, expect, test } from 'vitest';
import type { Actor, Membership, PersonActor } from '@/lib/kernel/context';
import { conditions, isLate, type ProjectFacts } from '@/lib/projects/conditions';
import { keepsPapers, mayOpen, standingOf } from '@/lib/projects/policy';
import { relations } from '@/lib/projects/relation';
import { statuses } from '@/lib/projects/status';
import { timingOf } from '@/lib/projects/view';
import { type Action, guard, workflow } from '@/lib/projects/workflow';

/**
 * Who may do what in which state, written a second time by hand: `S` secretary, `C` clerk; anybody else and any other
 * state may not. Where a rule is asked beside it, the facts below satisfy it.
 */
const written: Record<Action, { by: string; from: string; to?: string }> = {
  start: { by: 'S', from: 'planned', to: 'running' },
  add_milestone: { by: 'SC', from: 'planned running' },
  reach_milestone: { by: 'SC', from: 'planned running' },
  spend: { by: 'SC', from: 'running completed stopped' },
  correct_spend: { by: 'S', from: 'running completed stopped' },
  raise_budget: { by: 'S', from: 'planned running' },
  postpone: { by: 'S', from: 'planned running' },
  explain_delay: { by: 'S', from: 'planned running' },
  add_photo: { by: 'SC', from: 'running completed' },
  complete: { by: 'S', from: 'running', to: 'completed' },
  stop: { by: 'S', from: 'planned running', to: 'stopped' },
  add_source: { by: 'SC', from: 'planned running' },
};
const letters: Record<string, string> = { secretary: 'S', clerk: 'C' };

const late: ProjectFacts = {
  today: '2024-04-01',
  dueOn: '2024-03-31',
  openMilestones: 0,
  delayExplained: false,
  decisionWaits: null,
};

describe('status × action × relation', () => {
  test('every action of the table is written here', () => {
    expect(Object.keys(workflow).sort()).toEqual(Object.keys(written).sort());
  });

  const cells = statuses.flatMap((status) =>
    guard.actions.flatMap((action) => relations.map((relation) => ({ status, action, relation }))),
  );

  test.each(cells)('$status · $action · $relation', ({ status, action, relation }) => {
    const { by, from, to } = written[action];
    const isAllowed = by.includes(letters[relation] ?? '-') && from.split(' ').includes(status);
    const decision = guard.decide(action, status, late, { relations: new Set([relation]), sees: true });
    expect(decision.ok).toBe(isAllowed);
    if (isAllowed) expect(guard.targetsOf(action, status)).toEqual([to ?? status]);
    else if (!decision.ok) {
      expect(decision.refusal.kind).toBe(by.includes(letters[relation] ?? '-') ? 'conflict' : 'forbidden');
    }
  });

  test('what is not seen does not exist, whoever asks', () => {
    for (const action of guard.actions) {
      const decision = guard.decide(action, 'running', late, { relations: new Set(['secretary']), sees: false });
      expect(decision).toEqual({ ok: false, refusal: { kind: 'unseen' } });
    }
  });
});

describe('the conditions', () => {
  test('a date counts to its end', () => {
    expect(isLate({ today: '2024-03-30', dueOn: '2024-03-31' })).toBe(false);
    expect(isLate({ today: '2024-03-31', dueOn: '2024-03-31' })).toBe(false);
    expect(isLate({ today: '2024-04-01', dueOn: '2024-03-31' })).toBe(true);
    expect(conditions.dateMissed(late)).toBeNull();
    expect(conditions.dateMissed({ ...late, today: '2024-03-31' })).toEqual({
      reason: 'project.not_late',
      params: { due: '2024-03-31' },
    });
  });

  test('what was decided is carried out once it may be, and not before', () => {
    expect(conditions.decisionBegun(late)).toBeNull();
    expect(conditions.decisionBegun({ ...late, decisionWaits: 'PL-YS-2024-001' })).toEqual({
      reason: 'project.decision_not_begun',
      params: { code: 'PL-YS-2024-001' },
    });
  });

  test('one open milestone keeps it from being complete', () => {
    expect(conditions.milestonesReached(late)).toBeNull();
    expect(conditions.milestonesReached({ ...late, openMilestones: 1 })).toEqual({
      reason: 'project.milestones_open',
      params: { count: 1 },
    });
  });
});

describe('how the date stands', () => {
  const open = { status: 'running' as const, dueOn: '2024-03-31', completedOn: null };
  const day = (today: string, delayExplained = false) => ({ today, delayExplained });
  test.each([
    [open, day('2024-03-31'), 'on_time'],
    [open, day('2024-04-01'), 'late_unexplained'],
    [open, day('2024-04-01', true), 'late'],
    [{ ...open, status: 'planned' as const }, day('2024-04-01'), 'late_unexplained'],
    [{ ...open, status: 'stopped' as const }, day('2024-04-01'), 'on_time'],
    [{ ...open, status: 'completed' as const, completedOn: '2024-03-31' }, day('2024-09-01'), 'on_time'],
    [{ ...open, status: 'completed' as const, completedOn: '2024-04-01' }, day('2024-09-01', true), 'late'],
  ])('%o on %o is %s', (row, facts, expected) => {
    expect(timingOf(row, facts)).toBe(expected);
  });
});

describe('who stands how', () => {
  const here = '320371003208';
  const person = (...memberships: [Membership['role'], string][]): PersonActor => ({
    kind: 'person',
    personId: 'p',
    sessionId: 's',
    sessionKind: 'staff',
    name: '',
    memberships: memberships.map(([role, areaCode]) => ({ role, areaCode, unitCode: null, partyOrgCode: null })),
    householdCode: null,
    verifiesCells: [],
    verifiesCellsAsParent: [],
    ties: [],
  });
  const of = (actor: Actor) => standingOf(actor, { communityCode: here });

  test('by role in this community alone, and everybody sees it', () => {
    expect([...of(person(['secretary', here])).relations]).toEqual(['anyone', 'secretary']);
    expect([...of(person(['dispatcher', here])).relations]).toEqual(['anyone', 'clerk']);
    expect([...of(person(['hall_clerk', here])).relations]).toEqual(['anyone', 'clerk']);
    for (const actor of [
      person(['secretary', '320371003209']),
      person(['street_officer', here.slice(0, 9)]),
      person(['resident', here]),
      { kind: 'anonymous' as const },
      { kind: 'holder' as const, orderId: 'o', staffBrowser: false },
    ]) {
      expect([...of(actor).relations]).toEqual(['anyone']);
      expect(of(actor).sees).toBe(true);
      expect(keepsPapers(of(actor))).toBe(false);
      expect(mayOpen(actor, here)).toBe(false);
    }
    expect(mayOpen(person(['secretary', here]), here)).toBe(true);
    expect(mayOpen(person(['dispatcher', here]), here)).toBe(false);
  });
});
