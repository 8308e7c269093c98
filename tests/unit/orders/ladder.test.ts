import { describe, expect, it } from 'vitest';
import { firstRung, nextRung, type Staff } from '@/lib/orders/ladder';
import { type Ground, grounds, type LadderStep, ladderSteps, openStatuses } from '@/lib/orders/status';

/** Each combination of steps on which nobody lives; the administrator's cannot be empty (the last one is never removed). */
const missing = Array.from({ length: 2 ** 7 }, (_, mask) =>
  ladderSteps.filter((step, i) => step !== 'admin' && (mask >> i) % 2 === 1),
);

const staffWithout = (gone: readonly LadderStep[]): Staff =>
  Object.fromEntries(
    ladderSteps.map((step) => [
      step,
      gone.includes(step) ? [] : [`${step}-1`, `${step}-2`].map((personId) => ({ personId, named: true })),
    ]),
  ) as unknown as Staff;

const clocked = grounds.filter((ground): ground is Exclude<Ground, 'person'> => ground !== 'person');

describe('whatever is missing', () => {
  it('a new notice has a living owner at once: every state, every ground, every combination', () => {
    let looked = 0;
    for (const status of openStatuses)
      for (const ground of clocked)
        for (const gone of missing) {
          const rung = firstRung(status, ground, staffWithout(gone));
          expect(rung, `${status} ${ground} without ${gone.join()}`).not.toBeNull();
          expect(gone).not.toContain(rung?.step);
          looked++;
        }
    expect(looked).toBe(8 * 8 * 128);
  });

  it('one step up there is a living person again, until the administrator, and never the same step twice', () => {
    for (const status of openStatuses)
      for (const gone of missing) {
        const staff = staffWithout(gone);
        let step = firstRung(status, 'near', staff)?.step ?? null;
        const climbed = [step];
        for (;;) {
          const next = nextRung(status, step, staff);
          if (!next) break;
          expect(gone).not.toContain(next.step);
          expect(climbed).not.toContain(next.step);
          climbed.push(next.step);
          step = next.step;
        }
        expect(step, `${status} without ${gone.join()}`).toBe('admin');
      }
  });

  it('an owner who is gone is followed by a colleague of the same step, before anybody above', () => {
    const staff = staffWithout([]);
    expect(nextRung('in_progress', 'community', staff, true)).toMatchObject({ step: 'community' });
    expect(nextRung('in_progress', 'community', staffWithout(['community']), true)).toMatchObject({ step: 'street' });
  });
});

describe('whose turn it is', () => {
  const staff = staffWithout([]);
  it('is the holder’s while it is in hand, the verifiers’ while it is checked, else the desk’s', () => {
    expect(firstRung('in_progress', 'finish', staff)?.step).toBe('holder');
    expect(firstRung('assigned', 'accept', staff)?.step).toBe('holder');
    expect(firstRung('awaiting_verification', 'near', staff)?.step).toBe('verifier');
    expect(firstRung('submitted', 'dispatch', staff)?.step).toBe('community');
    expect(firstRung('offered', 'accept', staff)?.step).toBe('community');
  });

  it('goes to the parent branch at once when a check is overdue (7.4 step 7)', () => {
    expect(firstRung('awaiting_verification', 'verify', staff)?.step).toBe('parent');
    expect(firstRung('awaiting_verification', 'verify', staffWithout(['parent']))?.step).toBe('street');
  });

  it('goes holder, cell, community, street, supervisor, administrator', () => {
    const way: (LadderStep | undefined)[] = ['holder'];
    for (let step = way[0]; step; step = nextRung('in_progress', step, staff)?.step)
      if (step !== 'holder') way.push(step);
    expect(way).toEqual(['holder', 'cell', 'community', 'street', 'supervisor', 'admin']);
  });

  it('is nobody’s only where nobody lives at all', () => {
    expect(firstRung('in_progress', 'finish', staffWithout(ladderSteps))).toBeNull();
  });
});
