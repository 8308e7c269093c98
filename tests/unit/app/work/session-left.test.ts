import { afterEach, expect, it, vi } from 'vitest';
import { endsFrom, minutesToWarn, nearEnd, stillHere } from '@/app/_shell/session-left';
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

const start = 1_705_000_000_000;
const nearAfter = (ms: number, left: { leftMs: number; lastMs: number }) =>
  nearEnd(endsFrom(left, start), start + ms, left.leftMs);

it('says which end is near: that of idleness, or the last, which no use puts off', () => {
  const idle = { leftMs: 30 * minute, lastMs: 60 * minute };
  expect(nearAfter(26 * minute, idle)).toBeNull();
  expect(nearAfter(27 * minute, idle)).toEqual({ minutes: 3, end: 'idle' });
  expect(nearAfter(30 * minute, idle)).toEqual({ minutes: 0, end: 'idle' });
  // Twelve hours are nearly over: what the server calls left is all that is left.
  const last = { leftMs: 4 * minute, lastMs: 4 * minute };
  expect(nearAfter(0, last)).toBeNull();
  expect(nearAfter(minute, last)).toEqual({ minutes: 3, end: 'last' });
  expect(nearAfter(4 * minute, last)).toEqual({ minutes: 0, end: 'last' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it.each([
  [
    'an answer',
    Response.json({ leftMs: minute, lastMs: 2 * minute }),
    { idleAt: start + minute, lastAt: start + 2 * minute },
  ],
  ['a session that is over', Response.json({ leftMs: 0, lastMs: 0 }), { idleAt: start, lastAt: start }],
  ['half an answer', Response.json({ leftMs: minute }), null],
  ['an answer of somebody else', Response.json({ hello: 1 }), null],
  ['a page', new Response('<p>'), null],
  ['a fault that speaks', Response.json({ leftMs: minute, lastMs: minute }, { status: 503 }), null],
  ['no line', new TypeError('Failed to fetch'), null],
])('learns from the server, or nothing: %s', async (_, answer, known) => {
  vi.useFakeTimers({ now: start });
  vi.stubGlobal('fetch', async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  expect(await stillHere()).toEqual(known);
});
