import path from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

const server = base.webServer;
if (!server || Array.isArray(server)) throw new Error('playwright.config.ts starts one server');

/** The demo community and the browser of the end-to-end tests, for pictures instead of assertions. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'contact-sheet.ts',
  outputDir: '../../test-results/screens',
  globalTeardown: '../support/e2e-teardown.ts',
  reporter: [['line']],
  timeout: 600_000,
  projects: [{ name: 'screens' }],
  webServer: { ...server, cwd: path.join(import.meta.dirname, '..', '..') },
});
