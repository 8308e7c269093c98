import { demoPassword, expect, test } from '../support/e2e';
import { takePhoto } from '../support/e2e-photo';
import { fillReport, rate, readReceipt, seesState, send } from '../support/e2e-resident';
import { assign, finish, pass, selectAtDesk, sign } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

test.describe('without script', { tag: '@phone' }, () => {
  test('a report that is refused loses nothing, then goes through, is followed and rated', async ({ visit }) => {
    test.slow();
    const resident = await visit(undefined, { script: false });
    const words = '棋牌室的桌子缺了一条腿，没法用。';
    await resident.goto('/report');
    await fillReport(resident, {
      words,
      place: /C区.*1号楼/,
      detail: '一楼西头',
      phone: '1390000',
      name: '老韩',
      photos: [await takePhoto('lock')],
    });
    await resident.getByRole('button', { name: say('report.submit'), exact: true }).click();
    await expect(resident.locator('#errors')).toContainText(say('report.error.phone'));
    await expect(resident.getByLabel(say('report.words.label'))).toHaveValue(words);
    await expect(resident.getByLabel(say('report.place.detail'))).toHaveValue('一楼西头');
    await expect(resident.getByLabel(say('report.name.label'))).toHaveValue('老韩');
    await expect(resident.getByText(say('report.photo.kept', { count: 1 }))).toBeVisible();

    await resident.getByLabel(say('report.phone.label')).fill('13900000604');
    await resident.getByRole('button', { name: say('report.submit'), exact: true }).click();
    // What becomes of it, and until when, on a page of its own; back loses nothing.
    await resident.waitForURL(/step=4/);
    await expect(resident.locator('.read-back')).toContainText(words);
    await expect(resident.locator('.promise')).toContainText(/前办好/);
    await resident.getByRole('button', { name: say('report.change'), exact: true }).click();
    await expect(resident.getByLabel(say('report.words.label'))).toHaveValue(words);
    await expect(resident.getByLabel(say('report.phone.label'))).toHaveValue('13900000604');
    await send(resident);
    await resident.waitForURL(/\/report\/done\//);
    const { number, queryCode } = await readReceipt(resident);
    await seesState(resident, queryCode, 'submitted');

    const desk = await visit('limin', { on: 'desktop', script: false });
    await selectAtDesk(desk, number);
    await assign(desk, { item: '0603', handler: 'unit:PL-COMM' });

    const handler = await visit(undefined, { script: false });
    await handler.goto('/handle');
    await handler.waitForURL(/\/login\?next=/);
    await handler.getByLabel(say('login.account')).fill('fangmin');
    await handler.getByLabel(say('login.password')).fill('not-the-password');
    await handler.getByRole('button', { name: say('login.send'), exact: true }).click();
    await expect(handler.getByText(say('reason.auth.wrong_credentials'))).toBeVisible();
    await expect(handler.getByLabel(say('login.account'))).toHaveValue('fangmin');
    await handler.getByLabel(say('login.password')).fill(demoPassword);
    await handler.getByRole('button', { name: say('login.send'), exact: true }).click();
    await handler.waitForURL('**/handle');
    await sign(handler, number);
    await finish(handler, {
      outcome: 'resolved',
      words: '换了新桌子，旧的搬走了。',
      photos: { kind: 'photo_after', files: [await takePhoto('new-lock')] },
    });
    await pass(await visit('zhengshucheng', { script: false }), number);

    await rate(resident, queryCode, { solved: 'yes', level: 5, words: '桌子很稳' });
    await expect(resident.getByText(say('track.done.rate'))).toBeVisible();
  });

  test('the grid worker is found, closed cases are filtered, and the size is changed', async ({ visit }) => {
    const page = await visit(undefined, { script: false });
    await page.goto('/grid');
    await page.getByLabel(say('grid.where'), { exact: true }).selectOption({ label: 'C区5号楼' });
    await page.getByRole('button', { name: say('grid.show'), exact: true }).click();
    await page.waitForURL(/\/grid\?area=/);
    await expect(page.locator('main a[href="tel:10010000004"]')).toContainText('10010000004');
    await page.getByLabel(say('grid.another'), { exact: true }).selectOption({ label: say('grid.elsewhere') });
    await page.getByRole('button', { name: say('grid.show'), exact: true }).click();
    await expect(page.getByRole('heading', { name: say('grid.outside') })).toBeVisible();

    await page.goto('/cases');
    await page.getByLabel(say('cases.place'), { exact: true }).selectOption({ label: 'A区' });
    await page.getByRole('button', { name: say('cases.filter'), exact: true }).click();
    await page.waitForURL(/\/cases\?.*place=/);
    await expect(page.locator('.case').filter({ hasNotText: 'A区' })).toHaveCount(0);
    await page.goto(`${page.url()}&month=2020-01`);
    await page.getByRole('link', { name: say('cases.show_all') }).click();
    await expect(page.getByLabel(say('cases.place'), { exact: true })).toHaveValue('');

    await page.goto('/settings/display');
    await page.locator('#mode-elder').check();
    await page.getByRole('button', { name: say('common.save'), exact: true }).click();
    await page.waitForURL(/\/settings\/display\?saved=1$/);
    await expect(page.getByText(say('display.saved'))).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
  });
});
