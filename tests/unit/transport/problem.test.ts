import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DomainError, errorCodes } from '@/lib/kernel/errors';
import { readInput } from '@/lib/transport/issues';
import { problemOf, problemResponse, statusOf } from '@/lib/transport/problem';
import { expectNoise } from '@/tests/support/noise';

const reader = { locale: 'zh-CN' as const, requestId: 'r-1' };

describe('a problem', () => {
  it('has the status of its code', () => {
    expect(Object.fromEntries(errorCodes.map((code) => [code, statusOf[code]]))).toEqual({
      unreadable: 400,
      unauthenticated: 401,
      forbidden: 403,
      not_found: 404,
      conflict: 409,
      rule: 412,
      too_large: 413,
      wrong_type: 415,
      invalid: 422,
      too_many: 429,
      unavailable: 503,
    });
  });

  it('says in the reader’s language what happened', () => {
    const error = new DomainError('unauthenticated', 'auth.wrong_credentials');
    expect(problemOf(error, reader)).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      detail: '账号或密码不对。账号已保留，请重新输入密码；忘了密码请联系管理员重置。',
      reason: 'auth.wrong_credentials',
      requestId: 'r-1',
    });
    expect(problemOf(error, { ...reader, locale: 'en' }).detail).toMatch(/^The account or the password is wrong/);
  });

  it('falls back to the words of its code for a reason without words of its own', () => {
    const { detail, reason } = problemOf(new DomainError('conflict', 'no.such_reason'), reader);
    expect([detail, reason]).toEqual(['情况刚刚有变化，您的操作没有执行。请刷新后再试。', 'no.such_reason']);
  });

  it('carries the version of a conflict and the wait of a closed door', async () => {
    expect(problemOf(new DomainError('conflict', 'order.stale', { version: 4 }), reader).version).toBe(4);
    const closed = new DomainError('too_many', 'throttle.login', { retryAfterSeconds: 840, params: { minutes: 14 } });
    const response = problemResponse(closed, reader);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('840');
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect((await response.json()).detail).toContain('14 分钟');
  });

  it('hides what nobody expected and logs it with the request’s id', () => {
    expectNoise(/"requestId":"r-1".*UNIQUE constraint failed: person\.phone.*disk on fire/);
    const error = new Error('UNIQUE constraint failed: person.phone', { cause: new Error('disk on fire') });
    const problem = problemOf(error, reader);
    expect(problem).toMatchObject({ status: 500, reason: 'server.unexpected', requestId: 'r-1' });
    expect(JSON.stringify(problem)).not.toMatch(/UNIQUE|phone|fire|\.ts/);
    expect(problem.detail).toContain('r-1');
  });
});

describe('input', () => {
  const schema = z.object({
    words: z.string().min(10).max(20),
    version: z.int().min(1),
    role: z.enum(['a', 'b']).optional(),
    photos: z.array(z.string()).max(2).optional(),
    loud: z.boolean().optional(),
    phone: z
      .string()
      .regex(/^1\d{10}$/, 'input.not_a_phone')
      .optional(),
    place: z.object({ lat: z.number() }).optional(),
  });
  const issues = (raw: unknown, texts = false) => {
    try {
      readInput(schema, raw, { texts, locale: 'zh-CN' });
      return [];
    } catch (error) {
      // As the caller reads it, with the sizes in their places.
      return problemOf(error, reader).errors ?? [];
    }
  };

  it('is refused with a stable reason and words for every wrong field', () => {
    const wrong = { words: '短', version: 0, role: 'c', photos: ['1', '2', '3'], phone: '12', place: { lat: 'x' } };
    expect(issues(wrong)).toEqual([
      { path: 'words', reason: 'input.too_short', message: '太短了，至少 10 个字。' },
      { path: 'version', reason: 'input.too_low', message: '不能小于 1。' },
      { path: 'role', reason: 'input.not_listed', message: '请从给出的选项里选。' },
      { path: 'photos', reason: 'input.too_many', message: '最多选 2 项。' },
      { path: 'phone', reason: 'input.not_a_phone', message: '请填写 11 位手机号。' },
      { path: 'place.lat', reason: 'input.wrong_type', message: '这一项的格式不对。' },
    ]);
    expect(issues({}).map((issue) => [issue.path, issue.reason])).toEqual([
      ['words', 'input.required'],
      ['version', 'input.required'],
    ]);
  });

  it('of a form may be texts where numbers, yes or no, and lists are wanted', () => {
    const typed = { words: '楼道灯不亮已经三天了', version: '3', loud: 'on', photos: 'x', place: { lat: '34.3' } };
    expect(readInput(schema, typed, { texts: true, locale: 'zh-CN' })).toEqual({
      words: '楼道灯不亮已经三天了',
      version: 3,
      loud: true,
      photos: ['x'],
      place: { lat: 34.3 },
    });
    expect(issues(typed)).not.toEqual([]);
    expect(issues({ ...typed, version: '3x' }, true)).toMatchObject([{ path: 'version', reason: 'input.wrong_type' }]);
    expect(issues({ ...typed, version: ' ' }, true)).toMatchObject([{ path: 'version' }]);
  });
});
