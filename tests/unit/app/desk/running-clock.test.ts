import { describe, expect, it } from 'vitest';
import { runningClock } from '@/app/_desk/order/order-head';
import { readRemaining } from '@/app/_order/remaining';
import { workingCalendar } from '@/lib/calendar/working-calendar';

const calendar = workingCalendar([], [2024]);
const startedAt = '2024-01-12T17:25:00.000+08:00';
const dueAt = '2024-01-15T17:25:00.000+08:00';
const now = Date.parse('2024-01-15T08:50:00+08:00');

const order = (
  key: 'clock.why.limit_working' | 'clock.why.limit_wall',
  status: 'assigned' | 'need_info' = 'assigned',
) => ({
  status,
  dueAt,
  submittedAt: startedAt,
  clock: {
    all: [{ kind: 'accept' as const, startedAt, dueAt, why: [{ key, params: {} }] }],
  } as never,
});

const read = (clock: ReturnType<typeof runningClock>) => clock && readRemaining(clock).phase;

describe('the clock at the head of an order', () => {
  it('is calm on Monday morning when a working day began on Friday at half past five', () => {
    expect(read(runningClock(order('clock.why.limit_working'), now, calendar))).toBe('calm');
  });

  it('is near its end when the same hours run day and night', () => {
    expect(read(runningClock(order('clock.why.limit_wall'), now, calendar))).toBe('near');
  });

  it('is late once past, and stands still while the resident is asked', () => {
    expect(read(runningClock(order('clock.why.limit_working'), Date.parse(dueAt) + 1, calendar))).toBe('late');
    expect(read(runningClock(order('clock.why.limit_wall', 'need_info'), now, calendar))).toBe('paused');
  });
});
