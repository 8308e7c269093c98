import { expect } from 'vitest';
import { actionSlug } from '@/lib/kernel/endpoint';
import { newId } from '@/lib/kernel/ids';
import type { Action } from '@/lib/orders/workflow';
import type { ApiServer } from '@/tests/support/api-server';
import type { Answer, HttpClient } from '@/tests/support/http-client';
import { bodies, type Made, perform, placeInC, plainItem, rowOf, submitted } from '@/tests/support/orders';

export const pathOf = (action: Action, order: Pick<Made, 'code'>) =>
  `/orders/${order.code}/actions/${actionSlug(action)}`;

/** What an action carries, with the version as it stands now and a key of its own. */
export async function bodyOf(s: ApiServer, action: Action, order: Pick<Made, 'code'>, more = {}) {
  const { version } = await rowOf(s, order);
  // A main order of its own, where none is named.
  if (action === 'merge' && !('main' in more)) more = { ...more, main: (await submitted(s)).code };
  return { version, clientId: newId(), ...bodies[action], ...more };
}

/** Asks for one action over HTTP, as an account or as a caller at hand. */
export async function act(
  s: ApiServer,
  who: string | HttpClient,
  action: Action,
  order: Pick<Made, 'code'>,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  const client = typeof who === 'string' ? await s.signedIn(who) : who;
  return client.post(pathOf(action, order), await bodyOf(s, action, order, more));
}

/** An order of 王桂兰's, signed in: the requester that an account can be. */
export async function ownOrder(
  s: ApiServer,
  steps: [who: string, action: Action][] = [],
  item = plainItem,
): Promise<{ code: string }> {
  const client = await s.signedIn('wangguilan');
  const { status, body } = await client.post('/orders', {
    item,
    words: '楼下有车堵住了单元门，请帮忙联系车主。',
    place: placeInC,
    clientId: newId(),
  });
  expect(status).toBe(201);
  for (const [who, action] of steps) await perform(s, who, action, body);
  return { code: body.code };
}

/** What every refusal has: RFC 9457 with a stable reason, the request's id, and nothing of the machine. */
export function expectProblem(answer: Answer, status: number, reason?: string): void {
  expect([answer.status, answer.body.reason]).toEqual([status, reason ?? answer.body.reason]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
  expect(answer.body).toMatchObject({
    type: 'about:blank',
    title: expect.stringMatching(/^[A-Z][A-Za-z ]+$/),
    status,
    detail: expect.stringMatching(/.{6,}/),
    reason: expect.stringMatching(/^[a-z_]+(\.[a-z0-9_]+)+$/),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const known = ['type', 'title', 'status', 'detail', 'reason', 'requestId', 'errors', 'version'];
  expect(Object.keys(answer.body).filter((key) => !known.includes(key))).toEqual([]);
  expect(answer.text).not.toMatch(/\bat .*\.(ts|js|mjs):\d|node_modules|SQLITE|select |insert /i);
}
