import { describe, expect, it } from 'vitest';
import { acceptDue, callbackDue, dispatchDue, finishDue, needInfoDue, verifyDue } from '@/lib/calendar/due';
import { parseItemLimits } from '@/lib/calendar/limits';
import { promise } from '@/lib/calendar/promise';
import { reopenFinish, shiftForLay } from '@/lib/calendar/rework';
import { usedShare } from '@/lib/calendar/used-share';
import type { WhyLine } from '@/lib/calendar/why';
import { appealWindowEnd, ratingWindowEnd, reopenWindowEnd } from '@/lib/calendar/windows';
import { at, text } from './oracle';
import { cal } from './seeded';

const lighting = parseItemLimits('4wh', '2wd'); // 0601
const gas = parseItemLimits('15min', '30min on site'); // 0703
const manhole = parseItemLimits('15min', '2h safe; 24h fix'); // 0602
const unsafe = parseItemLimits('30min', '1wd first look; 10wd'); // 1203
const patrol = parseItemLimits('4wh', 'shift end'); // 1204
const minutesOf = (why: WhyLine[]) => why.reduce((sum, line) => sum + Number(line.params.minutes ?? 0), 0);

describe('limits of the loop', () => {
  it.each([
    ['U1', '2024-02-10 23:50', '2024-02-11 00:05'], // 15 min, at night, on a holiday
    ['U2', '2024-02-10 23:50', '2024-02-11 00:20'], // 30 min
    ['U3', '2024-01-10 08:30', '2024-01-10 14:00'], // 4 wh: 210 + 30
    ['U4', '2024-01-12 17:00', '2024-01-15 11:30'], // 4 wh: Fri 60 | | Mon 180
  ] as const)('dispatch in %s, sent %s, by %s', (urgency, from, due) => {
    expect(text(dispatchDue(urgency, at(from), cal).at)).toBe(due);
  });

  it.each([
    ['U1', '2024-02-10 22:00', '2024-02-11 02:00'], // 4 h of clock time
    ['U2', '2024-02-09 17:00', '2024-02-18 17:00'], // 1 wd: Fri 60 | 10–17 | Sun 18 worked 210 + 210
    ['U3', '2024-01-15 10:00', '2024-01-16 10:00'],
    ['U4', '2024-01-12 18:00', '2024-01-15 18:00'],
  ] as const)('verification in %s, from %s, by %s', (urgency, from, due) => {
    expect(text(verifyDue(urgency, at(from), cal).at)).toBe(due);
  });

  it('waits 3 wd for an answer and 1 wd for a call-back', () => {
    // Fri 150, Mon 480, Tue 480, Wed 330 = 210 + 120 → 15:30
    expect(text(needInfoDue(at('2024-01-12 15:30'), cal).at)).toBe('2024-01-17 15:30');
    expect(text(callbackDue(at('2024-01-12 15:30'), cal).at)).toBe('2024-01-15 15:30');
  });

  it('starts accept, milestone and finish at dispatch', () => {
    const from = at('2024-02-12 23:00');
    expect(text(acceptDue(manhole, 'U1', from, cal).at)).toBe('2024-02-12 23:15');
    const { milestone, finish } = finishDue(manhole, 'U1', from, cal);
    expect(milestone?.kind).toBe('safe');
    expect(milestone && text(milestone.at)).toBe('2024-02-13 01:00');
    expect(text(finish.at)).toBe('2024-02-13 23:00');
  });

  it('gives a lone milestone the finish of 24 h and says so', () => {
    const { milestone, finish } = finishDue(gas, 'U1', at('2024-02-12 23:00'), cal);
    expect(milestone?.kind).toBe('on_site');
    expect(milestone && text(milestone.at)).toBe('2024-02-12 23:30');
    expect(text(finish.at)).toBe('2024-02-13 23:00');
    expect(finish.why[0]?.key).toBe('clock.why.finish_default');
  });

  it('runs the milestone of a U2 item in working days when it is in wd', () => {
    // Fri 20:00 → Mon whole day; ten whole days 15–19 and 22–26
    const { milestone, finish } = finishDue(unsafe, 'U2', at('2024-01-12 20:00'), cal);
    expect(milestone && [milestone.kind, text(milestone.at)]).toEqual(['first_look', '2024-01-15 18:00']);
    expect(text(finish.at)).toBe('2024-01-26 18:00');
  });

  it('has no milestone where the item has none', () => {
    expect(finishDue(lighting, 'U3', at('2024-01-10 08:30'), cal).milestone).toBeNull();
  });
});

