import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { violationsOn } from '../support/e2e-axe';
import { report, send } from '../support/e2e-resident';
import { pattern, say } from '../support/e2e-words';

const submit = (page: Page) => page.getByRole('button', { name: say('report.submit'), exact: true });

/** Each line of the summary leads to its field, and the field says the same in words of its own (3.3.1, 3.3.3). */
async function tellsEachField(page: Page): Promise<void> {
  const links = page.locator('#errors a');
  expect(await links.count()).toBeGreaterThan(0);
  for (const link of await links.all()) {
    const field = page.locator((await link.getAttribute('href')) ?? '');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const id = described.split(' ').find((one) => one.endsWith('-error'));
    await expect(page.locator(`[id="${id}"]`)).toHaveText((await link.textContent()) ?? '');
  }
}

test.describe('forms that anybody can fill in', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  // What is refused is answered with its own status, which a browser tells on its console.
  test.use({ allowedNoise: [/status of 4\d\d/] });

  for (const script of [true, false]) {
    test(`an empty report is told above the form, with what was typed, ${script ? 'with' : 'without'} script`, async ({
      visit,
    }) => {
      const page = await visit(undefined, { script });
      await page.goto('/report');
      await page.getByLabel(say('report.place.detail')).fill('3楼拐角');
      await page.getByLabel(say('report.name.label')).fill('老韩');
      await submit(page).click();
      await expect(page.locator('#errors')).toBeFocused();
      await tellsEachField(page);
      await expect(page.getByLabel(say('report.place.detail'))).toHaveValue('3楼拐角');
      await expect(page.getByLabel(say('report.name.label'))).toHaveValue('老韩');
    });
  }

  test('an empty answer and an empty look-up are told in the same way', async ({ visit }) => {
    const page = await visit();
    const { queryCode } = await report(page, { words: '花坛边的石头松了。', place: /C区.*1号楼/ });
    await page.goto(`/t/${queryCode}/supplement`);
    await page.locator('main form button').first().click();
    await expect(page.locator('#errors')).toBeFocused();
    await tellsEachField(page);
    // Which of number and second answer is wrong is never told, so no field of the look-up is marked.
    await page.goto('/t');
    await page.locator('main form button').first().click();
    await expect(page.locator('#errors')).toBeFocused();
    await expect(page.locator('#errors')).toContainText(say('lookup.empty'));
    await expect(page.locator('#errors a')).toHaveAttribute('href', '#code');
  });

  test('who reported once types the phone no second time, and an order can be taken back', async ({ visit }) => {
    const page = await visit();
    const phone = '13900000711';
    const { queryCode } = await report(page, { words: '门禁的按键掉了一个。', place: /C区.*1号楼/, phone });
    await expect(page.locator(`a[href="/t/${queryCode}/withdraw"]`).first()).toBeVisible();
    await page.goto('/report');
    await expect(page.getByLabel(say('report.phone.label'))).toHaveValue(phone);
    // Sent in confidence it is not offered again: it would slip into an open report.
    await page.getByLabel(say('report.words.label')).fill('邻居半夜装修。');
    await page.locator('#area').selectOption({ index: 1 });
    await page.getByRole('radio', { name: say('report.naming.confidential') }).check();
    await send(page);
    await page.waitForURL(/\/report\/done\//);
    await page.goto('/report');
    await expect(page.getByLabel(say('report.phone.label'))).toHaveValue('');
  });

  test('the code of a message can be pasted, with the spaces that came along', async ({ visit }) => {
    const page = await visit();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/login');
    await page.locator('#phone').fill('13900000712');
    await page.locator('button[value="ask"]').click();
    const code = page.locator('#code');
    const shown = await page
      .locator('.notice', { hasText: /\d{6}|\d{3} \d{3}/ })
      .first()
      .textContent();
    const digits = /\d{3} ?\d{3}/.exec(shown ?? '')?.[0].replace(' ', '') ?? '';
    await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${digits.slice(0, 3)} ${digits.slice(3)} `);
    await code.focus();
    await page.keyboard.press('Control+V');
    await expect(code).toHaveValue(new RegExp(digits.slice(3)));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/login');
  });

  test('a session says three minutes before its end that it ends, goes on by one press, and says that it is over', async ({
    visit,
  }) => {
    const page = await visit('fangmin');
    await page.clock.install();
    await page.goto('/handle/tasks');
    const stay = page.getByRole('button', { name: say('nav.session.stay') });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.clock.fastForward('25:30');
    await expect(stay).toHaveCount(0);
    await page.clock.fastForward('02:00');
    await expect(page.getByText(pattern('nav.session.soon'))).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await stay.click();
    await expect(stay).toHaveCount(0);
    await page.clock.fastForward('31:00');
    await expect(page.getByText(say('nav.session.ended'))).toBeVisible();
  });
});
