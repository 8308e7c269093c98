import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { report } from '../support/e2e-resident';
import { openAtDesk } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

/** Tab until it is there, and on the way never nowhere (2.1.1, 2.4.3). */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached', timeout: 5000 });
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await wanted.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

const hasFocus = (page: Page) => page.evaluate(() => document.activeElement !== document.body);
/** What keys could have asked for; that somebody is looking is told by the page itself. */
const requestsOf = (page: Page): string[] => {
  const sent: string[] = [];
  page.on('request', (request) => {
    const isOwn = new URL(request.url()).pathname === '/desk/looking';
    if (!isOwn && (request.isNavigationRequest() || request.method() === 'POST')) sent.push(request.url());
  });
  return sent;
};

test.describe('the desk and the deck without a mouse', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  test.slow();

  test('an order is given out by keys alone, and its page says so aloud', async ({ visit }) => {
    const resident = await visit();
    const { number } = await report(resident, { words: '棋牌室的椅子断了一条腿。', place: /C区.*1号楼/ });
    const desk = await visit('limin', { on: 'desktop' });
    await openAtDesk(desk, number);
    const act = desk.locator('.act');
    await tabTo(desk, act.locator('select[name="item"]'));
    const chosen = act.locator('input[name="handler"]:checked');
    await tabTo(desk, chosen);
    const before = await chosen.inputValue();
    for (const [key, isBack] of [
      ['ArrowDown', false],
      ['ArrowUp', true],
    ] as const) {
      await desk.keyboard.press(key);
      expect((await chosen.inputValue()) === before).toBe(isBack);
      expect(await hasFocus(desk)).toBe(true);
    }
    await tabTo(desk, act.locator('button[data-send]'));
    await desk.keyboard.press('Enter');
    await expect(desk.locator('[role="status"]').getByText(say('desk.done.assign'), { exact: true })).toBeVisible();
  });

  test('a verdict is given, taken back and given again by keys alone', async ({ visit }) => {
    const page = await visit('zhengshucheng');
    await page.goto('/verify');
    const card = page.locator('main > .task-list a[href^="/verify/o/"]').first();
    await tabTo(page, card);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/verify\/o\//);
    await tabTo(page, page.locator('input[name="reason"]').first());
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('#rework-words'));
    await page.keyboard.type('照片里看不出楼道，请补拍一张。');
    const back = page.locator('.actionbar .btn-brown').first();
    await tabTo(page, back);
    await page.keyboard.press('Enter');
    // What is held is said aloud once, and the focus stands on taking it back.
    const undo = page.getByRole('button', { name: say('verify.hold.undo'), exact: true });
    await expect(undo).toBeFocused();
    await expect(page.locator('.actionbar output[aria-live="polite"]')).not.toBeEmpty();
    await page.keyboard.press('Enter');
    await expect(back).toBeFocused();
    await expect(page.locator('#rework-words')).toHaveValue('照片里看不出楼道，请补拍一张。');
    await page.keyboard.press('Enter');
    await expect(undo).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: say('verify.hold.send'), exact: true })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(back).toBeFocused();
  });

  test('before and after are compared by the arrow keys', async ({ visit }) => {
    const page = await visit('zhengshucheng');
    await page.goto('/verify');
    const links = page.locator('main > .task-list a[href^="/verify/o/"]');
    const hrefs = [...new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))];
    const slider = page.locator('.compare-range');
    for (const href of hrefs) {
      await page.goto(href);
      if ((await page.locator('.compare').count()) > 0) break;
    }
    await tabTo(page, slider);
    for (const [key, value] of [
      ['ArrowRight', '51'],
      ['ArrowLeft', '50'],
      ['End', '100'],
      ['Home', '0'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(slider).toHaveValue(value);
    }
  });

  test('once single keys are off no letter does anything at the desk, and none is ever lost where one writes', async ({
    visit,
  }) => {
    const page = await visit('limin', { on: 'desktop' });
    await page.goto('/desk');
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog').getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789/?.';
    for (const path of ['/desk', '/desk/new']) {
      await page.goto(path);
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      const sent = requestsOf(page);
      for (const letter of letters) await page.keyboard.press(letter);
      expect(sent, `${path} heeds a letter (2.1.4)`).toEqual([]);
      expect(page.url()).toContain(path);
    }
    const words = page.locator('[name="words"]');
    await words.focus();
    await page.keyboard.type(letters);
    await expect(words).toHaveValue(letters);
    // Ctrl+Enter sends, but not the Enter that ends a word of Chinese that is being composed.
    const sent = requestsOf(page);
    await words.evaluate((el) =>
      el.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          ctrlKey: true,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    );
    expect(sent).toEqual([]);
    await expect(words).toHaveValue(letters);
  });
});
