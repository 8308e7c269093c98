import { describe, expect, it } from 'vitest';
import { clockKindOf, limitMinutes, parseItemLimits, parseLimit } from '@/lib/calendar/limits';

describe('the notation of limits', () => {
  const plain = { milestone: false };
  it.each([
    ['15min', [{ amount: 15, unit: 'min', ...plain }]],
    ['24h', [{ amount: 24, unit: 'h', ...plain }]],
    ['4wh', [{ amount: 4, unit: 'wh', ...plain }]],
    ['1wd', [{ amount: 1, unit: 'wd', ...plain }]],
    ['15wd', [{ amount: 15, unit: 'wd', ...plain }]],
    ['2 wd', [{ amount: 2, unit: 'wd', ...plain }]],
    ['shift end', [{ amount: 0, unit: 'shift_end', ...plain }]],
    ['30min on site', [{ amount: 30, unit: 'min', label: 'on_site', milestone: true }]],
    ['2h seen in person', [{ amount: 2, unit: 'h', label: 'seen_in_person', milestone: true }]],
    ['10wd reply', [{ amount: 10, unit: 'wd', label: 'reply', ...plain }]],
    [
      '30min on site; 24h fix',
      [
        { amount: 30, unit: 'min', label: 'on_site', milestone: true },
        { amount: 24, unit: 'h', label: 'fix', ...plain },
      ],
    ],
    [
      '2h safe; 24h fix',
      [
        { amount: 2, unit: 'h', label: 'safe', milestone: true },
        { amount: 24, unit: 'h', label: 'fix', ...plain },
      ],
    ],
    [
      '1wd first look; 10wd',
      [
        { amount: 1, unit: 'wd', label: 'first_look', milestone: true },
        { amount: 10, unit: 'wd', ...plain },
      ],
    ],
  ])('reads %s', (text, limits) => {
    expect(parseLimit(text)).toEqual(limits);
  });

  it.each([
    '',
    ' ',
    '4',
    'wd',
    '0wd',
    '-1wd',
    '1.5wd',
    '4 hours',
    '4WH',
    '1wd.',
    '1wd ',
    ' 1wd',
    '1wd;2wd',
    '1wd; 2wd',
    '24h fix; 30min on site',
    '30min on site; 2h safe',
    '30min on site; 24h fix; 1wd',
    '30min somewhere',
    'shift',
    'shift end fix',
    'shift end; 1wd',
    '99999wd',
    '４wh',
    'constructor',
    '1wd constructor',
  ])('refuses "%s"', (text) => {
    expect(() => parseLimit(text)).toThrow(/not understood/);
  });

  it('gives a milestone that stands alone the finish of 24 h', () => {
    for (const [text, label] of [
      ['30min on site', 'on_site'],
      ['2h seen in person', 'seen_in_person'],
    ] as const) {
      const limits = parseItemLimits('15min', text);
      expect(limits.milestone?.label).toBe(label);
      expect(limits.finish).toEqual({ amount: 24, unit: 'h', label: 'fix', milestone: false });
      expect(limits.finishIsDefault).toBe(true);
    }
  });

  it('keeps the finish that stands beside a milestone', () => {
    const limits = parseItemLimits('30min', '1wd first look; 10wd');
    expect(limits.milestone).toMatchObject({ amount: 1, unit: 'wd', label: 'first_look' });
    expect(limits.finish).toEqual({ amount: 10, unit: 'wd', milestone: false });
    expect(limits.finishIsDefault).toBe(false);
  });

  it.each([
    ['shift end', '1wd'],
    ['30min on site', '1wd'],
    ['30min on site; 24h fix', '1wd'],
    ['10wd reply', '10wd'],
    ['soon', '1wd'],
    ['1wd', 'soon'],
  ])('refuses the item limits %s | %s', (accept, finish) => {
    expect(() => parseItemLimits(accept, finish)).toThrow(/not understood/);
  });

  it('counts minutes: a working day is 480', () => {
    const minutes = (text: string) => parseLimit(text).map(limitMinutes);
    expect(minutes('15min')).toEqual([15]);
    expect(minutes('12h')).toEqual([720]);
    expect(minutes('4wh')).toEqual([240]);
    expect(minutes('1wd first look; 10wd')).toEqual([480, 4800]);
    expect(minutes('shift end')).toEqual([0]);
  });

  it.each([
    ['15min', 'wall', 'wall', 'working', 'working'],
    ['24h', 'wall', 'wall', 'working', 'working'],
    ['4wh', 'working', 'working', 'working', 'working'],
    ['1wd', 'working', 'working', 'working', 'working'],
    ['shift end', 'wall', 'wall', 'wall', 'wall'],
  ])('runs %s on the clock of its unit and urgency', (text, ...kinds) => {
    const [limit] = parseLimit(text);
    const found = (['U1', 'U2', 'U3', 'U4'] as const).map((urgency) => limit && clockKindOf(limit, urgency));
    expect(found).toEqual(kinds);
  });
});

// Accept and finish of all 56 items, each notation once.
const inTaxonomy = [
  ['U1', '15min', '30min on site; 24h fix'],
  ['U1', '15min', '2h safe; 24h fix'],
  ['U1', '15min', '30min on site'],
  ['U1', '15min', '2h seen in person'],
  ['U2', '30min', '24h'],
  ['U2', '30min', '12h'],
  ['U2', '30min', '2h'],
  ['U2', '30min', '1wd'],
  ['U2', '30min', '1wd first look; 10wd'],
  ['U3', '30min', '4wh'],
  ['U3', '30min', '1wd'],
  ['U3', '1wh', '4wh'],
  ['U3', '1wh', '1wd'],
  ['U3', '2wh', '1wd'],
  ['U3', '4wh', 'shift end'],
  ['U3', '4wh', '1wd'],
  ['U3', '4wh', '2wd'],
  ['U3', '4wh', '3wd'],
  ['U3', '4wh', '10wd'],
  ['U3', '1wd', '2wd'],
  ['U3', '1wd', '3wd'],
  ['U3', '1wd', '5wd'],
  ['U3', '1wd', '7wd'],
  ['U3', '1wd', '10wd'],
  ['U3', '1wd', '15wd'],
  ['U4', '1wd', '5wd'],
  ['U4', '1wd', '10wd'],
  ['U4', '1wd', '10wd reply'],
  ['U4', '1wd', '15wd'],
] as const;

describe('the limits of the taxonomy', () => {
  it.each(inTaxonomy)('%s %s | %s can be read', (_urgency, accept, finish) => {
    const limits = parseItemLimits(accept, finish);
    expect(limitMinutes(limits.accept)).toBeGreaterThan(0);
    expect(limits.finish.milestone).toBe(false);
  });
});
