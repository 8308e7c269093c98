import { describe, expect, it } from 'vitest';
import { limitDue } from '@/lib/calendar/explain';
import { addWorkingMinutes, workingMinutesBetween, workingMsBetween } from '@/lib/calendar/working-time';
import { at, text, workedBetween, workingDue } from './oracle';
import { cal } from './seeded';

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const first = at('2020-01-01 00:00');
const span = Math.floor((at('2026-11-01 00:00') - first) / 60_000);

describe('working time, for random starts and lengths', () => {
  const random = randomNumbers(20240110);
  const cases = Array.from({ length: 3000 }, () => ({
    start: first + random(span) * 60_000,
    minutes: 1 + random(random(10) === 0 ? 15 * 480 : 1000),
    more: random(700),
  }));

  it('added and then measured gives the minutes back', () => {
    for (const { start, minutes } of cases) {
      const end = addWorkingMinutes(start, minutes, cal);
      expect(workingMinutesBetween(start, end, cal), `${text(start)} + ${minutes}`).toBe(minutes);
    }
  });

  it('added in two steps is added in one', () => {
    for (const { start, minutes, more } of cases) {
      const steps = addWorkingMinutes(addWorkingMinutes(start, minutes, cal), more, cal);
      expect(steps).toBe(addWorkingMinutes(start, minutes + more, cal));
    }
  });

  it('never goes back: a later start or a longer limit is due no earlier', () => {
    for (const { start, minutes, more } of cases) {
      const end = addWorkingMinutes(start, minutes, cal);
      expect(addWorkingMinutes(start + more * 60_000, minutes, cal)).toBeGreaterThanOrEqual(end);
      expect(addWorkingMinutes(start, minutes + 1 + more, cal)).toBeGreaterThan(end);
      expect(end).toBeGreaterThan(start);
    }
  });

  it('ends inside working time or at its end', () => {
    for (const { start, minutes } of cases) {
      expect(text(addWorkingMinutes(start, minutes, cal)).slice(11)).toMatch(
        /^(08:3[1-9]|08:[45]\d|09:|10:|11:|12:00|13:3[1-9]|13:[45]\d|14:|15:|16:|17:|18:00)/,
      );
    }
  });

  it('is what counting minute by minute gives', () => {
    for (const { start, minutes } of cases.slice(0, 300)) {
      const end = workingDue(start, minutes);
      expect(text(addWorkingMinutes(start, minutes, cal)), `${text(start)} + ${minutes}`).toBe(text(end));
      expect(workingMinutesBetween(start, end, cal)).toBe(workedBetween(start, end));
    }
  });

  it('is explained by lines that add up, at any second', () => {
    for (const { start, minutes, more } of cases.slice(0, 1000)) {
      const due = limitDue({ amount: minutes, unit: 'min', milestone: false }, 'U3', start + more * 97, cal);
      const lines = due.why.filter((line) => line.params.minutes !== undefined);
      expect(lines.reduce((sum, line) => sum + Number(line.params.minutes), 0)).toBe(minutes);
      expect(lines.at(-1)?.params.leftMinutes).toBe(0);
      expect(lines.every((line) => Number(line.params.minutes) > 0)).toBe(true);
    }
  });
});

describe('working time, at its edges', () => {
  it('is nothing between a time and an earlier one, and in zero minutes', () => {
    expect(workingMinutesBetween(at('2024-01-11 10:00'), at('2024-01-10 10:00'), cal)).toBe(0);
    expect(workingMinutesBetween(at('2024-01-10 10:00'), at('2024-01-10 10:00'), cal)).toBe(0);
    expect(workingMinutesBetween(at('2024-01-10 12:00'), at('2024-01-10 13:30'), cal)).toBe(0);
    expect(addWorkingMinutes(at('2024-01-13 10:00'), 0, cal)).toBe(at('2024-01-13 10:00'));
    expect(addWorkingMinutes(at('2024-01-13 10:00'), -5, cal)).toBe(at('2024-01-13 10:00'));
  });

  it('keeps seconds and milliseconds', () => {
    expect(text(addWorkingMinutes(at('2024-01-10 11:59:30'), 1, cal))).toBe('2024-01-10 13:30:30');
    expect(workingMsBetween(at('2024-01-10 11:59:59.250'), at('2024-01-10 13:30:01'), cal)).toBe(1750);
    expect(addWorkingMinutes(at('2024-01-10 10:00'), 0.5, cal)).toBe(at('2024-01-10 10:00:30'));
    expect(addWorkingMinutes(at('2024-01-10 10:00'), 1 / 3, cal)).toBe(at('2024-01-10 10:00:20'));
  });

  it('refuses what is no number', () => {
    expect(() => addWorkingMinutes(Number.NaN, 5, cal)).toThrow(RangeError);
    expect(() => addWorkingMinutes(0, Number.POSITIVE_INFINITY, cal)).toThrow(RangeError);
  });
});
