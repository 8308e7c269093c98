import { expect, it } from 'vitest';
import { casesHref, readCases } from '@/app/_resident/cases/cases-query';
import { monthName } from '@/app/_resident/cases/month-name';

it('reads what it writes, and is short when nothing is chosen', () => {
  const query = { place: '320371003208-A', category: '04', month: '2024-01', cursor: '0402.0123456789abcdef' };
  expect(readCases(Object.fromEntries(new URL(casesHref(query), 'http://x').searchParams))).toEqual(query);
  expect(casesHref({})).toBe('/cases');
});

it('leaves out what is no place, category, month or cursor', () => {
  expect(readCases({ place: '../x', category: '4', month: '2024-13', cursor: 'abc', more: 'x' })).toEqual({});
  expect(readCases({ place: ['320371003208-A', 'x'], category: '' })).toEqual({});
});

it('names a month in both languages', () => {
  expect(monthName('2024-01', 'zh-CN')).toBe('2024年1月');
  expect(monthName('2023-12', 'en')).toBe('December 2023');
});
