import { describe, expect, it } from 'vitest';
import { POST } from '@/app/mode/route';

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(
    new Request('http://own.example/mode', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { host: 'own.example', ...headers },
    }),
  );

describe('POST /mode', () => {
  it('keeps the size for a year and goes back with 303', async () => {
    const answer = await post({ mode: 'elder', return: '/t/ABC?x=1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/t/ABC?x=1');
    expect(answer.headers.getSetCookie()).toEqual(['mode=elder; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly']);
  });

  it('keeps the language beside it', async () => {
    const answer = await post({ locale: 'en', mode: 'xl' });
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual(['mode=xl', 'locale=en']);
  });

  it('takes the button that was pressed over what its form holds', async () => {
    const fields = new URLSearchParams([
      ['mode', 'elder'],
      ['locale', 'zh-CN'],
      ['locale', 'en'],
    ]);
    const answer = await POST(new Request('http://own.example/mode', { method: 'POST', body: fields }));
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual(['mode=elder', 'locale=en']);
  });

  it('changes nothing on values it does not know', async () => {
    const answer = await post({ mode: 'huge', locale: 'tlh' });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('never leads to another site', async () => {
    expect((await post({ mode: 'xl', return: '//evil.example' })).headers.get('location')).toBe('/');
    expect((await post({ mode: 'xl' }, { referer: 'http://evil.example/x' })).headers.get('location')).toBe('/');
  });

  it('goes back to where the form stood when the form does not say it', async () => {
    const answer = await post({ mode: 'xl' }, { referer: 'http://own.example/board?tab=2' });
    expect(answer.headers.get('location')).toBe('/board?tab=2');
  });

  it('answers a body that is no form', async () => {
    const answer = await POST(
      new Request('http://own.example/mode', { method: 'POST', body: '{', headers: { 'content-type': 'text/json' } }),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });
});
