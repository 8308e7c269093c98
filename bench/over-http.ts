import Database from 'better-sqlite3';
import type { Server } from './app-server';
import { password } from './community';
import { answered, type Life, newLife, requestOf, type Staff, type StepName, stepNames } from './lifecycle';
import { closedLoop, RawConnection, requestBytes, textOf } from './raw-client';
import type { Measure } from './rounds';

const connections = 16;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface Target {
  server: Server;
  /** In front of `/api/v1`: the manner of the bare server. */
  prefix: string;
  tokens: Partial<Record<Staff, string>>;
}

let keys = 0;
const nextKey = () => `life-x-${String(++keys).padStart(6, '0')}`;

/** One order from words to rating over one connection. @throws when any answer is not what it should be */
export async function oneLife(
  connection: RawConnection,
  { prefix, tokens }: Target,
  steps: readonly StepName[] = stepNames,
): Promise<Life> {
  let life = newLife(nextKey());
  for (const step of steps) {
    const { path, as, body } = requestOf(step, life);
    const answer = await connection.send(
      requestBytes('POST', `${prefix}/api/v1${path}`, as ? tokens[as] : undefined, body),
    );
    life = answered(step, life, answer.status, JSON.parse(textOf(answer)));
  }
  return life;
}

/** As many orders as a list shows, each at another point of its life. */
export async function someOrders(target: Target, wanted: number): Promise<void> {
  const connection = new RawConnection(target.server.port);
  for (let i = 0; i < wanted; i++) await oneLife(connection, target, stepNames.slice(0, 1 + (i % 5)));
  connection.close();
}

/** A token of the API for each account. */
export async function tokensOver<Account extends string>(
  server: Server,
  accounts: readonly Account[],
): Promise<Record<Account, string>> {
  const pairs: [string, string][] = [];
  for (const account of accounts) {
    const answer = await fetch(`${server.base}/api/v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    pairs.push([account, String(((await answer.json()) as { token: string }).token)]);
  }
  return Object.fromEntries(pairs) as Record<Account, string>;
}

export const livesOver =
  (target: Target): Measure =>
  (seconds) =>
    closedLoop(target.server.port, { count: connections, seconds }, async (connection) => {
      await oneLife(connection, target);
    });

/** Waits until the outbox of a database is empty. @returns seconds */
export async function effectsDone(file: string): Promise<number> {
  const db = new Database(file, { readonly: true });
  const waiting = db.prepare("select 1 from outbox_message where state in ('pending', 'claimed') limit 1");
  const begun = performance.now();
  try {
    while (waiting.get() !== undefined) await pause(10);
  } finally {
    db.close();
  }
  return (performance.now() - begun) / 1000;
}

/** Lives with all that follows from their events: the clock stops when the outbox is empty. */
export const livesWithEffects =
  (target: Target, file: string): Measure =>
  async (seconds) => {
    const { done, seconds: took } = await livesOver(target)(seconds);
    return { done, seconds: took + (await effectsDone(file)) };
  };

/** These requests in turn, over and over. Each answer must be 200. */
export const readsOver =
  (server: Server, requests: Buffer[]): Measure =>
  (seconds) =>
    closedLoop(server.port, { count: connections, seconds }, async (connection, worker, turn) => {
      const request = requests[(worker * 7 + turn) % requests.length] ?? Buffer.alloc(0);
      const { status, body } = await connection.send(request);
      if (status !== 200)
        throw new Error(`${request.toString('utf8').split('\r\n')[0]}: ${status} ${body.subarray(0, 300)}`);
    });

/** A page as it is sent to who takes no compression. */
export async function pageOf(server: Server, path: string): Promise<{ type: string; text: string }> {
  const answer = await fetch(`${server.base}${path}`, { headers: { 'accept-encoding': 'identity' } });
  if (answer.status !== 200) throw new Error(`GET ${path} was answered ${answer.status}`);
  return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}
