import { describe, expect, it } from 'vitest';
import { idempotencyKey, readBytes, readJson } from '@/lib/transport/http';

const post = (body: BodyInit | null, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request('http://poli.example/api/v1/orders', { method: 'POST', body, headers });

/** A body that comes in pieces and says nothing of its length. */
const streamed = (pieces: number, size: number, seen: { pulled: number }) =>
  new Request('http://poli.example/', {
    method: 'POST',
    duplex: 'half',
    body: new ReadableStream({
      pull(controller) {
        if (seen.pulled++ < pieces) controller.enqueue(new Uint8Array(size));
        else controller.close();
      },
    }),
  } as RequestInit);

describe('a body', () => {
  it('is one JSON object', async () => {
    expect(await readJson(post('{"a":1}'))).toEqual({ a: 1 });
    expect(await readJson(post('{"a":1}', { 'content-type': 'application/json; charset=utf-8' }))).toEqual({ a: 1 });
    expect(await readJson(post(null))).toEqual({});
  });

  it.each([
    ['{"a":', 'unreadable', 'http.broken_json'],
    ['[1]', 'unreadable', 'http.broken_json'],
    ['"text"', 'unreadable', 'http.broken_json'],
    ['null', 'unreadable', 'http.broken_json'],
    [new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'unreadable', 'http.broken_json'],
    ['{"a":"x\\u0000y"}', 'unreadable', 'http.bad_text'],
    ['{"a":[{"b":"\\ud800"}]}', 'unreadable', 'http.bad_text'],
    ['{"a\\u0000":1}', 'unreadable', 'http.bad_text'],
  ])('%s is refused', async (body, code, reason) => {
    await expect(readJson(post(body))).rejects.toMatchObject({ code, reason });
  });

  it('keeps emoji, which are whole pairs', async () => {
    expect(await readJson(post('{"a":"灯💡"}'))).toEqual({ a: '灯💡' });
  });

  it('of another type is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx']) {
      await expect(readJson(post('{}', { 'content-type': type }))).rejects.toMatchObject({ reason: 'http.not_json' });
    }
  });

  it('over 1 MB is refused', async () => {
    const body = JSON.stringify({ a: 'x'.repeat(1024 * 1024) });
    await expect(readJson(post(body))).rejects.toMatchObject({
      code: 'too_large',
      details: { params: { megabytes: 1 } },
    });
  });

  it('is refused as soon as it is too large, without reading the rest', async () => {
    const seen = { pulled: 0 };
    await expect(readBytes(streamed(1000, 1024, seen), 10 * 1024)).rejects.toMatchObject({ code: 'too_large' });
    expect(seen.pulled).toBeLessThan(20);
    expect(await readBytes(streamed(10, 1024, { pulled: 0 }), 10 * 1024)).toHaveLength(10 * 1024);
  });
});

describe('an Idempotency-Key', () => {
  it('is taken with or without quotes, and refused when it is none', () => {
    const key = (value: string) => idempotencyKey(new Headers({ 'idempotency-key': value }));
    expect(key('0190-abcd-1234')).toBe('0190-abcd-1234');
    expect(key('"0190-abcd-1234"')).toBe('0190-abcd-1234');
    expect(idempotencyKey(new Headers())).toBeNull();
    for (const bad of ['short', 'with blank inside', 'x'.repeat(101)]) {
      expect(() => key(bad)).toThrow(expect.objectContaining({ reason: 'http.bad_idempotency_key' }));
    }
  });
});
