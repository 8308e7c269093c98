import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '@/lib/kernel/clock';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { type Api, apiOf, refuseOutOfScope } from '@/lib/transport/endpoint';
import type { Runtime } from '@/lib/transport/runtime';
import { expectNoise } from '@/tests/support/noise';

// Nobody is signed in here, so no row comes near a database.
const runtime = { engine: {}, clock: systemClock } as unknown as Runtime;

const row = (method: 'GET' | 'POST', run: () => Promise<unknown>, output: z.ZodType = z.looseObject({})): EndpointRow =>
  endpoint({ method, path: '/things', input: z.object({}), output, audience: 'anyone', summary: 'things', run });

async function ask(api: Api, method: string): Promise<Response> {
  return api(new Request('http://poli.example/api/v1/things', { method }), { runtime, locale: 'zh-CN' });
}

describe('the answer of a row', () => {
  it('to a write is the same bytes, in whatever order a database gives the keys back', async () => {
    const answers = [
      { code: 'PL1', counts: { rework: 0, nudge: 1 }, abilities: ['b', 'a'] },
      { abilities: ['b', 'a'], counts: { nudge: 1, rework: 0 }, code: 'PL1' },
    ];
    const api = apiOf([row('POST', async () => answers.shift())]);
    const texts = [await (await ask(api, 'POST')).text(), await (await ask(api, 'POST')).text()];
    expect(texts[1]).toBe(texts[0]);
    expect(JSON.parse(texts[0] ?? '')).toEqual({ abilities: ['b', 'a'], code: 'PL1', counts: { nudge: 1, rework: 0 } });
  });

  it('without anything to say is an empty object', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const silent = apiOf([row(method, async () => undefined, z.undefined())]);
      expect(await (await ask(silent, method)).text()).toBe('{}');
    }
  });

  it('that its schema does not describe is a fault of the program, not shown', async () => {
    expectNoise(/GET \/things answered what its output schema does not describe: code: Invalid input/);
    const response = await ask(apiOf([row('GET', async () => ({ code: 7 }), z.object({ code: z.string() }))]), 'GET');
    expect([response.status, (await response.json()).reason]).toEqual([500, 'server.unexpected']);
  });
});

describe('a key’s scope', () => {
  const refused = (scope: string[] | null, method: string, path: string) => {
    try {
      refuseOutOfScope(scope, method, path);
      return false;
    } catch {
      return true;
    }
  };

  it('names a method with a path of the document, or all that a method reads', () => {
    expect(refused(null, 'POST', '/orders')).toBe(false);
    expect(refused(['GET *'], 'GET', '/orders/{code}')).toBe(false);
    expect(refused(['GET *'], 'POST', '/orders')).toBe(true);
    expect(refused(['GET /orders'], 'GET', '/orders/{code}')).toBe(true);
    expect(refused(['GET /orders/{code}'], 'GET', '/orders/{code}')).toBe(false);
    expect(refused([], 'GET', '/areas')).toBe(true);
  });
});
