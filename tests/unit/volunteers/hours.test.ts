import { describe, expect, it } from 'vitest';
import { countService, hoursOf } from '@/lib/volunteers/hours';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const visit = (orderId: string, from: string, to: string) => ({ orderId, from: at(from), to: at(to) });
const counted = (...visits: ReturnType<typeof visit>[]) =>
  countService(visits).map(({ orderId, month, minutes }) => [orderId, month, minutes]);

describe('hours as they are told', () => {
  it.each([
    [47, '0.7'],
    [5, '0.0'],
    [6, '0.1'],
    [59, '0.9'],
    [60, '1.0'],
    [240, '4.0'],
    [745, '12.4'],
  ])('%i minutes are %s hours, rounded down', (minutes, hours) => expect(hoursOf(minutes)).toBe(hours));
});

describe('minutes of service', () => {
  it('are out minus in, and two visits of one order add up', () => {
    expect(counted(visit('a', '2024-01-15 09:00', '2024-01-15 09:47'))).toEqual([['a', '2024-01', 47]]);
    expect(
      counted(visit('a', '2024-01-15 09:00', '2024-01-15 09:30'), visit('a', '2024-01-16 10:00', '2024-01-16 10:17')),
    ).toEqual([['a', '2024-01', 47]]);
  });

  it('are nothing where nobody came', () => expect(counted()).toEqual([]));

  it('are at most four hours of an order, over several days too', () => {
    expect(counted(visit('a', '2024-01-15 09:00', '2024-01-15 15:00'))).toEqual([['a', '2024-01', 240]]);
    expect(
      counted(visit('a', '2024-01-15 09:00', '2024-01-15 12:00'), visit('a', '2024-01-16 09:00', '2024-01-16 12:00')),
    ).toEqual([['a', '2024-01', 240]]);
  });

  it('are at most eight hours of a day', () => {
    const day = ['a', 'b', 'c'].map((order, i) =>
      visit(order, `2024-01-15 ${8 + 4 * i}:00`.replace(' 8', ' 08'), `2024-01-15 ${11 + 4 * i}:30`),
    );
    expect(counted(...day)).toEqual([
      ['a', '2024-01', 210],
      ['b', '2024-01', 210],
      ['c', '2024-01', 60],
    ]);
  });

  it('go to the day and the month on which they were, through midnight', () => {
    expect(counted(visit('a', '2024-01-31 23:20', '2024-02-01 00:30'))).toEqual([
      ['a', '2024-01', 40],
      ['a', '2024-02', 30],
    ]);
    // Seven and a half hours before midnight; what is over eight of them is cut, the next day is new.
    const busy = [
      visit('a', '2024-01-15 13:00', '2024-01-15 17:00'),
      visit('b', '2024-01-15 17:00', '2024-01-15 20:30'),
    ];
    expect(counted(...busy, visit('c', '2024-01-15 23:00', '2024-01-16 01:00'))).toEqual([
      ['a', '2024-01', 240],
      ['b', '2024-01', 210],
      ['c', '2024-01', 90],
    ]);
  });

  it('of two orders at once count once, for the one begun first', () => {
    expect(
      counted(visit('b', '2024-01-15 09:30', '2024-01-15 10:30'), visit('a', '2024-01-15 09:00', '2024-01-15 10:00')),
    ).toEqual([
      ['a', '2024-01', 60],
      ['b', '2024-01', 30],
    ]);
  });

  it('go on with the second order when the hours of the first are full', () => {
    expect(
      counted(visit('a', '2024-01-15 08:00', '2024-01-15 18:00'), visit('b', '2024-01-15 13:00', '2024-01-15 14:00')),
    ).toEqual([
      ['a', '2024-01', 240],
      ['b', '2024-01', 60],
    ]);
  });

  it('do not come of a clock that was set back', () => {
    expect(counted(visit('a', '2024-01-15 10:00', '2024-01-15 09:00'))).toEqual([]);
  });
});
