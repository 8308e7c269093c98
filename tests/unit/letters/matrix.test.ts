import { describe, expect, it } from 'vitest';
import { type Relation, relations } from '@/lib/letters/relation';
import { type Status, statuses } from '@/lib/letters/status';
import { isLate } from '@/lib/letters/view';
import { type Action, guard } from '@/lib/letters/workflow';

/** Whether the lead has replied, and whether the actor's own unit has received it. */
type When = 'new' | 'received' | 'replied';
const whens = ['new', 'received', 'replied'] as const;
/** A decision of a meeting is open where one is to be carried out or postponed. */
const factsOf = (when: When, action?: Action) => ({
  today: '2024-01-10',
  replyBy: '2024-01-12',
  leadReplied: when === 'replied',
  openDecisions: action === 'settle_decision' || action === 'postpone_decision' ? 1 : 0,
  ownReceived: when !== 'new',
});

const units: Relation[] = ['lead', 'co'];
/** Written by hand: who may do what, in which state, when, and where it leads. */
const written: Record<Action, { to: Status; may: Relation[]; when: readonly When[] }> = {
  receive: { to: 'open', may: units, when: ['new'] },
  reply: { to: 'open', may: units, when: ['received', 'replied'] },
  send_back: { to: 'open', may: ['sender'], when: ['replied'] },
  extend: { to: 'open', may: ['sender'], when: whens },
  hold_meeting: { to: 'open', may: ['sender'], when: whens },
  settle_decision: { to: 'open', may: ['sender', ...units], when: whens },
  postpone_decision: { to: 'open', may: ['sender'], when: whens },
  close: { to: 'closed', may: ['sender'], when: ['replied'] },
  call_off: { to: 'called_off', may: ['sender'], when: whens },
};

const decided = (action: Action, status: Status, when: When, names: readonly Relation[]): string => {
  const decision = guard.decide(action, status, factsOf(when, action), { relations: new Set(names), sees: true });
  return decision.ok ? 'ok' : decision.refusal.kind;
};

const expected = (action: Action, status: Status, when: When, names: readonly Relation[]): string => {
  const row = written[action];
  if (!row.may.some((name) => names.includes(name))) return 'forbidden';
  if (status !== 'open') return 'conflict';
  return row.when.includes(when) ? 'ok' : 'rule';
};

describe('a liaison letter: status × action × relation × what was given', () => {
  it('has the actions that are written, and no other, leading where they are written to lead', () => {
    expect([...guard.actions].sort()).toEqual(Object.keys(written).sort());
    for (const action of guard.actions) expect(guard.targetsOf(action, 'open')).toEqual([written[action].to]);
  });

  it('is as written for every relation, alone and in pairs', () => {
    const groups = relations.flatMap((one) => relations.map((other) => [one, other] as const));
    const differences: string[] = [];
    let allowed = 0;
    for (const action of guard.actions)
      for (const status of statuses)
        for (const when of whens)
          for (const names of groups) {
            const [is, shall] = [decided(action, status, when, names), expected(action, status, when, names)];
            if (is === 'ok') allowed++;
            if (is !== shall) differences.push(`${names.join('+')} ${action} ${status} ${when}: ${is}, not ${shall}`);
          }
    expect(differences).toEqual([]);
    // One relation of five stands in 9 of 25 pairs, two of them in 16, three in 21.
    expect(allowed).toBe(16 * 1 + 16 * 2 + 9 * 1 + 9 * 3 + 9 * 3 + 21 * 3 + 9 * 3 + 9 * 1 + 9 * 3);
  });

  it('is closed with no decision open, and has none to settle where none is', () => {
    const reasonOf = (action: Action, openDecisions: number) => {
      const facts = { ...factsOf('replied'), openDecisions };
      const decision = guard.decide(action, 'open', facts, { relations: new Set(['sender'] as const), sees: true });
      return decision.ok ? null : decision.refusal;
    };
    expect(reasonOf('close', 1)).toMatchObject({ reason: 'letter.decisions_open' });
    expect(reasonOf('close', 0)).toBeNull();
    expect(reasonOf('settle_decision', 0)).toMatchObject({ reason: 'letter.no_decision_open' });
    expect(reasonOf('postpone_decision', 0)).toMatchObject({ reason: 'letter.no_decision_open' });
  });

  it('exists for nobody who does not see it', () => {
    for (const action of guard.actions)
      for (const status of statuses)
        expect(
          guard.decide(action, status, factsOf('replied'), { relations: new Set(relations), sees: false }),
        ).toMatchObject({ refusal: { kind: 'unseen' } });
  });

  it('is late after its last day, of a unit that owes its reply, while it is open', () => {
    const open = { status: 'open' as const, replyBy: '2024-01-10' };
    expect(isLate(open, { repliedAt: null }, '2024-01-10')).toBe(false);
    expect(isLate(open, { repliedAt: null }, '2024-01-11')).toBe(true);
    expect(isLate(open, { repliedAt: 1 }, '2024-01-11')).toBe(false);
    expect(isLate({ ...open, status: 'closed' }, { repliedAt: null }, '2024-01-11')).toBe(false);
  });
});
