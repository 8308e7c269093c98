import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium } from '@playwright/test';

export interface Budget {
  html: number;
  js: number;
  css: number;
}

/** Kilobytes (1000) gzipped: T0 is plain HTML with its style inline, T1 the other pages of residents. */
export const budgets = { T0: { html: 10, js: 0, css: 6 }, T1: { html: 16, js: 160, css: 12 } } satisfies Record<
  string,
  Budget
>;

export interface PageBytes extends Budget {
  path: string;
  tier: keyof typeof budgets;
}

const kilo = (bytes: number) => Math.round(bytes / 100) / 10;

/** What a phone loads for a page, as bytes on the wire by kind; a style inside the page counts as CSS too. */
async function measure(context: BrowserContext, url: string): Promise<Budget> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  if (answer?.status() !== 200) throw new Error(`GET ${url} was answered ${answer?.status()}`);
  const inline = await page.$$eval('style', (styles) => styles.map((style) => style.textContent).join('\n'));
  await page.close();
  return {
    html: kilo(bytes.Document ?? 0),
    js: kilo(bytes.Script ?? 0),
    css: kilo((bytes.Stylesheet ?? 0) + (inline ? gzipSync(inline).length : 0)),
  };
}

/**
 * The resident's pages in a real Chromium on a phone: `done` is reached the way a resident does, by sending a report.
 * @param queryCode of an order that waits for its rating
 */
export async function residentPages(base: string, queryCode: string, browserPath: string): Promise<PageBytes[]> {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      locale: 'zh-CN',
    });
    const sent = await context.newPage();
    await sent.goto(`${base}/report`);
    await sent.fill('[name=words]', '楼道灯坏了三天，老人晚上不敢下楼，请来看看。');
    await sent.selectOption('[name=area]', { index: 1 });
    await sent.check('[name=naming][value=anonymous]', { force: true });
    await sent.click('[name=do][value=submit]');
    await sent.waitForURL(/\/report\/done\//);
    const done = new URL(sent.url()).pathname;
    await sent.close();

    const pages: { path: string; shown?: string; tier: keyof typeof budgets }[] = [
      { path: '/', tier: 'T1' },
      { path: '/report', tier: 'T1' },
      { path: done, shown: '/report/done', tier: 'T1' },
      { path: '/t', tier: 'T1' },
      { path: `/t/${queryCode}`, shown: '/t/CODE', tier: 'T0' },
      { path: `/t/${queryCode}/rate`, shown: '/t/CODE/rate', tier: 'T1' },
    ];
    const measured: PageBytes[] = [];
    for (const { path, shown, tier } of pages) {
      measured.push({ path: shown ?? path, tier, ...(await measure(context, `${base}${path}`)) });
    }
    return measured;
  } finally {
    await browser.close();
  }
}
