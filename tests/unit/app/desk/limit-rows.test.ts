import { describe, expect, it } from 'vitest';
import { limitRows } from '@/app/_desk/order/limit-rows';
import { workingCalendar } from '@/lib/calendar/working-calendar';

const calendar = workingCalendar([], [2024]);
const at = (text: string) => `2024-01-${text}:00+08:00`;
const ms = (text: string) => Date.parse(at(text));

const order = (
  status: string,
  events: [type: string, when: string, data?: Record<string, unknown>][] = [],
  callbackBy: string | null = null,
) =>
  ({
    status,
    submittedAt: at('12T16:00'),
    promise: { acceptBy: at('15T10:00'), finishBy: at('19T16:00') },
    timeline: events.map(([type, when, data = {}], seq) => ({ type, at: at(when), seq, data })),
    clock: {
      dispatchBy: at('15T10:00'),
      acceptBy: events.length > 0 ? at('15T11:00') : null,
      finishBy: null,
      verifyBy: null,
      returnBy: at('16T18:00'),
      callbackBy,
      ratingUntil: null,
      reopenUntil: null,
      needInfoUntil: null,
      milestone: null,
      all: [
        // Friday 16:00 to Monday 10:00: a few working hours, 66 of the clock.
        { kind: 'dispatch', startedAt: at('12T16:00'), dueAt: at('15T10:00'), why: [{ key: 'x', params: {} }] },
        {
          kind: 'accept',
          startedAt: at('15T09:00'),
          dueAt: at('15T11:00'),
          why: [{ key: 'clock.why.limit_wall', params: {} }],
        },
      ],
    },
  }) as unknown as Parameters<typeof limitRows>[0];

const row = (rows: ReturnType<typeof limitRows>, limit: string) => rows.find((one) => one.limit === limit);

describe('the limits of an order as the desk draws them', () => {
  it('counts a limit in working time on working time', () => {
    const rows = limitRows(order('submitted'), ms('15T09:00'), calendar);
    // By the clock it would be 65 of 66 hours.
    expect(row(rows, 'dispatch')?.clock?.usedShare).toBeGreaterThan(0.5);
    expect(row(rows, 'dispatch')?.clock?.usedShare).toBeLessThan(0.9);
    expect(row(rows, 'promise')?.clock).not.toBeNull();
    expect(row(rows, 'accept')).toBeUndefined();
  });

  it('counts a limit by the clock where its explanation says so', () => {
    const rows = limitRows(order('assigned', [['order.assigned', '15T09:00']]), ms('15T10:00'), calendar);
    expect(row(rows, 'accept')?.clock?.usedShare).toBeCloseTo(0.5);
    expect(row(rows, 'accept')?.metAt).toBeNull();
  });

  it('says when a limit was met, by the last event since it began', () => {
    const rows = limitRows(
      order('in_progress', [
        ['order.assigned', '15T09:00'],
        ['order.signed', '15T11:30'],
      ]),
      ms('15T12:00'),
      calendar,
    );
    expect(row(rows, 'dispatch')).toMatchObject({ metAt: ms('15T09:00'), clock: null });
    expect(row(rows, 'accept')).toMatchObject({ metAt: ms('15T11:30'), clock: null });
  });

  it('goes on with a call-back that reached nobody, until one reaches the resident', () => {
    const of = (...reached: boolean[]) => {
      const calls = reached.map((is, n): [string, string, Record<string, unknown>] => [
        'order.called_back',
        `15T1${n}:00`,
        { reached: is },
      ]);
      return row(limitRows(order('awaiting_rating', calls, at('16T18:00')), ms('15T14:00'), calendar), 'callback');
    };
    expect(of(false)).toMatchObject({ metAt: null, clock: { dueAt: ms('16T18:00') } });
    expect(of(false, true)).toMatchObject({ metAt: ms('15T11:00'), clock: null });
    expect(of(true, false)).toMatchObject({ metAt: ms('15T10:00'), clock: null });
  });

  it('draws no clock for a right, and leaves it out once it is over', () => {
    const held = limitRows(order('assigned', [['order.assigned', '15T09:00']]), ms('15T10:00'), calendar);
    expect(row(held, 'return')).toMatchObject({ clock: null, metAt: null });
    const done = limitRows(order('awaiting_rating', [['order.assigned', '15T09:00']]), ms('15T10:00'), calendar);
    expect(row(done, 'return')).toBeUndefined();
  });
});