describe('shift items', () => {
  const from = at('2024-01-10 08:30'); // the 4 wh end at 14:00
  const shift = (start: string, end: string) => ({ shiftStartsAt: at(start), shiftEndsAt: at(end) });

  it('accepts by the start of the shift when that is earlier', () => {
    const due = acceptDue(patrol, 'U3', from, cal, shift('2024-01-10 13:00', '2024-01-10 17:00'));
    expect(text(due.at)).toBe('2024-01-10 13:00');
    expect(due.why.slice(-2).map((line) => line.key)).toEqual(['clock.why.shift_start', 'clock.why.due']);
  });

  it('accepts by the limit when that is earlier', () => {
    const due = acceptDue(patrol, 'U3', from, cal, shift('2024-01-13 19:00', '2024-01-13 22:00'));
    expect(text(due.at)).toBe('2024-01-10 14:00');
    expect(due.why.some((line) => line.key === 'clock.why.shift_start')).toBe(false);
  });

  it('finishes with the shift, also at night and at the weekend', () => {
    const { finish } = finishDue(patrol, 'U3', from, cal, shift('2024-01-13 19:00', '2024-01-13 22:00'));
    expect(text(finish.at)).toBe('2024-01-13 22:00');
    expect(finish.why.map((line) => line.key)).toEqual(['clock.why.shift_end', 'clock.why.due']);
  });

  it('refuses to guess the end of a shift', () => {
    expect(() => finishDue(patrol, 'U3', from, cal)).toThrow('calendar.shift_missing');
    expect(() => promise(patrol, 'U3', from, cal)).toThrow('calendar.shift_missing');
  });

  it('leaves other items alone', () => {
    const due = acceptDue(lighting, 'U3', from, cal, shift('2024-01-10 09:00', '2024-01-10 10:00'));
    expect(text(due.at)).toBe('2024-01-10 14:00');
  });
});

describe('the promise', () => {
  it('is reckoned from the very end of the dispatch limit', () => {
    // dispatch: Wed 08:30 + 4 wh = 14:00; accept + 4 wh: 240 → 18:00; finish + 2 wd: Wed 240, Thu 480, Fri 240 → 14:00
    const told = promise(lighting, 'U3', at('2024-01-10 08:30'), cal);
    expect(text(told.dispatchBy)).toBe('2024-01-10 14:00');
    expect(text(told.acceptBy)).toBe('2024-01-10 18:00');
    expect(text(told.finishBy)).toBe('2024-01-12 14:00');
    expect(minutesOf(told.why)).toBe(240 + 960);
    expect(minutesOf(told.acceptWhy)).toBe(240 + 240);
    expect(told.warnings).toEqual([]);
    expect(told.milestone).toBeNull();
  });

  it('runs through the night in U1', () => {
    // 23:50 + 15 min = 00:05; + 15 min = 00:20; + 30 min = 00:35; + 24 h
    const told = promise(gas, 'U1', at('2024-02-09 23:50'), cal);
    expect(text(told.acceptBy)).toBe('2024-02-10 00:20');
    expect(told.milestone && text(told.milestone.at)).toBe('2024-02-10 00:35');
    expect(text(told.finishBy)).toBe('2024-02-11 00:05');
  });

  it('skips the Spring Festival', () => {
    // Fri 9 Feb 16:00: 120 | 10–17 | Sun 18 worked 120 → 10:30; + 2 wd: Sun 90 + 270, Mon 480, Tue 120 → 10:30
    expect(text(promise(lighting, 'U3', at('2024-02-09 16:00'), cal).finishBy)).toBe('2024-02-20 10:30');
  });

  it('is never undercut by what is stored at dispatch', () => {
    const from = at('2024-01-10 16:30'); // dispatched two and a half hours late
    const by = { acceptNotAfter: at('2024-01-10 18:00'), finishNotAfter: at('2024-01-12 14:00') };
    const accept = acceptDue(lighting, 'U3', from, cal, by);
    const { finish } = finishDue(lighting, 'U3', from, cal, by);
    expect(text(accept.at)).toBe('2024-01-10 18:00'); // not Thu 11:00
    expect(text(finish.at)).toBe('2024-01-12 14:00'); // not Fri 16:30
    expect(finish.why.slice(-2).map((line) => line.key)).toEqual(['clock.why.not_after', 'clock.why.due']);
    // Dispatched in time, the real time counts: Wed 09:00 + 2 wd = Fri 09:00
    expect(text(finishDue(lighting, 'U3', at('2024-01-10 09:00'), cal, by).finish.at)).toBe('2024-01-12 09:00');
  });
});

