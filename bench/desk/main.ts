// Started by scripts/bench.mjs on a database that it made: a day of new orders, dispatched in a browser by keyboard alone,
// each beside a bare round trip of the same browser: a form that is posted, a redirect, and an empty page.

import { copyFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { newId } from '@/lib/kernel/ids';
import { benchSecrets, startApp } from '../app-server';
import { openBrowser } from '../pages/phone';
import { median } from '../rounds';

export interface DeskInput {
  folder: string;
  database: string;
  quick: boolean;
  browser: string;
}

const input = JSON.parse(process.env.BENCH_INPUT ?? '{}') as DeskInput;
Object.assign(process.env, benchSecrets, { NO_LIMITS: '1', APP_MODE: 'demo' });
const many = input.quick ? 20 : 300;
const everyBare = 10;
const send = (message: object) => process.send?.(message);

const items = ['0802', '0402', '0701', '0601', '0804', '1201'];

async function newOrders(base: string): Promise<void> {
  for (let i = 0; i < many; i++) {
    const answer = await fetch(`${base}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        item: items[i % items.length],
        words: `第${i + 1}件：门口有东西挡路，请来看看。`,
        place: { areaCode: '320371003208005-05', detail: `2单元${100 + i}室` },
        contact: { name: '测试人', phone: `100740${String(i).padStart(5, '0')}` },
        clientId: newId(),
      }),
    });
    if (!answer.ok) throw new Error(`order ${i} was answered ${answer.status}: ${await answer.text()}`);
  }
}

/** The least that any such step costs: POST, 303, GET of a page with one field that has the focus. */
function startFloor(): Promise<{ base: string; stop: () => void }> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') return response.writeHead(303, { location: `/?${newId()}` }).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(
      '<!doctype html><link rel="icon" href="data:,"><form method="post"><button autofocus>a</button></form>',
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ base: `http://127.0.0.1:${port}`, stop: () => server.close() });
    });
  });
}

async function bareStep(page: Page): Promise<number> {
  const before = page.url();
  const from = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
  return performance.now() - from;
}

const paneCode = (page: Page) => page.locator('.queue-pane input[name="code"]').first().inputValue();
const waitingIn = (page: Page) => page.locator('.queue-list .row-current').count();

/** Two keys: the first of the candidates, and 受理并派单; it is done when the next order stands in the pane. */
async function dispatchOne(page: Page): Promise<number> {
  const code = await paneCode(page);
  const from = performance.now();
  await page.keyboard.press('1');
  await page.keyboard.press('a');
  await page.waitForURL((url) => url.searchParams.get('of') === code);
  return performance.now() - from;
}

const database = path.join(input.folder, 'desk.db');
copyFileSync(input.database, database);
const app = await startApp({ databaseUrl: `file:${database}`, dataDir: path.join(input.folder, 'desk-uploads') });
const floor = await startFloor();
const browser = await openBrowser(input.browser);
try {
  send({ stage: `${many} 件新工单 / new orders` });
  await newOrders(app.base);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${app.base}/login?next=/desk`);
  for (const [name, value] of [
    ['account', 'limin'],
    ['password', 'poli-2024-demo'],
  ] as const) {
    await page.locator(`[name="${name}"]`).focus();
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk/);
  const bare = await context.newPage();
  await bare.goto(floor.base);
  const steps: number[] = [];
  const bares: number[] = [];
  await bare.bringToFront();
  for (let i = 0; i < everyBare; i++) await bareStep(bare);
  await page.bringToFront();
  while (steps.length < many && (await waitingIn(page)) > 0) {
    steps.push(await dispatchOne(page));
    // The desk takes a second press within 0.7 s for a slip of the same finger.
    await page.waitForTimeout(700);
    if (steps.length % everyBare > 0) continue;
    await bare.bringToFront();
    bares.push(await bareStep(bare));
    await page.bringToFront();
    send({ round: { round: steps.length, of: many } });
  }
  const sorted = [...steps].sort((a, b) => a - b);
  send({
    desk: {
      orders: steps.length,
      keys: 2,
      medianMs: median(steps),
      p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
      bareMs: median(bares),
    },
  });
} finally {
  await browser.close();
  await app.stop();
  floor.stop();
}
process.disconnect?.();
