import { rmSync } from 'node:fs';

/** Playwright global teardown: the data folder that playwright.config.ts made for this run. */
export default function teardown() {
  const folder = process.env.E2E_DATA_DIR;
  if (folder?.includes('poyou-e2e-')) rmSync(folder, { recursive: true, force: true });
}
