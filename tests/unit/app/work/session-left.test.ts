import { expect, it } from 'vitest';
import { minutesToWarn } from '@/app/_shell/session-left';
import { idleEnd } from '@/lib/people/sessions';

const minute = 60_000;

it.each([
  ['three minutes and a bit left of thirty', 3 * minute + 1, 30, null],
  ['three minutes left', 3 * minute, 30, 3],
  ['two and a half', 150_000, 30, 3],
  ['a second left', 1000, 30, 1],
  ['over', 0, 30, 0],
  ['long over', -minute, 30, 0],
  ['half of a session of two minutes', minute, 2, 1],
  ['more than half of it', minute + 1, 2, null],
])('%s', (_, left, whole, minutes) => {
  expect(minutesToWarn(left, whole * minute)).toBe(minutes);
});

it('counts the request itself as use, which is written once a minute', () => {
  const now = 1_705_000_000_000;
  expect(idleEnd(now - 20 * minute, now, 30 * minute)).toBe(now + 30 * minute);
  expect(idleEnd(now - 59_999, now, 30 * minute)).toBe(now - 59_999 + 30 * minute);
});
