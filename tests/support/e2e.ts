import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { say } from './e2e-words';

type Device = 'phone' | 'desktop';
type Saved = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One password for all accounts of a database that the demo made. */
export const demoPassword = 'poli-2024-demo';

const devices: Record<Device, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
};

/** Opens a browser of its own for one person: nobody, or whoever has that account. */
export type Visit = (
  account?: string,
  options?: { on?: Device; script?: boolean; mode?: string; locale?: string },
) => Promise<Page>;

function listen(context: BrowserContext, noise: string[]): void {
  context.on('console', (message) => {
    const level = message.type();
    if (level === 'error' || level === 'warning')
      noise.push(`console ${level}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => noise.push(`page error: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) noise.push(`${response.status()} from ${response.url()}`);
  });
}

export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel(say('login.account')).fill(account);
  await page.getByLabel(say('login.password')).fill(demoPassword);
  await page.getByRole('button', { name: say('login.send'), exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/**
 * Playwright's `test` for this project: it fails when a page throws, complains on its console, or gets a 5xx answer.
 * A test that provokes a complaint names it: `test.use({ allowedNoise: [/status of 409/] })`.
 */
export const test = base.extend<
  { allowedNoise: RegExp[]; noise: string[]; quietPages: undefined; visit: Visit },
  { sessions: Map<string, Saved> }
>({
  allowedNoise: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  noise: async ({}, use) => use([]),
  quietPages: [
    async ({ context, allowedNoise, noise }, use) => {
      listen(context, noise);
      await use(undefined);
      expect(
        noise.filter((line) => !allowedNoise.some((pattern) => pattern.test(line))),
        'noise of the pages',
      ).toEqual([]);
    },
    { auto: true },
  ],
  // Signing in costs a password hash; each worker does it once for an account.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  visit: async ({ browser, noise, sessions }, use, info) => {
    const opened: BrowserContext[] = [];
    await use(async (account, { on, script = true, mode, locale } = {}) => {
      const device = on ?? (info.project.name === 'desktop' ? 'desktop' : 'phone');
      const kept = account ? sessions.get(account) : undefined;
      const context = await browser.newContext({ ...devices[device], javaScriptEnabled: script, storageState: kept });
      opened.push(context);
      listen(context, noise);
      const url = info.project.use.baseURL ?? '';
      for (const [name, value] of Object.entries({ mode, locale })) {
        if (value) await context.addCookies([{ name, value, url }]);
      }
      const page = await context.newPage();
      if (account && !kept) {
        await signIn(page, account);
        const { cookies } = await context.storageState();
        const session = cookies.filter((cookie) => cookie.name.includes('session-token'));
        sessions.set(account, { cookies: session, origins: [] });
      }
      return page;
    });
    for (const context of opened) await context.close();
  },
});

export { expect };
