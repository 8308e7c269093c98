import { describe, expect, it } from 'vitest';
import { limitDue } from '@/lib/calendar/explain';
import { limitMinutes, parseLimit } from '@/lib/calendar/limits';
import { handCases } from './hand-cases';
import { at, limitOracle, text } from './oracle';
import { cal } from './seeded';

const only = (limit: string) => {
  const [parsed] = parseLimit(limit);
  if (!parsed) throw new Error(limit);
  return parsed;
};

describe('due times worked out by hand', () => {
  it('are many, in every year, on every unit', () => {
    expect(handCases.length).toBeGreaterThanOrEqual(100);
    for (let year = 2020; year <= 2026; year++) {
      const inYear = handCases.filter(({ due }) => due.startsWith(`${year}`));
      expect(inYear.length, `${year}`).toBeGreaterThanOrEqual(10);
    }
    for (const unit of ['min', 'h', 'wh', 'wd']) {
      expect(
        handCases.some(({ limit }) => new RegExp(`^\\d+${unit}\\b`).test(limit)),
        unit,
      ).toBe(true);
    }
  });

  it.each(handCases)('$limit in $urgency from $from is due $due', ({ limit, urgency, from, due }) => {
    const found = limitDue(only(limit), urgency, at(from), cal);
    expect(text(found.at)).toBe(due);
    expect(text(limitOracle(limit, urgency, at(from))), 'minute by minute').toBe(due);
  });

  it.each(handCases)('the lines for $limit in $urgency from $from add up', ({ limit, urgency, from }) => {
    const parsed = only(limit);
    const { why, warnings, at: due } = limitDue(parsed, urgency, at(from), cal);
    const counted = why.flatMap((line) => (line.params.minutes === undefined ? [] : [Number(line.params.minutes)]));
    expect(counted.reduce((sum, minutes) => sum + minutes, 0)).toBe(limitMinutes(parsed));
    expect(warnings).toEqual([]);
    const last = why.at(-1);
    expect(last?.key).toBe('clock.why.due');
    expect(`${last?.params.date} ${last?.params.time}`).toBe(text(due).slice(0, 16));
  });
});
