import { createRequire } from 'node:module';
import type AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

// The engine itself, as its package for Playwright brings it: that one opens a second page at every run, which costs
// more than the run.
const require = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const { source } = require('axe-core') as { source: string };
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** What axe finds on a page, a line each. */
export async function violationsOn(page: Page): Promise<string[]> {
  // As tall as the page: what lies behind the fixed bar only until one scrolls is not hidden.
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(700, height) });
  await page.evaluate(source);
  const violations = await page.evaluate(async (options) => {
    const axe = Reflect.get(window, 'axe') as { run(on: Document, options: object): Promise<Results> };
    const { violations } = await axe.run(document, options);
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => [rule.id, node.target.join(' '), node.failureSummary ?? rule.help]),
    );
  }, options);
  await page.setViewportSize(size);
  return violations.map(([id, at, why]) => `${id} at ${at}: ${why}`);
}
