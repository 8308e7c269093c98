import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { finishDue } from '@/lib/calendar/due';
import { limitDue } from '@/lib/calendar/explain';
import { parseItemLimits, parseLimit, type Urgency } from '@/lib/calendar/limits';
import { promise } from '@/lib/calendar/promise';
import { extendFinish, reopenFinish, shiftForLay } from '@/lib/calendar/rework';
import type { WhyLine } from '@/lib/calendar/why';
import { workingCalendar } from '@/lib/calendar/working-calendar';
import { resumeDue } from '@/lib/orders/clocks';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import { handCases } from './hand-cases';
import { at, text } from './oracle';
import { cal, calendarReference } from './seeded';

const fail = (error: Error) => {
  throw error;
};
const speakZh = createTranslator({ locale: 'zh-CN', messages: zh, onError: fail });
const speakEn = createTranslator({ locale: 'en', messages: en, onError: fail });
type Key = Parameters<typeof speakZh>[0];
const inChinese = (why: WhyLine[]) => why.map(({ key, params }) => speakZh(key as Key, params));
const inEnglish = (why: WhyLine[]) => why.map(({ key, params }) => speakEn(key as Key, params));

const due = (limit: string, urgency: Urgency, from: string) => {
  const [parsed] = parseLimit(limit);
  if (!parsed) throw new Error(limit);
  return limitDue(parsed, urgency, at(from), cal);
};

describe('why a limit is due when it is', () => {
  it('names midday, a whole day and what remains', () => {
    expect(inChinese(due('2wd', 'U3', '2024-01-10 10:00').why)).toEqual([
      '时限 2 个工作日，合 960 分钟工作时间，从1月10日周三 10:00 算起。',
      '1月10日周三 10:00–12:00，计 120 分钟，还剩 840 分钟。',
      '12:00–13:30 午休，不计时。',
      '1月10日周三 13:30–18:00，计 270 分钟，还剩 570 分钟。',
      '1月11日周四全天（08:30–12:00、13:30–18:00，午休不计），计 480 分钟，还剩 90 分钟。',
      '1月12日周五 08:30–10:00，计 90 分钟，还剩 0 分钟。',
      '到期时间：2024-01-12 周五 10:00。',
    ]);
  });

  it('names a weekend, a holiday by name and range, and a 调休 workday', () => {
    expect(inChinese(due('1wd', 'U3', '2024-02-09 18:30').why)).toEqual([
      '时限 1 个工作日，合 480 分钟工作时间，从2月9日周五 18:30 算起。',
      '2月10日至2月17日春节放假，不计时。',
      '当时不在工作时间内，从2月18日周日 08:30 开始计时。',
      '2月18日周日是春节调休上班日，照常计时。',
      '2月18日周日全天（08:30–12:00、13:30–18:00，午休不计），计 480 分钟，还剩 0 分钟。',
      '到期时间：2024-02-18 周日 18:00。',
    ]);
    expect(inChinese(due('2wh', 'U3', '2024-06-07 17:00').why)).toEqual([
      '时限 2 个工作小时，合 120 分钟工作时间，从6月7日周五 17:00 算起。',
      '6月7日周五 17:00–18:00，计 60 分钟，还剩 60 分钟。',
      '6月8日至6月9日是周末，不计时。',
      '6月10日端午节放假，不计时。',
      '6月11日周二 08:30–09:30，计 60 分钟，还剩 0 分钟。',
      '到期时间：2024-06-11 周二 09:30。',
    ]);
  });

  it('joins holidays that touch', () => {
    const line = due('4wh', 'U3', '2025-10-01 09:00').why.find(({ key }) => key === 'clock.why.holiday');
    expect(line && inEnglish([line])).toEqual([
      '2025-10-01 to 2025-10-08: holiday (National Day, Mid-Autumn Festival), not counted.',
    ]);
    expect(line?.params).toMatchObject({ name: '国庆节、中秋节', days: 8 });
  });

  it('says the same in English', () => {
    expect(inEnglish(due('4wh', 'U3', '2023-01-20 16:30').why)).toEqual([
      'The limit is 4 working hours, that is 240 minutes of working time, from Fri 2023-01-20 16:30.',
      'Fri 2023-01-20 16:30–18:00: 90 minutes, 150 left.',
      '2023-01-21 to 2023-01-27: holiday (Spring Festival), not counted.',
      'Sat 2023-01-28 is worked in exchange for a day off (Spring Festival) and counts.',
      'Sat 2023-01-28 08:30–11:00: 150 minutes, 0 left.',
      'Due: Sat 2023-01-28 11:00.',
    ]);
  });

  it('says that the wall clock does not stop', () => {
    expect(inChinese(due('30min', 'U2', '2024-02-10 23:45').why)).toEqual([
      '时限 30 分钟，不分昼夜、周末和节假日，从2月10日周六 23:45 算起。',
      '2月10日 23:45 至 2月11日 00:15，连续计 30 分钟。',
      '到期时间：2024-02-11 周日 00:15。',
    ]);
  });

  it('says a start at noon or on a Saturday is moved', () => {
    const moved = (from: string) =>
      inChinese(due('1wh', 'U3', from).why.filter(({ key }) => /weekend|start_moved/.test(key)));
    expect(moved('2024-01-10 12:00')).toEqual(['当时不在工作时间内，从1月10日周三 13:30 开始计时。']);
    expect(moved('2024-01-13 09:00')).toEqual([
      '1月13日至1月14日是周末，不计时。',
      '当时不在工作时间内，从1月15日周一 08:30 开始计时。',
    ]);
    expect(moved('2024-01-14 09:00')[0]).toBe('1月14日是周末，不计时。');
    expect(moved('2024-01-10 08:30')).toEqual([]);
  });

  it('adds up to whole minutes when it starts within one', () => {
    const { why } = shiftForLay(
      at('2024-01-12 11:59:30'),
      { amount: 2, unit: 'wd', milestone: false },
      'U3',
      { from: at('2024-01-11 09:00:10'), to: at('2024-01-11 10:00:50') },
      cal,
    );
    const minutes = why.flatMap(({ params }) => (params.minutes === undefined ? [] : [Number(params.minutes)]));
    expect(minutes.reduce((sum, m) => sum + m, 0)).toBe(61); // 60 min 40 s, shown as 61
  });
});

