import { describe, expect, it } from 'vitest';
import { readRemaining } from '@/app/_order/remaining';
import { clockOfRow, stateOf } from '@/app/_order/row-clock';

const now = Date.parse('2024-01-15T09:00:00+08:00');
const due = '2024-01-15T10:00:00.000+08:00';

const phaseOf = (status: 'assigned' | 'need_info', used: number, dueAt = due) => {
  const clock = clockOfRow({ status, dueAt, used }, now);
  return clock && readRemaining(clock).phase;
};

describe('the clock of a row', () => {
  it('turns gold at 80 % of the limit and red when past', () => {
    expect(phaseOf('assigned', 0.79)).toBe('calm');
    expect(phaseOf('assigned', 0.8)).toBe('near');
    expect(phaseOf('assigned', 1.2, '2024-01-15T08:59:00.000+08:00')).toBe('late');
  });

  it('stands still while the resident is asked', () => {
    expect(phaseOf('need_info', 0.95)).toBe('paused');
  });

  it('is not shown where nobody has to hurry', () => {
    expect(clockOfRow({ status: 'awaiting_rating', dueAt: due, used: null }, now)).toBeNull();
    expect(clockOfRow({ status: 'closed', dueAt: null, used: null }, now)).toBeNull();
  });
});

describe('the state of a row', () => {
  it('takes the counters of the order', () => {
    const counts = { rework: 1, reopen: 2, return: 0, nudge: 0 };
    expect(stateOf({ status: 'in_progress', level: 'street', comeback: 'none', counts, closing: null })).toEqual({
      status: 'in_progress',
      level: 'street',
      comeback: 'none',
      reworkCount: 1,
      reopenCount: 2,
      closing: null,
    });
  });

  it('is plain for an order of which only code and state are known', () => {
    expect(stateOf({ status: 'assigned' })).toMatchObject({ level: 'community', comeback: 'none', reworkCount: 0 });
  });
});
