import { newId } from '@/lib/kernel/ids';
import type { Server } from '../app-server';
import { stepNames } from '../lifecycle';
import { oneLife, someOrders, type Target, tokensOver } from '../over-http';
import { RawConnection } from '../raw-client';

const runErrand = {
  item: '0902',
  words: '请帮忙到药店买一盒降压药，送到家里。',
  place: { areaCode: '320371003208005-05', detail: '2单元302室' },
  contact: { name: '测试人', phone: '10074000001' },
};

/** A sender for one account that expects 2xx. */
const caller = (server: Server, token?: string) => async (path: string, body: object) => {
  const answer = await fetch(`${server.base}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ ...body, clientId: newId() }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text}`);
  return JSON.parse(text) as { code: string; version: number };
};

/** Two errands offered to volunteers, one of them taken by liuyang. */
async function offerErrands(server: Server, tokens: { limin?: string; liuyang?: string }): Promise<void> {
  const [anybody, desk, volunteer] = [caller(server), caller(server, tokens.limin), caller(server, tokens.liuyang)];
  const offered: string[] = [];
  for (let i = 0; i < 2; i++) {
    const { code } = await anybody('/orders', runErrand);
    await desk(`/orders/${code}/actions/offer`, { version: 1, cells: 'neighbours', note: '请带零钱。' });
    offered.push(code);
  }
  await volunteer(`/orders/${offered[0]}/actions/claim`, { version: 2 });
}

/**
 * What the pages show where the database came without a history, and everywhere an order that waits for its rating.
 * @returns its query code
 */
export async function makePageOrders(server: Server, { history }: { history: boolean }): Promise<string> {
  const tokens = await tokensOver(server, ['limin', 'fangmin', 'zhengshucheng', 'liuyang']);
  const target: Target = { server, prefix: '', tokens };
  if (!history) {
    await someOrders(target, 30);
    await offerErrands(server, tokens);
  }
  const connection = new RawConnection(server.port);
  const { queryCode } = await oneLife(connection, target, stepNames.slice(0, 5));
  connection.close();
  return queryCode;
}