describe('rework and reopening', () => {
  const finish = (accept: string, text: string) => parseItemLimits(accept, text).finish;
  const lay = (from: string, to: string) => ({ from: at(from), to: at(to) });

  it.each([
    // Wed 16:00 to Thu 10:00 lay 120 + 90 = 210 working minutes; Fri 14:00 + 210 = 17:30
    ['2wd', 'U3', '2024-01-12 14:00', '2024-01-10 16:00', '2024-01-11 10:00', '2024-01-12 17:30', 210],
    // over a weekend only: nothing on working time
    ['2wd', 'U3', '2024-01-16 14:00', '2024-01-12 18:00', '2024-01-15 08:30', '2024-01-16 14:00', 0],
    // due at the end of a day: goes on the next morning. 11:00–14:00 lay 60 + 30 = 90
    ['1wd', 'U3', '2024-01-12 18:00', '2024-01-12 11:00', '2024-01-12 14:00', '2024-01-15 10:00', 90],
    // over the Spring Festival: Fri 17:00–18:00 60, Sun 18 worked 08:30–09:30 60; Mon 19 12:00 → 13:30 + 120
    ['5wd', 'U3', '2024-02-19 12:00', '2024-02-09 17:00', '2024-02-18 09:30', '2024-02-19 15:30', 120],
    // the wall clock of U2 counts all of it: 48 h
    ['24h', 'U2', '2024-01-13 20:00', '2024-01-13 09:00', '2024-01-15 09:00', '2024-01-15 20:00', 2880],
    // wd in U2 is working time: Fri 17:00–18:00 60
    ['1wd', 'U2', '2024-01-15 12:00', '2024-01-12 17:00', '2024-01-14 17:00', '2024-01-15 14:30', 60],
    // a shift is wall time
    ['shift end', 'U3', '2024-01-13 22:00', '2024-01-13 20:00', '2024-01-13 21:30', '2024-01-13 23:30', 90],
  ] as const)('%s in %s due %s, lay %s to %s, is then due %s', (limit, urgency, old, from, to, due, minutes) => {
    const moved = shiftForLay(at(old), finish('4wh', limit), urgency, lay(from, to), cal);
    expect(text(moved.at)).toBe(due);
    expect(minutesOf(moved.why)).toBe(minutes);
    expect(moved.why[0]?.params.limitMinutes).toBe(minutes);
  });

  it('moves by the second when it lay for seconds', () => {
    const moved = shiftForLay(
      at('2024-01-12 14:00'),
      finish('4wh', '2wd'),
      'U3',
      lay('2024-01-11 10:00:10', '2024-01-11 10:01:40'),
      cal,
    );
    expect(text(moved.at)).toBe('2024-01-12 14:01:30');
  });

  it.each([
    ['2wd', 'U3', '2024-01-10 14:00', '2024-01-11 14:00', 480], // half of 2 wd
    ['3wd', 'U3', '2024-01-10 08:30', '2024-01-11 14:00', 720], // 1.5 wd = 480 + 210 + 30
    ['15wd', 'U4', '2024-01-10 08:30', '2024-01-19 14:00', 3600], // 7.5 wd: 10, 11, 12, 15–18 (7), Fri 240
    ['1wd', 'U3', '2024-01-10 08:30', '2024-01-10 14:00', 240], // exactly 4 wh
    ['4wh', 'U3', '2024-01-10 08:30', '2024-01-10 14:00', 240], // 2 wh would be too little
    ['24h', 'U2', '2024-01-13 10:00', '2024-01-13 22:00', 720], // 12 h of the wall clock
    ['12h', 'U2', '2024-01-13 10:00', '2024-01-13 16:00', 360],
    ['2h', 'U2', '2024-01-13 10:00', '2024-01-15 14:00', 240], // 1 h → 4 wh: | Sat, Sun | Mon 210 + 30
    ['30min on site', 'U1', '2024-01-13 10:00', '2024-01-13 22:00', 720], // half of the 24 h
    ['1wd first look; 10wd', 'U2', '2024-01-10 08:30', '2024-01-16 18:00', 2400], // 10, 11, 12, 15, 16
    ['shift end', 'U3', '2024-01-10 08:30', '2024-01-10 14:00', 240],
  ] as const)('reopened, %s in %s dispatched %s is due %s', (limit, urgency, from, due, minutes) => {
    const half = reopenFinish(finish('15min', limit), urgency, at(from), cal);
    expect(text(half.at)).toBe(due);
    expect(minutesOf(half.why)).toBe(minutes);
  });

  it('says whether the half or the least of 4 wh counted', () => {
    const key = (limit: string) => reopenFinish(finish('4wh', limit), 'U3', at('2024-01-10 08:30'), cal).why[0]?.key;
    expect(key('1wd')).toBe('clock.why.reopened_half');
    expect(key('4wh')).toBe('clock.why.reopened_least');
  });
});