describe('a year that is not covered', () => {
  const plain = limitDue({ amount: 1, unit: 'wd', milestone: false }, 'U3', at('2026-12-31 17:00'), cal);

  it('falls back on the plain week and says so loudly', () => {
    // Thu 60, Fri 1 January 2027 210 + 210: nobody has said yet that it is a holiday
    expect(text(plain.at)).toBe('2027-01-01 17:00');
    expect(plain.warnings).toEqual([{ key: 'clock.why.uncovered_year', params: { year: 2027 } }]);
    expect(plain.why[1]).toEqual(plain.warnings[0]);
    expect(inChinese(plain.warnings)[0]).toContain('2027 年的放假调休安排还没有录入');
  });

  it('reaches the promise and the finish, each year once', () => {
    const limits = parseItemLimits('4wh', '15wd');
    expect(promise(limits, 'U3', at('2027-03-01 09:00'), cal).warnings).toHaveLength(1);
    expect(finishDue(limits, 'U3', at('2026-12-20 09:00'), cal).finish.warnings).toHaveLength(1);
    const none = workingCalendar([], []);
    const years = finishDue(limits, 'U3', at('2026-12-20 09:00'), none).finish.warnings.map(
      ({ params }) => params.year,
    );
    expect(years).toEqual([2026, 2027]);
  });

  it('does not trouble the wall clock', () => {
    const due = limitDue({ amount: 24, unit: 'h', milestone: false }, 'U2', at('2027-03-01 09:00'), cal);
    expect(due.warnings).toEqual([]);
  });

  it('is silent once the year is covered', () => {
    const newYear = { date: '2027-01-01', kind: 'off' as const, name: '元旦', nameEn: "New Year's Day" };
    const known = workingCalendar([...calendarReference.days, newYear], [2026, 2027]);
    const due = limitDue({ amount: 1, unit: 'wd', milestone: false }, 'U3', at('2026-12-31 17:00'), known);
    expect(text(due.at)).toBe('2027-01-04 17:00'); // Thu 60 | Fri | Sat, Sun | Mon 420
    expect(due.warnings).toEqual([]);
  });
});

describe('every line', () => {
  const shift = { shiftStartsAt: at('2024-01-10 10:00'), shiftEndsAt: at('2024-01-10 12:00') };
  const lay = { from: at('2024-01-10 10:00'), to: at('2024-01-10 11:00') };
  const question = { ...lay, with: 'requester' as const };
  const rest = { ...lay, with: 'suspension' as const };
  const all: WhyLine[] = [
    ...handCases.flatMap(({ limit, urgency, from }) => due(limit, urgency, from).why),
    ...promise(parseItemLimits('15min', '30min on site'), 'U1', at('2024-01-10 08:30'), cal).why,
    ...(promise(parseItemLimits('15min', '30min on site'), 'U1', at('2024-01-10 08:30'), cal).milestone?.why ?? []),
    ...promise(parseItemLimits('4wh', 'shift end'), 'U3', at('2024-01-10 08:30'), cal, shift).why,
    ...promise(parseItemLimits('4wh', 'shift end'), 'U3', at('2024-01-10 08:30'), cal, shift).acceptWhy,
    ...finishDue(parseItemLimits('4wh', '2wd'), 'U3', at('2027-01-10 08:30'), cal, { finishNotAfter: 0 }).finish.why,
    ...finishDue(parseItemLimits('4wh', '2wd'), 'U3', at('2024-01-10 08:30'), cal, {
      finishNotAfter: 0,
      promiseMoved: true,
    }).finish.why,
    ...shiftForLay(at('2024-01-12 14:00'), { amount: 2, unit: 'wd', milestone: false }, 'U3', lay, cal).why,
    ...shiftForLay(at('2024-01-12 14:00'), { amount: 24, unit: 'h', milestone: false }, 'U2', lay, cal).why,
    ...shiftForLay(at('2024-01-12 14:00'), { amount: 2, unit: 'wd', milestone: false }, 'U3', question, cal).why,
    ...shiftForLay(at('2024-01-12 14:00'), { amount: 2, unit: 'wd', milestone: false }, 'U3', rest, cal).why,
    ...extendFinish(at('2024-01-12 14:00'), 1, cal).why,
    ...resumeDue('2024-01-20', { amount: 2, unit: 'wd', milestone: false }, 'U3', cal).why,
    ...reopenFinish({ amount: 2, unit: 'wd', milestone: false }, 'U3', at('2024-01-10 08:30'), cal).why,
    ...reopenFinish({ amount: 2, unit: 'h', milestone: false }, 'U2', at('2024-01-10 08:30'), cal).why,
  ];

  it('has a sentence in both languages that names no value it does not get', () => {
    for (const sentence of [...inChinese(all), ...inEnglish(all)]) {
      expect(sentence).not.toMatch(/clock\.why|[{}]|undefined|NaN/);
    }
  });

  it('is said at least once by these', () => {
    expect([...new Set(all.map(({ key }) => key.replace('clock.why.', '')))].sort()).toEqual(
      Object.keys(zh.clock.why).sort(),
    );
  });
});
