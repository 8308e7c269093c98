import { describe, expect, it } from 'vitest';
import { workingCalendar } from '@/lib/calendar/working-calendar';
import { noDue, type RunningClock } from '@/lib/orders/clocks';
import { type ColouredOrder, lookAt, replyDue, strongest } from '@/lib/orders/supervision';

const cal = workingCalendar(
  [
    { date: '2024-01-01', kind: 'off', name: '元旦', nameEn: 'New Year' },
    { date: '2024-02-04', kind: 'work', name: '春节', nameEn: 'Spring Festival' },
  ],
  [2023, 2024],
);

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const order = (more: Partial<ColouredOrder> = {}): ColouredOrder => ({
  status: 'in_progress',
  finishBy: at('2024-01-12T10:00'),
  reworkCount: 0,
  reopenCount: 0,
  ...more,
});
const clock = (more: Partial<RunningClock> = {}): RunningClock => ({
  of: 'state',
  startedAt: at('2024-01-10T10:00'),
  dueAt: at('2024-01-12T10:00'),
  clock: 'working',
  ...more,
});
const coloursAt = (now: string, of = order(), clocks = [clock()]) =>
  lookAt(of, clocks, at(now), cal).found.map(({ ground, colour }) => `${ground} ${colour}`);

describe('the colours of 3.5', () => {
  it('are none below 80 % of the limit, blue from there, red once the finish is over', () => {
    // 16 working hours from Wednesday 10:00; 12.8 of them: 6.5 that day, 3.5 on Thursday morning, 2.8 from 13:30 on.
    expect(coloursAt('2024-01-11T16:17')).toEqual([]);
    expect(coloursAt('2024-01-11T16:18')).toEqual(['near blue']);
    expect(coloursAt('2024-01-12T10:00')).toEqual(['near blue']);
    expect(coloursAt('2024-01-12T10:01')).toEqual(['finish red']);
  });

  it('are yellow behind a step: dispatch, accept, milestone, verification', () => {
    const over = clock({ dueAt: at('2024-01-11T10:00') });
    const later = order({ finishBy: at('2024-01-15T10:00') });
    expect(coloursAt('2024-01-11T10:01', { ...later, status: 'submitted', finishBy: null }, [over])).toEqual([
      'dispatch yellow',
    ]);
    expect(coloursAt('2024-01-11T10:01', { ...later, status: 'assigned' }, [over])).toEqual(['accept yellow']);
    expect(coloursAt('2024-01-11T10:01', { ...later, status: 'awaiting_verification' }, [over])).toEqual([
      'verify yellow',
    ]);
    expect(coloursAt('2024-01-11T10:01', later, [{ ...over, of: 'milestone' }])).toEqual(['milestone yellow']);
  });

  it('are yellow at the first rework and reopening and red at the second, whatever the clock says', () => {
    expect(coloursAt('2024-01-10T11:00', order({ reworkCount: 1 }))).toEqual(['rework yellow']);
    expect(coloursAt('2024-01-10T11:00', order({ reworkCount: 2 }))).toEqual(['rework red']);
    expect(coloursAt('2024-01-10T11:00', order({ reopenCount: 1 }))).toEqual(['reopen yellow']);
    expect(coloursAt('2024-01-10T11:00', order({ reopenCount: 2 }))).toEqual(['reopen red']);
  });

  it('are none while the resident is asked, and once it waits for the rating or is closed', () => {
    for (const status of ['need_info', 'suspended'] as const) {
      expect(coloursAt('2024-01-20T10:00', order({ status }), [])).toEqual([]);
    }
    for (const status of ['awaiting_rating', 'closed', 'declined', 'withdrawn', 'merged'] as const) {
      const look = lookAt(order({ status, reworkCount: 2 }), [], at('2024-01-20T10:00'), cal);
      expect(look).toEqual({ found: [], lookAt: noDue });
    }
  });

  it('is red also of an order that came back and lies at the desk past its finish', () => {
    expect(coloursAt('2024-01-12T10:01', order({ status: 'submitted' }), [])).toEqual(['finish red']);
  });

  it('looks again exactly when the next one may hold', () => {
    const looked = (now: string) => lookAt(order(), [clock()], at(now), cal).lookAt;
    expect(looked('2024-01-10T10:00')).toBe(at('2024-01-11T16:18'));
    expect(looked('2024-01-11T16:18')).toBe(at('2024-01-12T10:00') + 1);
    expect(looked('2024-01-12T10:01')).toBe(noDue);
  });

  it('has the same key whenever the same clock is looked at, and another for another due time', () => {
    const key = (finishBy: number, now: string) => lookAt(order({ finishBy }), [], at(now), cal).found[0]?.key;
    const due = at('2024-01-12T10:00');
    expect(key(due, '2024-01-12T11:00')).toBe(key(due, '2024-01-19T11:00'));
    expect(key(due, '2024-01-12T11:00')).not.toBe(key(due + 60_000, '2024-01-12T11:00'));
  });
});

describe('by when a notice is to be answered', () => {
  it('is a working day, four working hours when red; midday, weekends and holidays do not count', () => {
    expect(replyDue('yellow', 'U3', at('2024-01-10T10:00'), cal)).toBe(at('2024-01-11T10:00'));
    expect(replyDue('red', 'U3', at('2024-01-10T10:00'), cal)).toBe(at('2024-01-10T15:30'));
    expect(replyDue('red', 'U3', at('2024-01-12T17:00'), cal)).toBe(at('2024-01-15T11:30'));
    expect(replyDue('red', 'U4', at('2023-12-31T20:00'), cal)).toBe(at('2024-01-02T14:00'));
    // 调休: the Sunday is worked.
    expect(replyDue('red', 'U3', at('2024-02-03T09:00'), cal)).toBe(at('2024-02-04T14:00'));
  });

  it('is minutes on the wall for what is urgent, day and night', () => {
    expect(replyDue('red', 'U1', at('2024-01-13T23:50'), cal)).toBe(at('2024-01-14T00:05'));
    expect(replyDue('yellow', 'U2', at('2024-01-13T12:10'), cal)).toBe(at('2024-01-13T14:10'));
  });
});

it('the strongest of several colours is the one that shows', () => {
  expect(strongest(['blue', 'red', 'yellow'])).toBe('red');
  expect(strongest(['blue', 'yellow'])).toBe('yellow');
  expect(strongest([])).toBeNull();
});
