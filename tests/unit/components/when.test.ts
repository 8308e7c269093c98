import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatDuration, formatWhen } from '@/app/_order/when';
import { wordsIn } from './words';

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2024-01-12T14:20:00');

describe('formatWhen', () => {
  it.each([
    ['2024-01-12T18:00:00', '今天 18:00', 'today 18:00'],
    ['2024-01-12T00:00:00', '今天 00:00', 'today 00:00'],
    ['2024-01-11T23:59:59', '昨天 23:59', 'yesterday 23:59'],
    ['2024-01-13T09:05:00', '明天 09:05', 'tomorrow 09:05'],
    ['2024-01-14T14:00:00', '后天 14:00', '14 Jan 14:00'],
    ['2024-01-09T14:00:00', '1月9日 14:00', '9 Jan 14:00'],
    ['2023-12-30T14:00:00', '2023年12月30日 14:00', '30 Dec 2023 14:00'],
  ])('%s', (text, zh, en) => {
    expect(formatWhen(at(text), now, 'zh-CN')).toBe(zh);
    expect(formatWhen(at(text), now, 'en')).toBe(en);
  });

  it('takes the day of Shanghai, not that of the machine', () => {
    expect(formatDay(Date.parse('2024-01-11T16:30:00Z'), now, 'zh-CN')).toBe('今天');
  });

  it('writes the whole date where no day is today', () => {
    expect(formatWhen(now, null, 'zh-CN')).toBe('2024年1月12日 14:20');
    expect(formatWhen(now, null, 'en')).toBe('12 Jan 2024 14:20');
  });

  it('names the weekday in documents', () => {
    expect(formatDate(now, 'zh-CN')).toBe('2024年1月12日星期五');
    expect(formatDate(now, 'en')).toMatch(/^Friday,? 12 January 2024$/);
  });
});

describe('formatDuration', () => {
  const minute = 60_000;
  it.each([
    [59_999, '不到1分钟', 'less than 1 min'],
    [18 * minute, '18分', '18 min'],
    [60 * minute, '1小时', '1 h'],
    [125 * minute, '2小时05分', '2 h 05 min'],
    [24 * 60 * minute, '1天', '1 d'],
    [(28 * 60 + 59) * minute, '1天4小时', '1 d 4 h'],
    [-125 * minute, '2小时05分', '2 h 05 min'],
  ])('%d ms', (ms, zh, en) => {
    expect(formatDuration(ms, wordsIn('zh-CN'))).toBe(zh);
    expect(formatDuration(ms, wordsIn('en'))).toBe(en);
  });
});
