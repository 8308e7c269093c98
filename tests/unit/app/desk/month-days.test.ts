import { describe, expect, it } from 'vitest';
import { holidaysOf, monthWeeks, readYear, standingOfDay } from '@/app/_desk/admin/month-days';
import type { CalendarDayView } from '@/lib/calendar/view';

const day = (date: string, kind: 'off' | 'work'): CalendarDayView => ({
  date,
  kind,
  name: '春节',
  nameEn: 'Spring Festival',
  source: '国办发明电〔2023〕7号',
  note: null,
  edited: false,
  updatedAt: 0,
});

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day once', () => {
    const weeks = monthWeeks(2024, 2, []);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    const days = weeks.flat().filter((cell) => cell !== null);
    expect(days).toHaveLength(29);
    expect(weeks[0]?.slice(0, 3)).toEqual([null, null, null]);
    expect(weeks[0]?.[3]?.date).toBe('2024-02-01');
    expect(weeks.at(-1)?.[3]?.date).toBe('2024-02-29');
  });

  it('end in December without the next year', () => {
    expect(monthWeeks(2023, 12, []).flat().filter(Boolean).at(-1)?.date).toBe('2023-12-31');
  });

  it('know which days are worked: the plain week, corrected by the exceptions', () => {
    const days = monthWeeks(2024, 2, [day('2024-02-12', 'off'), day('2024-02-18', 'work')])
      .flat()
      .filter((cell) => cell !== null);
    const worked = (date: string) => days.find((cell) => cell.date === date)?.isWorkday;
    expect(worked('2024-02-09')).toBe(true);
    expect(worked('2024-02-10')).toBe(false);
    expect(worked('2024-02-12')).toBe(false);
    expect(worked('2024-02-18')).toBe(true);
  });
});

describe('a day after a change', () => {
  it('is what the calendar makes of it now', () => {
    const days = [day('2024-02-12', 'off'), day('2024-02-18', 'work')];
    const dates = ['2024-02-12', '2024-02-18', '2024-02-19', '2024-02-24'];
    expect(dates.map((date) => standingOfDay(date, days))).toEqual(['off', 'work', 'workday', 'weekend']);
  });
});

describe('the year of an address', () => {
  it('is taken only where a calendar can be', () => {
    expect(readYear('2024', 2030)).toBe(2024);
    for (const text of [undefined, '', 'x', '1999', '2101', '2024.5']) expect(readYear(text, 2030), text).toBe(2030);
  });
});

describe('the holidays of a year', () => {
  it('gather their days, free and worked', () => {
    const festival = holidaysOf([day('2024-02-04', 'work'), day('2024-02-10', 'off'), day('2024-02-11', 'off')]);
    expect(festival).toHaveLength(1);
    expect(festival[0]?.off.map((d) => d.date)).toEqual(['2024-02-10', '2024-02-11']);
    expect(festival[0]?.work.map((d) => d.date)).toEqual(['2024-02-04']);
    expect(festival[0]?.edited).toBe(false);
  });

  it('stay apart by name and by source, and say when a person changed one', () => {
    const own = { ...day('2024-03-08', 'off'), name: '本地', edited: true };
    expect(holidaysOf([day('2024-02-10', 'off'), own]).map((h) => [h.name, h.edited])).toEqual([
      ['春节', false],
      ['本地', true],
    ]);
  });
});