describe('windows of calendar days', () => {
  it.each([
    ['2024-01-10 00:00', '2024-01-18 00:00'], // Wed 10 is day 0, Wed 17 is day 7 and ends at 24:00
    ['2024-01-10 23:59:59', '2024-01-18 00:00'],
    ['2024-02-09 12:00', '2024-02-17 00:00'], // holidays count
    ['2024-12-28 08:00', '2025-01-05 00:00'],
  ])('rating, opened %s, ends %s', (from, end) => {
    expect(text(ratingWindowEnd(at(from)))).toBe(end);
  });

  it.each([
    ['2024-01-31 18:00', '2024-03-02 00:00'], // 31 Jan + 30 days = 1 March of a leap year, 24:00
    ['2023-01-31 18:00', '2023-03-03 00:00'],
    ['2024-01-10 07:59', '2024-02-10 00:00'],
  ])('reopening and appeal, opened %s, end %s', (from, end) => {
    expect(text(reopenWindowEnd(at(from)))).toBe(end);
    expect(text(appealWindowEnd(at(from)))).toBe(end);
  });

  it('keeps the Shanghai day when it is still yesterday in UTC', () => {
    expect(text(ratingWindowEnd(at('2024-01-11 07:00')))).toBe('2024-01-19 00:00');
  });
});

describe('the share used', () => {
  it('is 80 % after 384 of 480 working minutes', () => {
    const share = (now: string) => usedShare(at('2024-01-12 14:00'), at('2024-01-15 14:00'), at(now), 'working', cal);
    expect(share('2024-01-12 13:00')).toBe(0);
    expect(share('2024-01-12 16:00')).toBe(0.25);
    expect(share('2024-01-14 12:00')).toBe(0.5); // the weekend does not count
    expect(share('2024-01-15 10:54')).toBe(0.8); // 240 + 144 = 384
    expect(share('2024-01-15 14:00')).toBe(1);
    expect(share('2024-01-15 16:00')).toBe(1.25);
  });

  it('runs through the night on the wall clock', () => {
    const share = (now: string) => usedShare(at('2024-02-10 10:00'), at('2024-02-11 10:00'), at(now), 'wall', cal);
    expect(share('2024-02-10 22:00')).toBe(0.5);
    expect(share('2024-02-11 10:00')).toBe(1);
  });

  it('has an answer for a limit of no length', () => {
    const share = (now: string) => usedShare(at('2024-01-13 10:00'), at('2024-01-13 12:00'), at(now), 'working', cal);
    expect(share('2024-01-13 11:00')).toBe(0);
    expect(share('2024-01-13 12:00')).toBe(1);
    const over = at('2024-01-10 10:00');
    expect(usedShare(over, over, over, 'wall', cal)).toBe(1);
    expect(usedShare(over, at('2024-01-10 09:00'), at('2024-01-10 09:30'), 'wall', cal)).toBe(1); // a shift that began before dispatch
  });
});
