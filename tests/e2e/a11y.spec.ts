import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Visit } from '../support/e2e';
import { goTo, stops } from '../support/e2e-pages';
import { report } from '../support/e2e-resident';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const looks = [
  { mode: 'standard', locale: 'zh-CN' },
  { mode: 'elder', locale: 'en' },
  { mode: 'elder', locale: 'zh-CN' },
  { mode: 'standard', locale: 'en' },
];
/** Residents' pages in every look; staff pages in each size and each language once. */
const looksFor = (role: string) => (role === '' ? looks : looks.slice(0, 2));

async function violationsOn(page: Page): Promise<string[]> {
  // As tall as the page: what lies behind the fixed bar only until one scrolls is not hidden.
  const { width } = page.viewportSize() ?? { width: 390 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(700, height) });
  const axe = new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .withTags(tags);
  const { violations } = await axe.analyze();
  await page.setViewportSize({ width, height: 844 });
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary ?? rule.help}`),
  );
}

/** Only a resident's pages speak of an order of the test's own. */
async function codeFor(role: string, visit: Visit): Promise<string> {
  if (role) return '';
  return (await report(await visit(), { words: '花坛边的石头松了。', place: /C区.*1号楼/ })).queryCode;
}

const widthOver = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const roles = [...new Set(stops.map((stop) => stop.as ?? ''))];

test.describe('every page for everybody', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  test.slow();
  test.use({ allowedNoise: [/status of 40[34]/] });

  for (const role of roles) {
    const own = stops.filter((stop) => (stop.as ?? '') === role);
    const who = role || 'a resident';

    test(`axe finds nothing on the pages of ${who}`, async ({ visit }) => {
      const queryCode = await codeFor(role, visit);
      const found: string[] = [];
      for (const { mode, locale } of looksFor(role)) {
        const page = await visit(role || undefined, { mode, locale, on: role === 'limin' ? 'desktop' : 'phone' });
        for (const stop of own) {
          // The steps of the report are pages only in the larger sizes.
          if (mode === 'standard' && stop.path.includes('?step=')) continue;
          if (!(await goTo(page, stop, queryCode))) found.push(`${stop.name}: its list is empty`);
          else found.push(...(await violationsOn(page)).map((line) => `${stop.name}, ${mode}, ${locale}: ${line}`));
        }
      }
      expect(found).toEqual([]);
    });

    test(`nothing of ${who} scrolls sideways at 320 px in the largest type`, async ({ visit }) => {
      const queryCode = await codeFor(role, visit);
      const found: string[] = [];
      for (const locale of ['zh-CN', 'en']) {
        const page = await visit(role || undefined, { mode: 'xl', locale });
        await page.setViewportSize({ width: 320, height: 700 });
        for (const stop of own) {
          await goTo(page, stop, queryCode);
          const over = await widthOver(page);
          if (over > 0) found.push(`${stop.name}, ${locale}: ${over} px too wide`);
        }
      }
      expect(found).toEqual([]);
    });
  }
});
