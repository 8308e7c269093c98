// Started by scripts/bench.mjs on a database that it made; sends each result to it as a message.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { benchSecrets, startApp } from './app-server';
import { historyRows, insertBare } from './bare-load';
import { livesByCommands, livesByStatements } from './commands';
import { openInProcess } from './in-process';
import { staff, stepNames } from './lifecycle';
import {
  effectsDone,
  livesOver,
  livesWithEffects,
  oneLife,
  pageOf,
  readsOver,
  someOrders,
  type Target,
  tokensOver,
} from './over-http';
import { RawConnection, requestBytes } from './raw-client';
import { recordPlan } from './record-plan';
import { listenAtDriver } from './recorder';
import { BareWriter, durable } from './replay';
import { alternate, type Comparison, median, type Timing } from './rounds';
import { startBare } from './start-bare';

export interface BenchInput {
  folder: string;
  /** A database with 坡里 and, in the full run, the history of the demo. */
  database: string;
  quick: boolean;
  /** Seconds that the loader took for the orders; null when it did not run. */
  loadSeconds: number | null;
}

const input = JSON.parse(process.env.BENCH_INPUT ?? '{}') as BenchInput;
Object.assign(process.env, benchSecrets, { NO_LIMITS: '1', APP_MODE: 'demo' });
listenAtDriver();

const timing: Timing = input.quick
  ? { rounds: 3, seconds: 0.4, warmSeconds: 0.4 }
  : { rounds: 5, seconds: 2, warmSeconds: 3 };
const copy = (name: string) => {
  const file = path.join(input.folder, name);
  copyFileSync(input.database, file);
  return file;
};
const send = (message: object) => process.send?.(message);
const report = (comparisons: Comparison[]) => {
  for (const comparison of comparisons) send({ comparison });
};
const stage = (text: string) => send({ stage: text });

stage('程序与裸服务器 / the program and the bare server');
const appFile = copy('app.db');
const app = await startApp({ databaseUrl: `file:${appFile}`, dataDir: path.join(input.folder, 'uploads') });
const tokens = await tokensOver(app, staff);
const ours: Target = { server: app, prefix: '', tokens };
const first = new RawConnection(app.port);
await someOrders(ours, input.quick ? 30 : 0);
const waiting = await oneLife(first, ours, stepNames.slice(0, 5));
first.close();
await effectsDone(appFile);

const disk = new Database(appFile, { readonly: true });
const codes = disk.prepare('select code from orders order by id desc limit 25').pluck().all() as string[];
const size = disk.prepare('select count(*) from orders').pluck().get() as number;
disk.close();
const orderPaths = codes.map((code) => `/orders/${code}`);
const listPath = '/orders?view=all&limit=20';
const trackPath = `/track/${waiting.queryCode}`;

// The recorder and the bare server work on copies of what the program reads now.
const still = new Database(appFile);
const recordFile = path.join(input.folder, 'record.db');
const bareFile = path.join(input.folder, 'bare.db');
const commandFile = path.join(input.folder, 'command.db');
const statementFile = path.join(input.folder, 'statement.db');
for (const file of [recordFile, bareFile, commandFile, statementFile]) await still.backup(file);
still.close();
const recorder = await openInProcess(`file:${recordFile}`);
const readPaths = {
  ...Object.fromEntries([...orderPaths, listPath].map((p) => [p, 'limin' as const])),
  [trackPath]: null,
};
const recorded = await recordPlan(recorder, bareFile, readPaths);
await recorder.engine.close();
const { plan } = recorded;

const trackPage = `/t/${waiting.queryCode}`;
plan.reads['/'] = { statements: [], page: await pageOf(app, '/') };
plan.reads[trackPage] = {
  statements: plan.reads[`/api/v1${trackPath}`]?.statements ?? [],
  page: await pageOf(app, trackPage),
};
const bare = await startBare(input.folder, plan);
send({
  orders: size,
  transactionsPerLife: recorded.transactionsPerLife,
  effectTransactions: recorded.effectTransactions,
});

stage('读 / reads');
const requests = (paths: string[], token?: string) => paths.map((at) => requestBytes('GET', at, token));
const api = (at: string) => `/api/v1${at}`;
for (const { what, list, token } of [
  { what: 'GET /orders/{code}', list: orderPaths.map(api), token: tokens.limin },
  { what: 'GET /orders, 20 rows', list: [api(listPath)], token: tokens.limin },
  { what: 'GET /track/{code}', list: [api(trackPath)] },
  { what: '/t/CODE, T0 page', list: [trackPage] },
  { what: '/, home page', list: ['/'] },
]) {
  const bytes = requests(list, token);
  const ceiling = { what, unit: 'requests/s', measure: readsOver(bare, bytes) };
  report(await alternate(timing, readsOver(app, bytes), [ceiling]));
}

stage('一单到底，经 HTTP / lifecycles over HTTP');
const bareLives = (manner: string) => livesOver({ server: bare, prefix: `/${manner}`, tokens: {} });
const oursAlone: typeof timing = { ...timing, seconds: timing.seconds * 1.5 };
report(
  await alternate(oursAlone, livesWithEffects(ours, appFile), [
    { what: 'lifecycles over HTTP with all effects', unit: 'lifecycles/s', measure: bareLives('effects') },
  ]),
);
report(
  await alternate(
    oursAlone,
    async (seconds) => {
      const measured = await livesOver(ours)(seconds);
      await effectsDone(appFile);
      return measured;
    },
    [
      { what: 'lifecycles over HTTP', unit: 'lifecycles/s', measure: bareLives('own') },
      { what: '… beside grouped commits', unit: 'lifecycles/s', measure: bareLives('grouped') },
    ],
  ),
);

await app.stop();
await bare.stop();

stage('一单到底，不经 HTTP / lifecycles by commands');
const program = await openInProcess(`file:${commandFile}`);
const writer = new BareWriter(durable(new Database(statementFile)), plan.replay);
report(
  await alternate(timing, await livesByCommands(program), [
    { what: 'lifecycles by commands', unit: 'lifecycles/s', measure: livesByStatements(writer, 1) },
    {
      what: '… beside grouped commits',
      unit: 'lifecycles/s',
      measure: livesByStatements(writer, 16),
    },
  ]),
);
await program.engine.close();

if (input.loadSeconds !== null) {
  const { tables, orders, events, rows } = historyRows(input.database);
  const seconds = Array.from({ length: 5 }, () => insertBare(copy('load.db'), tables));
  const ratios = seconds.map((s) => s / (input.loadSeconds ?? Number.NaN));
  for (const [what, count] of [
    ['demo load, orders', orders],
    ['demo load, events', events],
  ] as const) {
    const comparison: Comparison = {
      what,
      unit: `${what.split(' ').at(-1)}/s`,
      ours: count / input.loadSeconds,
      ceiling: count / median(seconds),
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      rounds: 1,
      n: count,
    };
    report([comparison]);
  }
  send({ rows });
}
process.disconnect?.();
