import { describe, expect, it } from 'vitest';
import { closedWords, fieldErrors } from '@/app/_track/step-words';
import { readStepFields } from '@/app/_track/steps';
import { DomainError, type InputIssue } from '@/lib/kernel/errors';
import { rateInput } from '@/lib/orders/input';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

const t = (key: string) => key;
const reader = { locale: 'zh-CN', t } as const;
const closed = {
  action: 'rate',
  status: 'closed',
  abilities: [] as string[],
  reason: undefined as string | undefined,
  link: null,
};

describe('why a step is not possible now', () => {
  it.each([
    ['it is possible', { abilities: ['rate'] }, null],
    ['the rule says why', { reason: 'order.already_rated' }, 'reason.order.already_rated'],
    ['a staff account is signed in', { reason: 'order.staff_browser' }, 'reason.order.staff_browser'],
    ['it comes later', { status: 'in_progress', reason: 'order.not_in_state' }, 'track.closed.not_yet'],
    ['it is past', { status: 'withdrawn', reason: 'order.not_in_state' }, 'track.closed.not_now'],
    ['another step is past', { action: 'withdraw', reason: 'order.not_in_state' }, 'track.closed.not_now'],
    ['the link is for another step', { link: 'rate', action: 'withdraw' }, 'track.closed.link'],
  ])('%s', (_what, given, words) => {
    expect(closedWords({ ...closed, ...given }, t)).toBe(words);
  });
});

describe('where the errors of a refused step stand', () => {
  const invalid = (...paths: string[]) => {
    const issues = paths.map((path): InputIssue => ({ path, reason: 'input.required', message: 'Too small' }));
    return new DomainError('invalid', 'input.invalid', { issues });
  };

  it('asks each question of the rating in its own words', () => {
    expect(fieldErrors(invalid('solved', 'stars', 'reason', 'stars'), '', reader, 'rate')).toEqual([
      { field: 'solved', message: 'track.error.solved' },
      { field: 'stars', message: 'track.error.stars' },
      { field: 'reason', message: 'track.error.reason' },
    ]);
  });

  it('says what to choose, and that the rest is kept, where a low rating gives no reason', () => {
    expect(zh.track.error.reason).toMatch(/选一项.*都还在/);
    expect(en.track.error.reason).toMatch(/choose .*kept/);
    const input = { code: 'PL20240115-0001', version: 1, clientId: 'a-client-id', solved: 'yes', photos: [] };
    for (const [stars, paths] of [
      [2, ['reason']],
      [1, ['reason']],
      [3, []],
      // Not chosen yet: asked for the stars, and not for a reason that is not in sight.
      [0, ['stars']],
    ] as const) {
      const issues = rateInput.safeParse({ ...input, stars }).error?.issues ?? [];
      expect(issues.map((issue) => issue.path.join('.'))).toEqual(paths);
    }
  });

  it('leads the reason of other steps to the words, where it is typed', () => {
    expect(fieldErrors(invalid('reason'), '', reader, 'withdraw')).toEqual([
      { field: 'words', message: 'track.error.words' },
    ]);
  });

  it.each([
    ['photo', new DomainError('invalid', 'photo.unknown')],
    ['photo', invalid('photos.0')],
    ['words', new DomainError('conflict', 'order.stale')],
    ['words', new Error('unexpected')],
  ])('leads to %s what belongs there', (field, error) => {
    expect(fieldErrors(error, '原话', reader, 'rate')[0]?.field).toBe(field);
  });
});

describe('the fields of a step', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const read = (fields: Record<string, string | string[]>) => readStepFields({ fields, files: [] });

  it('keeps what was typed, and only photo ids that can be ones, three at most', () => {
    const fields = read({ words: '一行\r\n两行', photoIds: ['../x', id, id, id, id], stars: ['5', '1'] });
    expect(fields).toMatchObject({ words: '一行\n两行', stars: '5', solved: '', photoIds: [id, id, id] });
  });

  it('lets photos go when that was ticked', () => {
    expect(read({ photoIds: id, dropPhotos: 'yes' }).photoIds).toEqual([]);
  });
});
