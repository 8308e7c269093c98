import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

/** One line of output of a little Node program, for what this file needs at once and Node only gives later. */
const ask = (code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  }).trim();

// Read again in every worker; what was chosen first is handed down in the environment.
process.env.E2E_PORT ??= ask(`import { freePort } from './scripts/machine.mjs'; console.log(await freePort());`);
process.env.CHROME_PATH ??= ask(
  `import { findBrowser } from './scripts/browser.mjs'; console.log(findBrowser() ?? '');`,
);
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'poyou-e2e-'));
// Playwright sets FORCE_COLOR for the server, and Node complains when it finds both.
delete process.env.NO_COLOR;

const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalTeardown: './tests/support/e2e-teardown.ts',
  workers: 2,
  // A test that passes at the second try has failed.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }],
    ['./tests/support/e2e-server-words.ts'],
  ],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // `@phone`: a test that opens the device of each person itself runs once.
  projects: [
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    // The production build on a demo community of its own; many sign-ins from one address must not be throttled here.
    command: 'node scripts/demo.mjs --e2e --no-limits',
    url: `${baseURL}/api/v1/health`,
    env: { PORT: process.env.E2E_PORT, DATA_DIR: process.env.E2E_DATA_DIR },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'ignore',
    // The reporter above reads it.
    stderr: 'pipe',
  },
});
