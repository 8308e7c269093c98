import { describe, expect, it } from 'vitest';
import { dayMs, isDateText, shanghaiDate, shanghaiTime, startOfDay } from '@/lib/calendar/shanghai';
import { isWeekend, workingCalendar } from '@/lib/calendar/working-calendar';
import { allNotices, notices } from './notices';
import { cal, calendarReference } from './seeded';

const daysOf = ([first, last]: readonly [string, string]) => {
  const days: string[] = [];
  for (let day = startOfDay(first); day <= startOfDay(last); day += dayMs) days.push(shanghaiDate(day));
  return days;
};

describe('the seeded calendar', () => {
  it.each(Object.keys(notices))('of %s is that of the notices of the State Council, to the day', (year) => {
    const inYear = (date: string) => date.startsWith(year);
    const seeded = calendarReference.days.filter((day) => inYear(day.date));
    const off = new Set(allNotices.flatMap((notice) => notice.off.flatMap(daysOf)).filter(inYear));
    const work = allNotices.flatMap((notice) => notice.work).filter(inYear);
    expect(seeded.filter((day) => day.kind === 'off').map((day) => day.date)).toEqual([...off].sort());
    expect(seeded.filter((day) => day.kind === 'work').map((day) => day.date)).toEqual(work);
  });

  it('names the notice of each day and year', () => {
    for (const notice of allNotices) {
      for (const date of [...notice.off.flatMap(daysOf), ...notice.work]) {
        const day = calendarReference.days.find((d) => d.date === date);
        // Two days of the lengthened Spring Festival stand in the later notice alone; none in both.
        expect(day?.source, date).toBe(notice.number);
      }
    }
    for (const { year, source } of calendarReference.years) {
      for (const { number } of notices[year] ?? []) expect(source).toContain(number);
    }
  });

  it.each([
    ['2020-01-23', true],
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2020-02-02', false],
    ['2020-02-03', true],
    ['2023-10-06', false],
    ['2023-10-07', true],
    ['2023-10-08', true],
    ['2024-02-04', true],
    ['2024-02-09', true],
    ['2024-02-10', false],
    ['2024-02-17', false],
    ['2024-02-18', true],
    ['2025-01-26', true],
    ['2026-02-14', true],
    ['2026-02-16', false],
    ['2026-02-28', true],
    ['2026-05-09', true],
    ['2026-10-10', true],
    ['2024-01-13', false],
    ['2024-01-15', true],
  ])('%s is worked: %s', (date, worked) => {
    expect(cal.isWorkday(date)).toBe(worked);
  });

  it('covers 2020–2026 and no more', () => {
    const covered = Array.from({ length: 12 }, (_, i) => 2018 + i).filter((year) => cal.covers(year));
    expect(covered).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it('names holidays in both languages, and plain days not at all', () => {
    expect(cal.nameOf('2024-02-10')).toEqual({ name: '春节', nameEn: 'Spring Festival' });
    expect(cal.nameOf('2024-02-18')).toEqual({ name: '春节', nameEn: 'Spring Festival' });
    expect(cal.nameOf('2024-06-08')).toBeNull();
    expect([...new Set(calendarReference.days.map((day) => day.name))].sort()).toEqual(
      ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].sort(),
    );
  });

  it('works a weekend day only by an exception', () => {
    const plain = workingCalendar([], [2024]);
    expect(plain.isWorkday('2024-02-18')).toBe(false);
    expect(plain.isWorkday('2024-02-12')).toBe(true);
    expect(isWeekend('2024-02-18')).toBe(true);
    for (const day of calendarReference.days) if (day.kind === 'work') expect(isWeekend(day.date), day.date).toBe(true);
  });
});

describe('the clock of Shanghai', () => {
  it('is UTC+8', () => {
    const ms = Date.UTC(2024, 0, 9, 16, 0);
    expect(shanghaiDate(ms)).toBe('2024-01-10');
    expect(shanghaiDate(ms - 1)).toBe('2024-01-09');
    expect(shanghaiTime(ms)).toBe('00:00');
    expect(shanghaiTime(ms - 1)).toBe('23:59');
    expect(startOfDay('2024-01-10')).toBe(ms);
  });

  it('agrees with the zone data of the system in every month', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (let ms = Date.UTC(2020, 0, 1, 0, 17); ms < Date.UTC(2027, 0, 1); ms += 9.3 * dayMs) {
      expect(`${shanghaiDate(ms)} ${shanghaiTime(ms)}`).toBe(zone.format(ms));
    }
  });

  it('knows which dates exist', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDateText)).toBe(true);
    for (const wrong of ['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-32', '20240101', '', 'today']) {
      expect(isDateText(wrong), wrong).toBe(false);
    }
    expect(() => startOfDay('2023-02-29')).toThrow(RangeError);
  });
});
