import { expect, type Page } from '@playwright/test';
import type { PickedFile } from './e2e-photo';
import { pattern, say } from './e2e-words';

export interface Sent {
  /** PL20240110-0007 */
  number: string;
  queryCode: string;
}

export interface Words {
  words: string;
  /** A building as the list names it, e.g. 5号楼 within C区. */
  place: RegExp;
  detail?: string;
  phone?: string;
  name?: string;
  naming?: 'phone' | 'confidential' | 'anonymous';
  photos?: PickedFile[];
}

export const orderNumber = /[A-Z]{2}\d{8}-\d{4,}/;

/** The value of the first option of a select whose text fits. */
export async function optionLike(page: Page, label: string, text: RegExp): Promise<string> {
  const option = page.getByLabel(label).locator('option').filter({ hasText: text }).first();
  const value = await option.getAttribute('value');
  if (!value) throw new Error(`${label} offers nothing like ${text}`);
  return value;
}

export async function fillReport(page: Page, report: Words): Promise<void> {
  await page.getByLabel(say('report.words.label')).fill(report.words);
  const place = say('report.place.label');
  await page.getByLabel(place).selectOption(await optionLike(page, place, report.place));
  if (report.detail) await page.getByLabel(say('report.place.detail')).fill(report.detail);
  if (report.naming) await page.getByRole('radio', { name: say(`report.naming.${report.naming}`) }).check();
  if (report.phone) await page.getByLabel(say('report.phone.label')).fill(report.phone);
  if (report.name) await page.getByLabel(say('report.name.label')).fill(report.name);
  if (report.photos) await page.getByLabel(say('report.photo.album')).setInputFiles(report.photos);
}

/** Reads number and query code from the receipt. */
export async function readReceipt(page: Page): Promise<Sent> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('done.title'));
  const number = orderNumber.exec((await page.getByRole('main').textContent()) ?? '')?.[0];
  const queryCode = new URL(page.url()).pathname.split('/').at(-1);
  if (!number || !queryCode) throw new Error('the receipt shows no number or no code');
  return { number, queryCode };
}

/** Sends the form. Without script a page stands between, which says what becomes of it; there it is sent. */
export async function send(page: Page): Promise<void> {
  const submit = page.getByRole('button', { name: say('report.submit'), exact: true });
  await Promise.all([page.waitForEvent('framenavigated'), submit.click()]);
  const right = page.getByRole('button', { name: say('report.submit_right'), exact: true });
  if (page.url().includes('step=4')) await right.click();
}

/** From the home page to the receipt, without signing in. */
export async function report(page: Page, words: Words): Promise<Sent> {
  await page.goto('/');
  await page
    .getByRole('link', { name: say('home.report') })
    .first()
    .click();
  await fillReport(page, words);
  await send(page);
  await page.waitForURL(/\/report\/done\//);
  return readReceipt(page);
}

export interface Rating {
  solved: 'yes' | 'partly' | 'no';
  level: 1 | 2 | 3 | 4 | 5;
  reason?: string;
  words?: string;
}

/** Opens the order by its code and rates it. */
export async function rate(page: Page, queryCode: string, rating: Rating): Promise<void> {
  await page.goto(`/t/${queryCode}`);
  await page.getByRole('link', { name: say('track.action.rate') }).click();
  await page.locator(`input[name="solved"][value="${rating.solved}"]`).check();
  await page.getByRole('radio', { name: say(`rate.level.${rating.level}`), exact: true }).check();
  if (rating.reason) await page.getByRole('radio', { name: say(`rate.reason.${rating.reason}`), exact: true }).check();
  if (rating.words) await page.getByLabel(say('track.words.rate')).fill(rating.words);
  await page.getByRole('button', { name: say('track.submit.rate'), exact: true }).click();
  await page.waitForURL(new RegExp(`/t/${queryCode}$`));
}

/** The order as its resident sees it says this state. */
export async function seesState(page: Page, queryCode: string, state: string): Promise<void> {
  await page.goto(`/t/${queryCode}`);
  await expect(
    page
      .getByRole('main')
      .getByText(say(`state.${state}.resident`), { exact: true })
      .first(),
  ).toBeVisible();
}

export const promised = pattern('done.promise');
