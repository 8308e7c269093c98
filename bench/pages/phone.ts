import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { password } from '../community';

/** An old phone on a bad line. */
export const slowness = { cpu: 4, megabits: 1.6, roundTripMs: 150 };

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** The phone of somebody: of nobody in particular, or signed in. */
export async function openPhone(browser: Browser, base: string, account?: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (!account) return context;
  const page = await context.newPage();
  await page.goto('/login');
  await page.fill('[name=account]', account);
  await page.fill('[name=password]', password);
  await page.press('[name=password]', 'Enter');
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.close();
  return context;
}

/** Makes `page` the page of an old phone on a bad line, until it is closed. */
export async function slowDown(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const bytesPerSecond = (slowness.megabits * 1_000_000) / 8;
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowness.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
}

/** Sends a report as a resident does. @returns the path of its receipt, which this phone may see */
export async function sendReport(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto('/report');
  await page.fill('[name=words]', '楼道灯坏了三天，老人晚上不敢下楼，请来看看。');
  await page.selectOption('[name=area]', { index: 1 });
  await page.check('[name=naming][value=anonymous]', { force: true });
  await page.click('[name=do][value=submit]');
  await page.waitForURL(/\/report\/done\//);
  const { pathname } = new URL(page.url());
  await page.close();
  return pathname;
}
