// npm run bench [-- --quick]
// Measures the program beside bare node:http and bare SQLite in the same run, and the resident's pages against their
// budgets. Its own database, folder and ports on the loopback address; stops by itself.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { build, buildIsCurrent } from './build.mjs';
import { demoFiles, load } from './demo-data.mjs';
import { ensurePackages, followParent, nodeTooOld, root, which } from './machine.mjs';
import { progressBar, seconds, table, ticking } from './progress.mjs';

const say = (line = '') => process.stdout.write(`${line}\n`);
function fail(lines) {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg !== '--quick');
if (unknown.length > 0) fail([`不认识 / unknown: ${unknown.join(' ')}; --quick`]);
const quick = args.includes('--quick');

const tooOld = nodeTooOld();
if (tooOld) fail([tooOld]);
const problems = ensurePackages(say);
if (problems.length > 0) fail(problems);

const begun = Date.now();
const folder = mkdtempSync(path.join(tmpdir(), 'poyou-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

if (!buildIsCurrent()) {
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

const number = (value) => (value >= 100 ? Math.round(value).toString() : value.toFixed(1));
const ratio = (value) => (value >= 0.1 ? value.toFixed(2) : value.toFixed(3));
const comparisons = [];
const pages = [];
const facts = {};

function take(message) {
  if (message.stage) say(message.stage);
  else if (message.comparison) comparisons.push(message.comparison);
  else if (message.page) pages.push(message.page);
  else Object.assign(facts, message);
}

function printComparisons() {
  const head = ['', 'ours', 'ceiling', 'ratio', 'spread', 'n', ''];
  const rows = comparisons.map((c) => [
    c.what,
    number(c.ours),
    number(c.ceiling),
    ratio(c.ratio),
    c.rounds > 1
      ? `${ratio(c.spread[0])}–${ratio(c.spread[1])} of ${c.rounds}`
      : `${ratio(c.spread[0])}–${ratio(c.spread[1])}`,
    String(c.n),
    c.unit,
  ]);
  for (const line of table([head, ...rows])) say(line);
}

function printPages() {
  const cell = (is, most) => (most === 0 ? `${is} / 0` : `${is} / ${most} = ${ratio(is / most)}`);
  const head = ['', 'HTML', 'JS', 'CSS', ''];
  const rows = pages.map(({ path: at, tier, budget, html, js, css }) => {
    const over = html > budget.html || js > budget.js || css > budget.css;
    return [at, cell(html, budget.html), cell(js, budget.js), cell(css, budget.css), over ? `${tier} OVER` : tier];
  });
  for (const line of table([head, ...rows])) say(line);
}

let database = path.join(folder, 'community.db');
let loadSeconds = null;
if (quick) {
  const code = await runTs('bench/make-community.ts', { DATABASE_URL: `file:${database}` }, () => {});
  if (code !== 0) process.exit(code);
} else {
  const files = demoFiles(folder);
  say('演示数据 / the demo load');
  loadSeconds = await loadDemo(files);
  database = files.database;
}

const browser = findBrowser();
const input = JSON.stringify({ folder, database, quick, browser, loadSeconds });
const code = await runTs('bench/main.ts', { DATABASE_URL: `file:${database}`, BENCH_INPUT: input }, take);

say();
const cores = pinned.length > 0 ? `2 of ${cpus().length} cores` : `${availableParallelism()} cores`;
say(
  `${cores}, ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.versions.node}, ${facts.orders ?? 0} orders${quick ? ', quick: too short for claims' : ''}`,
);
say(
  `ceiling: bare node:http and better-sqlite3, synchronous=FULL, ${facts.transactionsPerLife} transactions a lifecycle, ${facts.effectTransactions} for its effects`,
);
say();
printComparisons();
say();
if (pages.length > 0) {
  say('kB gzipped on the wire, of the budget / 页面字节与预算');
  printPages();
} else if (!browser) say('no Chrome or Chromium: bytes of the pages were not measured');
say();
say(seconds(Date.now() - begun));
process.exit(code);
