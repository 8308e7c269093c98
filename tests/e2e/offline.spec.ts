import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/e2e';
import { notAPhoto, type PickedFile } from '../support/e2e-photo';
import { fillReport, readReceipt } from '../support/e2e-resident';
import { say } from '../support/e2e-words';

// The preview of a report asks the server while it is typed, and the line is cut on purpose.
test.use({ allowedNoise: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|error occurred when fetching the script/] });

const place = /C区.*2号楼/;
const submit = (page: Page) => page.getByRole('button', { name: say('report.submit'), exact: true });

/** What 我的事 leads to: the orders that the server has from this browser, each once. */
async function ordersOf(page: Page): Promise<string[]> {
  await page.goto('/mine');
  const links = page.getByRole('main').locator('a[href^="/t/"]');
  await expect(links.first()).toBeVisible();
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(found)];
}

/** As a good camera takes it: larger than what one photo may have. */
async function largePhoto(): Promise<PickedFile> {
  const size = { width: 2600, height: 1950 };
  const noise = randomBytes(size.width * size.height * 3);
  const buffer = await sharp(noise, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(8 * 1024 * 1024);
  return { name: 'large.jpg', mimeType: 'image/jpeg', buffer };
}

test.describe('a report without a network', { tag: '@phone' }, () => {
  test('is kept on the phone, survives a reload, and is sent once when there is one', async ({ visit }) => {
    test.slow();
    const resident = await visit();
    const context = resident.context();
    await resident.goto('/report');
    await context.setOffline(true);
    await fillReport(resident, { words: '没网的时候写的：二楼的灯不亮。', place, photos: [await largePhoto()] });
    await submit(resident).dblclick();
    await expect(resident.getByText(say('outbox.report.kept'))).toBeVisible();
    await expect(resident.getByText(say('outbox.report.one'))).toBeVisible();

    // The line is there, the server is not.
    await context.route('**/report/submit', (route) => route.abort());
    await context.setOffline(false);
    await resident.goto('/');
    await expect(resident.getByText(say('outbox.report.one'))).toBeVisible();
    await context.unroute('**/report/submit');
    await resident.reload();
    await expect(resident.getByText(say('outbox.report.sent'))).toBeVisible();
    await expect(resident.getByText(say('outbox.report.one'))).toBeHidden();
    await resident.getByRole('link', { name: say('outbox.report.open') }).click();
    const { queryCode } = await readReceipt(resident);
    expect(await ordersOf(resident)).toEqual([`/t/${queryCode}`]);
  });

  test('waits beside others, each of which gets its own number', async ({ visit }) => {
    const resident = await visit();
    const context = resident.context();
    const texts = ['垃圾桶满了没人收，味道很大。', '小孩在楼下踢球把玻璃踢碎了。'];
    for (const words of texts) {
      await resident.goto('/report');
      await context.setOffline(true);
      await fillReport(resident, { words, place });
      await submit(resident).click();
      await expect(resident.getByText(say('outbox.report.kept'))).toBeVisible();
      await context.route('**/report/submit', (route) => route.abort());
      await context.setOffline(false);
    }
    await context.unroute('**/report/submit');
    await resident.goto('/mine');
    await expect(resident.getByText(say('outbox.report.sent'))).toBeVisible();
    await expect(resident.getByText(say('outbox.report.many', { count: 2 }))).toBeHidden();
    await expect(resident.getByText(say('outbox.report.one'))).toBeHidden();
    expect(await ordersOf(resident)).toHaveLength(texts.length);
  });

  test('comes back to the form with its words when something in it has to be mended', async ({ visit }) => {
    const resident = await visit();
    const context = resident.context();
    const words = '照片是坏的，话是好的。';
    await resident.goto('/report');
    await context.setOffline(true);
    await fillReport(resident, { words, place, photos: [notAPhoto] });
    await submit(resident).click();
    await expect(resident.getByText(say('outbox.report.kept'))).toBeVisible();
    await context.setOffline(false);
    await expect(resident.getByText(say('outbox.report.mend'))).toBeVisible();
    await expect(resident.getByText(words).first()).toBeVisible();
    await resident.getByRole('link', { name: say('outbox.report.mend_open') }).click();
    await expect(resident.locator('#errors')).toContainText(notAPhoto.name);
    await expect(resident.getByLabel(say('report.words.label'))).toHaveValue(words);
    await expect(resident.getByText(say('outbox.report.mend'))).toBeHidden();
  });
});
