// npm run bench [-- --quick] [--pages | --scale [--database=postgres://…]]
// Measures the program beside bare node:http and bare SQLite in the same run, and the pages of every tier in a real
// browser against their budgets; with --pages only these. --quick is short, and its pages are not slowed down unless
// they are all that is asked for. With --scale only what the desk asks, with 20,000 and with 200,000 orders behind it, in a
// SQLite file of its own or in the empty PostgreSQL database that is named. Its own database, folder and ports on the loopback address; stops by itself.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { bytesTable, comparisonTable, scaleTable, vitalsTable } from './bench-tables.mjs';
import { findBrowser } from './browser.mjs';
import { build, buildIsCurrent } from './build.mjs';
import { demoFiles, load } from './demo-data.mjs';
import { ensurePackages, followParent, nodeTooOld, root, which } from './machine.mjs';
import { progressBar, seconds, ticking } from './progress.mjs';

const say = (line = '') => process.stdout.write(`${line}\n`);
function fail(lines) {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

const args = process.argv.slice(2);
const given = args.find((arg) => arg.startsWith('--database='))?.slice('--database='.length);
const unknown = args.filter((arg) => !['--quick', '--pages', '--scale', `--database=${given}`].includes(arg));
if (unknown.length > 0) fail([`不认识 / unknown: ${unknown.join(' ')}; --quick, --pages, --scale, --database=`]);
if (given !== undefined && !(args.includes('--scale') && given.startsWith('postgres')))
  fail([
    '--database=postgres://… 只和 --scale 一起用，填一个空库。 / goes with --scale alone, and names an empty database.',
  ]);
const quick = args.includes('--quick');
const pagesOnly = args.includes('--pages');
const browser = findBrowser();
if (pagesOnly && !browser)
  fail(['没有 Chrome 或 Chromium，量不了页面。 / no Chrome or Chromium to measure pages with.']);

const tooOld = nodeTooOld();
if (tooOld) fail([tooOld]);
const problems = ensurePackages(say);
if (problems.length > 0) fail(problems);

const begun = Date.now();
const folder = mkdtempSync(path.join(tmpdir(), 'poyou-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const scaleOnly = args.includes('--scale');
if (!scaleOnly && !buildIsCurrent()) {
  const stop = ticking('构建 / building');
  let output = '';
  const code = await build({ typesChecked: true, onOutput: (text) => (output += text) });
  stop();
  if (code !== 0) fail([output, '构建失败，见上。 / The build failed, see above.']);
}

// The same secrets in every process that touches the bench's database.
const secrets = {
  CODE_SECRET: 'a secret of the bench and the tests alone',
  NEXTAUTH_SECRET: 'another secret of the bench and the tests',
};

/** Two cores, as the claims say, also where the machine has more. */
const pinned =
  process.platform === 'linux' && availableParallelism() > 2 && which('taskset') ? ['taskset', '-c', '0,1'] : [];

/** Runs one TypeScript file with messages; `onMessage` gets each. @returns the exit code */
function runTs(file, env, onMessage) {
  const [command, ...rest] = [
    ...pinned,
    process.execPath,
    ...followParent,
    path.join(root, 'scripts', 'run-ts.mjs'),
    file,
  ];
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...process.env, ...secrets, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', onMessage);
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** The demo's own load, timed from its first order to its last. */
async function loadDemo(files) {
  const bar = progressBar();
  let from = 0;
  let until = 0;
  const loaded = await load(files, { ...secrets, APP_MODE: 'demo' }, (percent, text) => {
    if (from === 0 && text.includes('orders')) from = performance.now();
    if (until === 0 && from > 0 && !text.includes('orders')) until = performance.now();
    bar.to(percent, text);
  });
  bar.done();
  if (!loaded) fail(['演示数据没有生成完，见上。 / The demo data was not finished, see above.']);
  return (until - from) / 1000;
}

const comparisons = [];
const pages = [];
const facts = {};

function take(message) {
  if (message.stage) say(message.stage);
  else if (message.comparison) comparisons.push(message.comparison);
  else if (message.page) pages.push(message.page);
  else if (message.round) say(`  ${message.round.round} / ${message.round.of}`);
  else Object.assign(facts, message);
}

/** Which machine it was, how busy, and whether its numbers count. */
function machine() {
  const cores = pinned.length > 0 ? `2 of ${cpus().length} cores` : `${availableParallelism()} cores`;
  const [busy] = loadavg();
  return `${cores}, ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.versions.node}, load ${busy.toFixed(1)}${quick ? ', quick: too short for claims' : ''}`;
}

/** Says each line, with an empty one before the first. */
const print = (...lines) => {
  for (const line of ['', ...lines]) say(line);
};

/** What the desk asks at both sizes, in this process' own child and no server: nothing has to be built for it. */
async function measureScale() {
  const sizes = quick ? [600, 2_000] : [20_000, 200_000];
  const asked = [];
  let bar = progressBar();
  const env = {
    NO_LIMITS: '1',
    APP_MODE: 'demo',
    DATABASE_URL: given ?? `file:${path.join(folder, 'scale.db')}`,
    BENCH_INPUT: JSON.stringify({ sizes, quick }),
  };
  const code = await runTs('bench/scale/main.ts', env, ({ filled, stage, scale }) => {
    if (filled) bar.to(Math.round((filled.done / filled.of) * 100), `${filled.done} / ${filled.of} 件 orders`);
    if (stage) {
      bar.done();
      bar = progressBar();
      say(stage);
    }
    if (scale) asked.push(scale);
  });
  if (code !== 0) process.exit(code);
  print(machine());
  print('ceiling: the same rows by their primary keys, or counted off one index, through the same handle', '');
  for (const line of scaleTable(asked, sizes)) say(line);
  print(seconds(Date.now() - begun));
  process.exit(0);
}

if (scaleOnly) await measureScale();

let database = path.join(folder, 'community.db');
let uploads = path.join(folder, 'uploads');
let loadSeconds = null;
if (quick) {
  const code = await runTs('bench/make-community.ts', { DATABASE_URL: `file:${database}` }, () => {});
  if (code !== 0) process.exit(code);
} else {
  const files = demoFiles(folder);
  say('演示数据 / the demo load');
  loadSeconds = await loadDemo(files);
  ({ database, uploads } = files);
}

/** Runs a part of the bench. @returns the exit code */
const part = (file, input) =>
  runTs(
    file,
    { DATABASE_URL: `file:${database}`, BENCH_INPUT: JSON.stringify({ folder, database, quick, ...input }) },
    take,
  );

let code = 0;
if (!pagesOnly) {
  say('找重复 / finding duplicates');
  code = await runTs('bench/similar/main.ts', {}, () => {});
}
if (!pagesOnly && code === 0) code = await part('bench/main.ts', { loadSeconds });
if (browser && code === 0) {
  say('页面 / pages');
  code = await part('bench/pages/main.ts', { uploads, browser, slow: !quick || pagesOnly });
}

print(machine());
if (comparisons.length > 0) {
  print(
    `${facts.orders} orders; ceiling: bare node:http and better-sqlite3, synchronous=FULL, ${facts.transactionsPerLife} transactions a lifecycle, ${facts.effectTransactions} for its effects`,
  );
  print(...comparisonTable(comparisons));
}
if (pages.length > 0) {
  const { slowness } = facts;
  const how = slowness
    ? `${slowness.megabits} Mbit/s, ${slowness.roundTripMs} ms, CPU ÷${slowness.cpu}`
    : 'neither line nor CPU slowed down: no measure of the budget';
  const often = quick ? 'once' : `median of ${pages[0].rounds}`;
  print('kB gzipped on the wire, of the budget / 页面字节与预算', ...bytesTable(pages));
  print(`390 px, ${how}, nothing cached, ${often} / 页面快慢与预算`, ...vitalsTable(pages, Boolean(slowness)));
} else if (!browser) print('no Chrome or Chromium: the pages were not measured');
print(seconds(Date.now() - begun));
process.exit(code);
