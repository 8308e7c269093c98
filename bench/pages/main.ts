// Started by scripts/bench.mjs on a database that it made: loads the pages of every tier on a slow phone, round after
// round, each round beginning with a bare page, and sends the medians to it as messages.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { benchSecrets, startApp } from '../app-server';
import type { BarePlan } from '../bare-server';
import { makeMatters } from '../matters';
import { median } from '../rounds';
import { startBare } from '../start-bare';
import { budgets, type Tier, type Weight } from './budgets';
import { nameOf, pathOf, tierPages } from './list';
import { makePageOrders } from './page-orders';
import { openBrowser, openPhone, sendReport, slowness } from './phone';
import { type Reading, readPage } from './read-page';

export interface PagesInput {
  folder: string;
  /** A database with 坡里 and, in the full run, the history of the demo with its photos in `uploads`. */
  database: string;
  uploads: string;
  /** Once, in place of five times. */
  quick: boolean;
  /** On the old phone and the bad line; else as fast as the machine is, which only shows that every page can be measured. */
  slow: boolean;
  browser: string;
}

/** The medians of a page; what the bare page has is beside them in the same run. */
export interface PageResult extends Omit<Reading, 'weight'> {
  name: string;
  tier: Tier | null;
  weight: Weight;
  /** LCP by the bare page's LCP, taken within each round. */
  toFloor: number;
  rounds: number;
}

/** The floor: a page that needs one request and nothing else. */
const barePath = '/bare-page';
const barePage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>坡里</title><h1>坡里社区</h1><p>一页一个请求，没有样式，没有脚本。</p></html>`;

const input = JSON.parse(process.env.BENCH_INPUT ?? '{}') as PagesInput;
Object.assign(process.env, benchSecrets, { NO_LIMITS: '1', APP_MODE: 'demo' });
const send = (message: object) => process.send?.(message);
const rounds = input.quick ? 1 : 5;

const database = path.join(input.folder, 'pages.db');
copyFileSync(input.database, database);
if (input.quick) await makeMatters(`file:${database}`);
const app = await startApp({ databaseUrl: `file:${database}`, dataDir: input.uploads });
const queryCode = await makePageOrders(app, { history: !input.quick });

const plan: BarePlan = {
  database,
  replay: { requests: {}, slots: [] },
  answers: {},
  reads: { [barePath]: { statements: [], page: { type: 'text/html; charset=utf-8', text: barePage } } },
};
const bare = await startBare(input.folder, plan);

interface Target {
  name: string;
  tier: Tier | null;
  context: BrowserContext;
  url: string;
  presses?: string[];
  readings: Reading[];
}

/** One after the other: a page beside another one is not painted, and waits for the processor. */
async function readAll(targets: Target[]): Promise<void> {
  for (const { name, context, url, presses, readings } of targets) {
    const reading = await readPage(context, url, { slow: input.slow, presses }).catch((cause) => {
      throw new Error(`${name || url} could not be measured`, { cause });
    });
    readings.push(reading);
  }
}

const browser = await openBrowser(input.browser);
try {
  const phones = new Map<string, BrowserContext>();
  const anybody = await openPhone(browser, app.base);
  const receipt = await sendReport(anybody);
  const targets: Target[] = [];
  for (const page of tierPages.filter(({ weighedOnly }) => !weighedOnly)) {
    const context = page.as ? (phones.get(page.as) ?? (await openPhone(browser, app.base, page.as))) : anybody;
    if (page.as) phones.set(page.as, context);
    const found = await pathOf(page, context.request);
    const url = app.base + found.replace('DONE', receipt).replace('CODE', queryCode);
    // The first look at a page loads its code into the server.
    await context.request.get(url);
    targets.push({ name: nameOf(page), tier: page.tier, context, url, presses: page.presses, readings: [] });
  }
  const floor: Target = { name: '', tier: null, context: anybody, url: bare.base + barePath, readings: [] };
  await readPage(anybody, floor.url, { slow: input.slow });

  for (let round = 1; round <= rounds; round++) {
    send({ round: { round, of: rounds } });
    await readAll([floor, ...targets]);
  }

  const floors = floor.readings.map(({ lcp }) => lcp);
  for (const { name, tier, readings } of [floor, ...targets]) {
    const middle = (of: (reading: Reading) => number) => median(readings.map(of));
    const worst = readings.reduce((a, b) => (b.inp > a.inp ? b : a)).worst;
    const result: PageResult = {
      name,
      tier,
      weight: readings[0]?.weight ?? { html: Number.NaN, js: Number.NaN, css: Number.NaN },
      lcp: middle(({ lcp }) => lcp),
      tbt: middle(({ tbt }) => tbt),
      inp: middle(({ inp }) => inp),
      cls: middle(({ cls }) => cls),
      worst,
      toFloor: median(readings.map(({ lcp }, round) => lcp / (floors[round] ?? Number.NaN))),
      rounds,
    };
    send({ page: { ...result, budget: tier && budgets[tier] } });
  }
  send({ slowness: input.slow ? slowness : null });
} finally {
  await browser.close();
  await app.stop();
  await bare.stop();
}
process.disconnect?.();
