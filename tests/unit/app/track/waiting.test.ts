import { describe, expect, it } from 'vitest';
import { clockBehind, waitingFor } from '@/app/_track/waiting';

const at = (time: string) => `2024-01-${time}:00.000+08:00`;
const none = {
  dispatchBy: at('10T12:00'),
  finishBy: null,
  verifyBy: null,
  needInfoUntil: null,
  resumeAt: null,
  ratingUntil: null,
  reopenUntil: null,
};

function order(
  status: string,
  clock: Partial<Record<keyof typeof none, string>> = {},
  reopen = 0,
  abilities: string[] = [],
) {
  return {
    status: status as never,
    submittedAt: at('10T08:30'),
    promise: { acceptBy: at('10T16:00'), finishBy: at('12T14:00') },
    abilities,
    counts: { rework: 0, reopen, return: 0, nudge: 0 },
    clock: { ...none, ...clock },
  };
}

describe('what a resident is told to wait for', () => {
  it.each([
    ['the promise before anybody is on it', order('submitted'), 'finish', at('12T14:00')],
    ['the stored time once dispatched', order('in_progress', { finishBy: at('12T09:30') }), 'finish', at('12T09:30')],
    ['the new dispatch after a reopening', order('submitted', {}, 1), 'dispatch', at('10T12:00')],
    ['the new finish after it', order('assigned', { finishBy: at('16T10:00') }, 1), 'finish', at('16T10:00')],
    ['the day on which it goes on', order('suspended', { resumeAt: at('22T08:30') }), 'resume', at('22T08:30')],
    ['an answer', order('need_info', { needInfoUntil: at('15T11:00') }), 'answer', at('15T11:00')],
    ['the check', order('awaiting_verification', { verifyBy: at('15T10:00') }), 'verify', at('15T10:00')],
    ['the rating', order('awaiting_rating', { ratingUntil: at('20T00:00') }), 'rate', at('20T00:00')],
    [
      'the window of reopening',
      order('closed', { reopenUntil: at('30T00:00') }, 0, ['reopen']),
      'reopen',
      at('30T00:00'),
    ],
    [
      'the window of an appeal',
      order('declined', { reopenUntil: at('30T00:00') }, 0, ['appeal']),
      'appeal',
      at('30T00:00'),
    ],
  ])('%s', (_what, given, kind, due) => {
    expect(waitingFor(given)).toMatchObject({ kind, dueAt: Date.parse(due), startedAt: Date.parse(at('10T08:30')) });
  });

  it.each([
    ['withdrawn', order('withdrawn')],
    ['closed beyond its window', order('closed', { reopenUntil: at('11T00:00') })],
    ['declined and appealed already', order('declined', { reopenUntil: at('30T00:00') })],
  ])('nothing when %s', (_what, given) => {
    expect(waitingFor(given)).toBeNull();
  });
});

describe('the calculation behind that time', () => {
  const clock = (kind: string, dueAt: string) => ({ kind, dueAt, startedAt: at('10T08:30'), why: [] }) as never;

  it('is of the clock that is due then', () => {
    const all = [clock('promise', at('12T14:00')), clock('finish', at('12T09:30')), clock('verify', at('15T10:00'))];
    expect(clockBehind(all, waitingFor(order('submitted')))).toBe(all[0]);
    expect(clockBehind(all, waitingFor(order('in_progress', { finishBy: at('12T09:30') })))).toBe(all[1]);
    expect(clockBehind(all, waitingFor(order('awaiting_verification', { verifyBy: at('15T10:00') })))).toBe(all[2]);
  });

  it('is the last of its kind where a stop moved the time, and none for a window of days', () => {
    const all = [clock('finish', at('12T09:30')), clock('finish', at('12T17:00'))];
    expect(clockBehind(all, waitingFor(order('in_progress', { finishBy: at('16T09:00') })))).toBe(all[1]);
    expect(clockBehind(all, waitingFor(order('awaiting_rating', { ratingUntil: at('20T00:00') })))).toBeNull();
    expect(clockBehind(all, null)).toBeNull();
  });
});
