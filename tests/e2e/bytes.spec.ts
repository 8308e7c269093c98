import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { report } from '../support/e2e-resident';

const kB = (bytes: number) => Math.round(bytes / 102.4) / 10;

/** What a page brings along, gzipped as a server in front would send it, in kB. */
async function weigh(page: Page, path: string): Promise<{ html: number; js: number; css: number }> {
  const sums = { html: 0, js: 0, css: 0 };
  const reads: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    const part = kind === 'document' ? 'html' : kind === 'script' ? 'js' : kind === 'stylesheet' ? 'css' : null;
    if (!part || response.status() >= 300) return;
    reads.push(
      response.body().then((body) => {
        sums[part] += gzipSync(body, { level: 6 }).length;
      }),
    );
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(reads);
  return { html: kB(sums.html), js: kB(sums.js), css: kB(sums.css) };
}

test.describe('resident pages stay light', { tag: '@phone' }, () => {
  for (const path of [
    '/',
    '/report',
    '/mine',
    '/me',
    '/grid?point=PL-C05',
    '/cases',
    '/help',
    '/a11y',
    '/privacy',
    '/settings/display',
  ]) {
    test(`${path} within its budget`, async ({ visit }) => {
      const weight = await weigh(await visit(), path);
      test.info().annotations.push({ type: 'kB gzipped', description: JSON.stringify(weight) });
      expect(weight.js).toBeLessThanOrEqual(160);
      expect(weight.css).toBeLessThanOrEqual(12);
      expect(weight.html).toBeLessThanOrEqual(16);
    });
  }

  test('the page of an order: one request, no script, ten kilobytes', async ({ visit }) => {
    const page = await visit();
    const { queryCode } = await report(page, { words: '长椅的木条断了一根。', place: /C区.*1号楼/ });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    const weight = await weigh(page, `/t/${queryCode}`);
    test.info().annotations.push({ type: 'kB gzipped', description: JSON.stringify(weight) });
    expect(weight.js).toBe(0);
    expect(weight.html).toBeLessThanOrEqual(10);
    await expect(page.locator('script')).toHaveCount(0);
    expect(requests.filter((path) => !/favicon|icon\.svg/.test(path))).toEqual([`/t/${queryCode}`]);
  });
});
