import type { Page } from '@playwright/test';
import { budgets, type Tier } from '@/bench/pages/budgets';
import { weigher } from '@/bench/pages/bytes';
import { goQuiet } from '@/bench/pages/go-quiet';
import { nameOf, pathOf, tierPages } from '@/bench/pages/list';
import { expect, test } from '../support/e2e';
import { report } from '../support/e2e-resident';

/** What a page brings along on the wire, noted beside the test and held to the budget of its tier. */
async function weigh(page: Page, path: string, tier: Tier, name = path): Promise<void> {
  const weighed = await weigher(page);
  const answer = await goQuiet(page, path);
  expect(answer?.status(), name).toBe(200);
  const weight = await weighed();
  test.info().annotations.push({ type: `${name}, kB gzipped`, description: JSON.stringify(weight) });
  for (const kind of ['html', 'js', 'css'] as const) {
    expect.soft(weight[kind], `${kind} of ${name}`).toBeLessThanOrEqual(budgets[tier][kind]);
  }
  expect.soft(weight.html, `${name} was weighed`).toBeGreaterThan(1);
}

test.describe('pages stay light', { tag: '@phone' }, () => {
  for (const { path, tier } of tierPages.filter(({ as, path }) => !as && !/CODE|DONE/.test(path))) {
    test(`${path} within its budget`, async ({ visit }) => {
      await weigh(await visit(), path, tier);
    });
  }

  for (const [tier, people] of [
    ['T2', 'volunteers, handlers and verifiers'],
    ['T3', 'the desk and the administration'],
  ] as const) {
    test(`those of ${people} within the budget of ${tier}`, async ({ visit }) => {
      const pages = tierPages.filter((page) => page.tier === tier);
      for (const account of new Set(pages.map(({ as }) => as))) {
        const phone = await visit(account);
        for (const page of pages.filter(({ as }) => as === account)) {
          const tab = await phone.context().newPage();
          await weigh(tab, await pathOf(page, phone.request), tier, nameOf(page));
          await tab.close();
        }
      }
    });
  }

  test('the page of an order: one request, no script, ten kilobytes', async ({ visit }) => {
    const page = await visit();
    const { queryCode } = await report(page, { words: '长椅的木条断了一根。', place: /C区.*1号楼/ });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await weigh(page, `/t/${queryCode}`, 'T0', '/t/CODE');
    await expect(page.locator('script')).toHaveCount(0);
    expect(requests.filter((path) => !/favicon|icon\.svg/.test(path))).toEqual([`/t/${queryCode}`]);
  });
});
