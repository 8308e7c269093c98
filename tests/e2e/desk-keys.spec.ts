import { expect, test } from '../support/e2e';
import { say } from '../support/e2e-words';

test.describe('the desk by keys alone', { tag: '@phone' }, () => {
  test('orders are dispatched one after the other, one is undone, and some go together', async ({ visit }) => {
    test.setTimeout(180_000);
    const page = await visit('limin', { on: 'desktop' });
    await page.goto('/desk?view=to_dispatch');
    const shown = () => page.locator('.queue-pane input[name="code"]').first().inputValue();

    await test.step('1 chooses, A dispatches, and the next order comes by itself', async () => {
      for (let i = 0; i < 2; i++) {
        const code = await shown();
        await page.keyboard.press('1');
        await page.keyboard.press('a');
        await page.waitForURL((url) => url.searchParams.get('of') === code);
        await expect.poll(shown).not.toBe(code);
        await page.waitForTimeout(800);
      }
    });

    await test.step('U takes the last one back', async () => {
      const code = new URL(page.url()).searchParams.get('of') ?? '';
      await page.keyboard.press('u');
      await page.waitForURL((url) => url.searchParams.get('done') === 'undo');
      expect(await shown()).toBe(code);
      await expect(page.getByText(say('desk.done.undo'))).toBeVisible();
    });

    await test.step('letters stay letters in a field, and the switch turns all of them off', async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('xa');
      await expect(page.locator('.desk-search input')).toHaveValue('xa');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+?');
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('checkbox').uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press('x');
      await expect(page.locator('.row-pick input:checked')).toHaveCount(0);
      await page.keyboard.press('Shift+?');
      await sheet.getByRole('checkbox').check();
      await page.keyboard.press('Escape');
    });

    await test.step('X ticks, Shift X ticks as far as here, and they go together', async () => {
      await page.goto('/desk?view=to_dispatch');
      // The first key of a page that has just come may be too early for it.
      const picked = page.locator('.row-pick input:checked');
      await expect
        .poll(async () => {
          if ((await picked.count()) === 0) await page.keyboard.press('x');
          return picked.count();
        })
        .toBe(1);
      await page.keyboard.press('j');
      await page.keyboard.press('Shift+X');
      await expect(page.locator('.row-pick input:checked')).toHaveCount(2);
      await page.locator('.bulk-bar button').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/desk\/bulk\?/);
      await page.getByRole('button', { name: say('desk.bulk.send', { count: 2 }) }).press('Enter');
      await page.waitForURL(/\/desk\/bulk\/[0-9a-f-]{36}/);
      await expect(page.getByText(say('desk.bulk.state.done'))).toHaveCount(2);
    });
  });
});
