import { describe, expect, it } from 'vitest';
import { giveInput } from '@/lib/answers/input';
import { isLate, refuseDoneOn, refusePastDue, refuseWeighedToCome } from '@/lib/answers/promise';

const reasonOf = (doing: () => void): string | null => {
  try {
    doing();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

const given = {
  clientId: 'a-client-of-the-test',
  order: 'PL20240110-0007',
  title: 'C区要一间棋牌室',
  decision: 'adopted',
  weighedBy: 'two_committees',
  weighedOn: '2023-07-20',
  words: '已经列入实施计划，预计2024年一季度建设完成。',
  reason: '老人集中，楼里没有地方坐。',
  dueOn: '2024-03-31',
};
const issuesOf = (more: Record<string, unknown>) => {
  const read = giveInput.safeParse({ ...given, ...more });
  return read.success ? [] : read.error.issues.map((issue) => [issue.path.join('.'), issue.message]);
};

describe('what an answer must say', () => {
  it('is whole with decision, reason and date', () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ decision: 'not_adopted', dueOn: undefined })).toEqual([]);
  });

  it('cannot be sent without a reason, nor adopted without a date', () => {
    expect(issuesOf({ reason: '' }).map(([path]) => path)).toContain('reason');
    for (const empty of ['同意同意同意', '……………………', '123456789', '同上所述'])
      expect(issuesOf({ reason: empty }), empty).toEqual([['reason', 'input.tells_nothing']]);
    for (const decision of ['adopted', 'partly_adopted'])
      expect(issuesOf({ decision, dueOn: undefined })).toEqual([['dueOn', 'answer.date_missing']]);
    expect(issuesOf({ decision: 'not_adopted' })).toEqual([['dueOn', 'answer.date_not_wanted']]);
    expect(issuesOf({ dueOn: '2024-02-30' })).toEqual([['dueOn', 'input.not_a_date']]);
  });
});

describe('the days of a promise', () => {
  it('is red from the day after its last day, and only while it is promised', () => {
    const promise = { status: 'promised' as const, dueOn: '2024-03-31' };
    expect(isLate(promise, '2024-03-30')).toBe(false);
    expect(isLate(promise, '2024-03-31')).toBe(false);
    expect(isLate(promise, '2024-04-01')).toBe(true);
    expect(isLate({ ...promise, status: 'done' }, '2024-04-01')).toBe(false);
    expect(isLate({ status: 'closed', dueOn: null }, '2024-04-01')).toBe(false);
  });

  it('may be today, not yesterday', () => {
    expect(reasonOf(() => refusePastDue('2024-01-15', '2024-01-15'))).toBeNull();
    expect(reasonOf(() => refusePastDue('2024-01-14', '2024-01-15'))).toBe('answer.due_in_past');
    expect(reasonOf(() => refusePastDue(undefined, '2024-01-15'))).toBeNull();
  });

  it('was weighed and done on days that have been, in that order', () => {
    expect(reasonOf(() => refuseWeighedToCome('2024-01-15', '2024-01-15'))).toBeNull();
    expect(reasonOf(() => refuseWeighedToCome('2024-01-16', '2024-01-15'))).toBe('answer.weighed_to_come');
    expect(reasonOf(() => refuseDoneOn('2024-01-15', '2024-01-15', '2024-01-15'))).toBeNull();
    expect(reasonOf(() => refuseDoneOn('2024-01-16', '2024-01-01', '2024-01-15'))).toBe('answer.done_to_come');
    expect(reasonOf(() => refuseDoneOn('2023-12-31', '2024-01-01', '2024-01-15'))).toBe('answer.done_before_weighed');
  });
});
