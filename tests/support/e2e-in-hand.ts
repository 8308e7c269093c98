import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

const own = { 'sec-fetch-site': 'same-origin' };

/** A verb by its address, on the version that stands. `as`: whose browser asks. */
export async function act(as: Page, number: string, action: string, body: Record<string, unknown> = {}) {
  const path = `/api/v1/orders/${number}`;
  const { version } = (await (await as.request.get(path)).json()) as { version: number };
  const data = { version, clientId: randomUUID(), ...body };
  const answer = await as.request.post(`${path}/actions/${action}`, { data, headers: own });
  expect(answer.status(), `${action}: ${await answer.text()}`).toBeLessThan(300);
}

/** A broken thing in C, 0603, reported by phone and given by the desk to the property company, which has signed for it. */
export async function inHand(desk: Page, handler: Page, words: string): Promise<string> {
  const answer = await handler.request.post('/api/v1/orders', {
    data: {
      item: '0603',
      words,
      place: { areaCode: '320371003208005-01' },
      contact: { phone: `139${String(Date.now()).slice(-8)}` },
      clientId: randomUUID(),
    },
    headers: own,
  });
  const { code } = (await answer.json()) as { code: string };
  await act(desk, code, 'classify', { item: '0603' });
  await act(desk, code, 'assign', { handler: { unit: 'PL-COMM' } });
  await act(handler, code, 'sign');
  return code;
}

/** What happened to an order, oldest first, as its handler reads it. */
export async function historyOf(as: Page, number: string): Promise<string[]> {
  const answer = await as.request.get(`/api/v1/orders/${number}`);
  const { timeline } = (await answer.json()) as { timeline: { type: string }[] };
  return timeline.map(({ type }) => type);
}
