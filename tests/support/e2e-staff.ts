import { expect, type Page } from '@playwright/test';
import type { PickedFile } from './e2e-photo';
import { pattern, say } from './e2e-words';

export const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });
const unfold = (page: Page, key: string) =>
  page
    .locator('summary')
    .filter({ hasText: say(key) })
    .first()
    .click();

/** What the desk wrote about what it did. */
const done = (page: Page, key: string) => expect(page.getByText(say(key), { exact: true })).toBeVisible();

/** From the row of a queue that is open already into the pane beside it, on a desktop. */
export async function select(page: Page, number: string): Promise<void> {
  await page.locator(`#row-${number}`).getByRole('link').click();
  await expect(page.locator('.queue-pane').getByText(number)).toBeVisible();
}

/** From the queue into the pane, where the next act stands. */
export async function selectAtDesk(page: Page, number: string): Promise<void> {
  await page.goto('/desk');
  await select(page, number);
}

/** From the pane to the order's own page. */
export async function openSelected(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: say('desk.pane.open'), exact: true }).click();
  await page.waitForURL(`**/desk/o/${number}`);
}

/** From the queue through the pane to the order's own page. */
export async function openAtDesk(page: Page, number: string): Promise<void> {
  await selectAtDesk(page, number);
  await openSelected(page, number);
}

/** The list has a field of that name too. */
const chooseItem = (page: Page, item: string) => page.locator('.act select[name="item"]').selectOption(item);

/** Takes the order in as `item` and assigns it to a unit or person of the list. */
export async function assign(page: Page, to: { item: string; handler: string; reason?: string; again?: boolean }) {
  await chooseItem(page, to.item);
  await page.locator(`input[name="handler"][value="${to.handler}"]`).check();
  if (to.reason) await page.getByLabel(say('desk.dispatch.reason')).fill(to.reason);
  await button(page, to.again ? 'desk.dispatch.send' : 'desk.dispatch.take_and_send').click();
  await done(page, 'desk.done.assign');
}

export async function offer(page: Page, to: { item: string; scope: 'own' | 'neighbours' | 'community'; note: string }) {
  await chooseItem(page, to.item);
  await page
    .getByRole('radio', { name: pattern(`desk.dispatch.scope.${to.scope}`) })
    .first()
    .check();
  await page.getByLabel(say('desk.dispatch.offer_note')).fill(to.note);
  await button(page, 'desk.dispatch.take_and_send').click();
  await done(page, 'desk.done.offer');
}

/** Signs for an order out of the list of those to sign. */
export async function sign(page: Page, number: string): Promise<void> {
  await page.goto('/handle');
  await page.locator(`a[href="/handle/o/${number}"]`).first().click();
  await page.waitForURL(`**/handle/o/${number}`);
  await button(page, 'work.sign.send').click();
  await done(page, 'work.done.sign');
}

export async function contact(page: Page, words: string): Promise<void> {
  await unfold(page, 'work.contact.title');
  await page.getByRole('radio', { name: say('work.contact.phone'), exact: true }).check();
  await page.getByRole('radio', { name: say('work.contact.reached_true'), exact: true }).check();
  await page.getByLabel(say('work.contact.words')).fill(words);
  await button(page, 'work.contact.send').click();
  await done(page, 'work.done.contact');
}

export interface Result {
  outcome: 'resolved' | 'partly_resolved' | 'explained';
  words: string;
  photos?: { kind: string; files: PickedFile[] };
  line?: { kind: string; value: string };
}

/** The page of an order of either side → handed in. */
export async function finish(page: Page, result: Result): Promise<void> {
  const open = page.getByRole('link', { name: say('work.finish.open'), exact: true });
  const withoutGoing = page.getByRole('link', { name: say('work.finish.without_going') });
  await open.or(withoutGoing).first().click();
  await page.getByRole('radio', { name: say(`outcome.${result.outcome}`), exact: true }).check();
  await page.getByLabel(say('work.finish.words')).fill(result.words);
  if (result.photos) {
    await page.locator(`input[type="file"][name="photo.${result.photos.kind}"]`).setInputFiles(result.photos.files);
  }
  if (result.line) await page.locator(`[name="text.${result.line.kind}"]`).fill(result.line.value);
  await button(page, 'work.finish.send').click();
  await done(page, 'work.done.finish');
}

export async function openToVerify(page: Page, number: string): Promise<void> {
  await page.goto('/verify');
  await page.locator(`a[href="/verify/o/${number}"]`).last().click();
  await page.waitForURL(`**/verify/o/${number}`);
}

/** A verdict waits ten seconds in the page for a change of mind; without script it has gone already. */
export async function sendNow(page: Page, done: RegExp): Promise<void> {
  const now = button(page, 'verify.hold.send');
  // The folded history of the order says the same about earlier rounds.
  const told = page.locator('.sealed, .notice').getByText(done);
  await expect(now.or(told).first()).toBeVisible();
  if (await now.isVisible()) await now.click();
  await expect(told.first()).toBeVisible();
}

export async function sendBack(page: Page, number: string, back: { reason: string; words: string }): Promise<void> {
  await openToVerify(page, number);
  await page.getByRole('radio', { name: say(`reworkReason.${back.reason}`), exact: true }).check();
  await page.getByLabel(say('verify.rework.words')).fill(back.words);
  await button(page, 'verify.rework.send').click();
  await sendNow(page, pattern('verify.banner.rework'));
  await page.waitForURL(new RegExp(`of=${number}`));
}

export async function pass(page: Page, number: string): Promise<void> {
  await openToVerify(page, number);
  await button(page, 'verify.pass').click();
  await sendNow(page, pattern('verify.banner.pass'));
  await page.waitForURL(new RegExp(`of=${number}`));
}
