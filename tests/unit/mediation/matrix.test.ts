import { describe, expect, it } from 'vitest';
import type { CaseStanding } from '@/lib/casework/workflow';
import { allConsented, type MediationFacts } from '@/lib/mediation/conditions';
import type { Relation } from '@/lib/mediation/relation';
import { type Status, statuses } from '@/lib/mediation/status';
import { type Action, guard } from '@/lib/mediation/workflow';

/** Typed by hand from 人民调解法 and M18, without the program's data: who may do what while the case stands where. */
const applied = ['applied'];
const talking = ['agreed', 'in_session'];
const open = [...applied, ...talking];
const expected: Record<string, { from: string[]; by: string; to: string }> = {
  propose_mediator: { from: open, by: 'party secretary', to: 'applied agreed in_session' },
  consent: { from: open, by: 'party secretary', to: 'applied agreed in_session' },
  hold_session: { from: talking, by: 'mediator secretary', to: 'in_session' },
  ask_opinion: { from: open, by: 'mediator secretary', to: 'applied agreed in_session' },
  answer_opinion: { from: open, by: 'mediator secretary', to: 'applied agreed in_session' },
  write_agreement: { from: ['in_session'], by: 'mediator secretary', to: 'in_session' },
  sign: { from: ['in_session'], by: 'mediator secretary', to: 'in_session' },
  seal: { from: ['in_session'], by: 'secretary', to: 'settled' },
  check_performance: { from: ['settled', 'broken'], by: 'mediator secretary', to: 'settled performed broken' },
  apply_confirmation: { from: ['settled', 'performed', 'broken'], by: 'secretary', to: 'settled performed broken' },
  confirm: { from: ['settled', 'performed', 'broken'], by: 'secretary', to: 'settled performed broken' },
  refuse: { from: open, by: 'party secretary', to: 'failed' },
  fail: { from: talking, by: 'mediator secretary', to: 'failed' },
  withdraw: { from: open, by: 'secretary', to: 'withdrawn' },
  refer: { from: open, by: 'mediator secretary', to: 'referred' },
};
/** What a party keeps when they also are the secretary; everything else of the papers is somebody else's. */
const ofPartyAsSecretary = ['propose_mediator', 'consent', 'refuse'];

const ready: MediationFacts = {
  today: '2024-01-15',
  isProposed: true,
  parties: [
    { agreed: true, agreedProposed: true, signed: true },
    { agreed: true, agreedProposed: true, signed: true },
  ],
  agreement: { version: 1, oral: false },
  confirmUntil: '2024-02-14',
  confirmAppliedOn: null,
  confirmedOn: null,
};

/** The court rules on what was applied for; everything else is ready at once. */
const readyFor = (action: Action): MediationFacts => ({
  ...ready,
  confirmAppliedOn: action === 'confirm' ? '2024-01-20' : null,
});

const standing = (...relations: Relation[]): CaseStanding<Relation> => ({
  relations: new Set(relations),
  sees: relations.length > 0,
});

describe('status × action × relation', () => {
  it('has exactly the actions of the specification', () => {
    expect([...guard.actions].sort()).toEqual(Object.keys(expected).sort());
  });

  const people: Relation[][] = [
    [],
    ['proposed'],
    ['party'],
    ['mediator'],
    ['secretary'],
    ['party', 'secretary'],
    ['system'],
  ];
  for (const status of statuses) {
    it(`is as written by hand while ${status}`, () => {
      for (const action of guard.actions) {
        const row = expected[action];
        if (!row) throw new Error(`${action} is not expected`);
        for (const who of people) {
          const by = row.by.split(' ');
          const right = who.some((one) => by.includes(one));
          const barred = who.includes('party') && !ofPartyAsSecretary.includes(action);
          const says =
            who.length === 0
              ? 'unseen'
              : !right || barred
                ? 'forbidden'
                : row.from.includes(status)
                  ? 'ok'
                  : 'conflict';
          const decision = guard.decide(action, status, readyFor(action), standing(...who));
          const said = decision.ok ? 'ok' : decision.refusal.kind;
          expect(`${action} ${who.join('+')}: ${said}`).toBe(`${action} ${who.join('+')}: ${says}`);
        }
      }
    });
  }

  it('leads where the law leads', () => {
    for (const action of guard.actions) {
      const from = (expected[action]?.from ?? []) as Status[];
      const reached = new Set(from.flatMap((status) => guard.targetsOf(action, status)));
      expect([action, ...[...reached].sort()]).toEqual([action, ...(expected[action]?.to.split(' ') ?? []).sort()]);
    }
  });
});

describe('conditions', () => {
  const refusal = (action: Action, status: Status, more: Partial<MediationFacts>) => {
    const decision = guard.decide(action, status, { ...ready, ...more }, standing('secretary'));
    return decision.ok ? null : 'reason' in decision.refusal ? decision.refusal.reason : decision.refusal.kind;
  };
  const unsigned = { agreed: true, agreedProposed: true, signed: false };

  it('seals nothing that is not written and signed by everybody, but an oral one', () => {
    expect(refusal('seal', 'in_session', { agreement: null })).toBe('mediation.no_agreement');
    expect(refusal('seal', 'in_session', { parties: [...ready.parties, unsigned] })).toBe(
      'mediation.signatures_missing',
    );
    expect(refusal('seal', 'in_session', { parties: [unsigned], agreement: { version: 2, oral: true } })).toBeNull();
    expect(refusal('sign', 'in_session', { agreement: { version: 2, oral: true } })).toBe('mediation.oral_unsigned');
  });

  it('is agreed only when every party agreed to both and somebody is proposed', () => {
    expect(allConsented(ready)).toBe(true);
    expect(allConsented({ ...ready, isProposed: false })).toBe(false);
    for (const missing of ['agreed', 'agreedProposed'] as const) {
      const [first, second] = ready.parties;
      if (!first || !second) throw new Error('two parties');
      expect(allConsented({ isProposed: true, parties: [first, { ...second, [missing]: false }] })).toBe(false);
    }
  });

  it('takes one application, and one ruling on it', () => {
    const applied = { confirmAppliedOn: '2024-01-20' };
    expect(refusal('apply_confirmation', 'settled', applied)).toBe('mediation.applied_already');
    expect(refusal('confirm', 'settled', {})).toBe('mediation.not_applied');
    expect(refusal('confirm', 'settled', applied)).toBeNull();
    expect(refusal('confirm', 'settled', { ...applied, confirmedOn: '2024-04-10' })).toBe(
      'mediation.confirmed_already',
    );
  });
});
