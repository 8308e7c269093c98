import type { Page } from '@playwright/test';
import accounts from '../../seeds/demo/accounts.json' with { type: 'json' };
import { expect, test, type Visit } from '../support/e2e';
import { violationsOn } from '../support/e2e-axe';
import { type Bar, fits, lookAt, lookInForced, spreadText } from '../support/e2e-checks';
import { tabThrough } from '../support/e2e-focus';
import { goTo, type Stop, stops } from '../support/e2e-pages';
import { report } from '../support/e2e-resident';
import { deadEnds, type Way, waysOn } from '../support/e2e-ways';

const modes = ['standard', 'elder', 'xl'] as const;
type Mode = (typeof modes)[number];
const locales = ['zh-CN', 'en'];

/** Their screens are those of a desktop; everybody else has a phone in the hand. */
const deskRoles = ['limin', 'chenchen', 'admin', 'auditor'];
/**
 * The secretary writes down the parties of a mediation and the legal duty roster, a representative and a grid worker who
 * asked them to report, on a phone as well.
 */
const typesForOthers = [...deskRoles, 'shuji', 'sunxiuying', 'zhaoqiang'];
const roles = [...new Set(stops.map((stop) => stop.as ?? ''))];
const isResidents = (role: string) => role === '' || role === 'wangguilan';

/** Only a resident's pages speak of an order of the test's own. */
async function codeFor(role: string, page: Page): Promise<string> {
  if (role) return '';
  return (await report(page, { words: '花坛边的石头松了。', place: /C区.*1号楼/ })).queryCode;
}

/** What residents, volunteers, handlers and verifiers press: 44, in the larger sizes 60. At the desk, by mouse: 28. */
function leastTarget(role: string, mode: Mode): number {
  if (deskRoles.includes(role)) return mode === 'standard' ? 28 : 44;
  return mode === 'standard' ? 44 : 60;
}

const barOf = (role: string, stop: Stop, mode: Mode, locale: string): Bar => ({
  locale,
  target: leastTarget(role, mode),
  isResident: isResidents(role),
  isPaper: stop.isPaper ?? false,
  isForOthers: typesForOthers.includes(role),
  names: accounts.map(({ name }) => name),
});

/** Everything that is asked of one page in one look. */
async function look(page: Page, role: string, stop: Stop, mode: Mode, locale: string): Promise<string[]> {
  const found = await lookAt(page, barOf(role, stop, mode, locale));
  if (mode !== 'xl' || isResidents(role)) found.push(...(await violationsOn(page)));
  if (stop.isPaper) return found;
  // Each of these once is enough: in the look in which it is hardest.
  if (mode === 'standard' && locale === 'zh-CN') {
    found.push(...(await tabThrough(page)), ...(await lookInForced(page)));
    // 200 % and 400 % of a window of 1280.
    for (const width of [640, 320]) found.push(...(await fitsAt(page, width)));
  }
  if (mode === 'xl') {
    await spreadText(page);
    found.push(...(await fitsAt(page, 320)));
  }
  return found;
}

async function fitsAt(page: Page, width: number): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width, height: 700 });
  const found = await fits(page);
  if (size) await page.setViewportSize(size);
  return found.map((line) => `at ${width} px: ${line}`);
}

interface Walk {
  role: string;
  locale: string;
  queryCode: string;
  ways: Way[];
}

/** `ways` takes what the page offers; in elder mode there are pages that the other sizes have not. */
async function visitStop(page: Page, own: Walk, stop: Stop, mode: Mode): Promise<string[]> {
  const { role, locale, queryCode, ways } = own;
  if (!(await goTo(page, stop, queryCode))) return ['its list is empty'];
  const found = await look(page, role, stop, mode, locale);
  if (mode !== 'xl' && locale === 'zh-CN') {
    const offered = await waysOn(page, stop.name);
    ways.push(...offered.ways);
    found.push(...offered.dead);
  }
  await stop.closing?.(page);
  return found;
}

async function walk(visit: Visit, role: string, locale: string): Promise<string[]> {
  const own = stops.filter((stop) => (stop.as ?? '') === role);
  const page = await visit(role || undefined, { on: deskRoles.includes(role) ? 'desktop' : 'phone' });
  page.setDefaultTimeout(10_000);
  const queryCode = await codeFor(role, page);
  const found: string[] = [];
  const ways: Way[] = [];
  for (const mode of modes) {
    const url = test.info().project.use.baseURL ?? '';
    await page.context().addCookies(Object.entries({ mode, locale }).map(([name, value]) => ({ name, value, url })));
    for (const stop of own) {
      if (stop.once && (mode !== 'standard' || locale !== 'zh-CN')) continue;
      // The steps of the report are pages only in the larger sizes, and there it is no single form.
      if (mode === 'standard' ? stop.path.includes('?step=') : stop.onePage) continue;
      const lines = await visitStop(page, { role, locale, queryCode, ways }, stop, mode).catch(({ message }: Error) => [
        message,
      ]);
      found.push(...lines.map((line) => `${stop.name}, ${mode}, ${locale}: ${line}`));
    }
  }
  return [...found, ...(await deadEnds(page, ways))];
}

test.describe('every page for everybody', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  test.setTimeout(300_000);
  test.use({ allowedNoise: [/status of (403|404|422)/] });

  for (const role of roles) {
    for (const locale of locales) {
      test(`the pages of ${role || 'a resident'} can be seen, reached and read, ${locale}`, async ({ visit }) => {
        expect(await walk(visit, role, locale)).toEqual([]);
      });
    }
  }
});
