import type { Page } from '@playwright/test';
import { demoPassword, expect, signIn, test } from '../support/e2e';
import { inHand } from '../support/e2e-in-hand';
import { notAPhoto, takePhoto } from '../support/e2e-photo';
import { fillReport, readReceipt } from '../support/e2e-resident';
import { button } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

// The line is cut on purpose, and the preview of a report asks the server while it is typed.
test.use({
  allowedNoise: [
    /ERR_INTERNET_DISCONNECTED|ERR_FAILED|error occurred when fetching the script|status of 503|^503 from/,
  ],
});

const place = /C区.*2号楼/;
const words = (page: Page) => page.getByLabel(say('report.words.label'));

/** The same session, ended elsewhere: this browser still holds its cookie. */
async function endSession(page: Page, elsewhere: Page): Promise<void> {
  await elsewhere.context().addCookies(await page.context().cookies());
  await elsewhere.goto('/login');
  await button(elsewhere, 'nav.sign_out').click();
  await expect(button(elsewhere, 'nav.sign_out')).toHaveCount(0);
}

async function signInAgain(page: Page, account: string): Promise<void> {
  await page.waitForURL(/\/login\?next=/);
  await page.getByLabel(say('login.account')).fill(account);
  await page.getByLabel(say('login.password')).fill(demoPassword);
  await button(page, 'login.send').click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

test.describe('interrupted in the middle', { tag: '@phone' }, () => {
  test('a reload keeps what is typed: report, proxy entry, reason of a return', async ({ visit }) => {
    const resident = await visit();
    await resident.goto('/report');
    await fillReport(resident, {
      words: '垃圾房的门关不上。',
      place,
      detail: '北面',
      photos: [await takePhoto('door')],
    });
    await resident.reload();
    await expect(words(resident)).toHaveValue('垃圾房的门关不上。');
    await expect(resident.getByLabel(say('report.place.detail'))).toHaveValue('北面');
    await expect(resident.getByText(say('outbox.photos'))).toBeVisible();
    await resident.goto('/');
    await resident.goto('/report');
    await expect(words(resident)).toHaveValue('垃圾房的门关不上。');
    await button(resident, 'report.submit').click();
    await resident.waitForURL(/\/report\/done\//);
    const { number, queryCode } = await readReceipt(resident);
    await resident.goto('/report');
    await expect(words(resident)).toHaveValue('');

    // Plain pages: one small file keeps it, by the number, until it has arrived.
    const step = resident.locator('[name="words"]');
    const kept = () => resident.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
    await resident.goto(`/t/${queryCode}/supplement`);
    await step.fill('两扇门都关不上。');
    await resident.reload();
    await expect(step).toHaveValue('两扇门都关不上。');
    await expect(resident.getByText(say('outbox.words'))).toBeVisible();
    expect([(await kept()).includes(`typed ${number} supplement`), (await kept()).includes(queryCode)]).toEqual([
      true,
      false,
    ]);
    await resident.goto(`/t/${queryCode}`);
    await resident.goto(`/t/${queryCode}/supplement`);
    await expect(step).toHaveValue('两扇门都关不上。');
    await button(resident, 'track.submit.note').click();
    await expect(resident.getByText(say('track.done.note'))).toBeVisible();
    await resident.goto(`/t/${queryCode}/supplement`);
    await expect(step).toHaveValue('');
    expect(await kept()).not.toContain('supplement');

    // What was withdrawn is reported anew at the same place.
    await resident.goto(`/t/${queryCode}/withdraw`);
    await step.fill('自己修好了。');
    await button(resident, 'track.submit.withdraw').click();
    await resident.getByRole('link', { name: say('track.report_again') }).click();
    await expect(resident.getByLabel(say('report.place.label')).locator('option:checked')).toHaveText(/2号楼/);

    const desk = await visit('limin', { on: 'desktop' });
    await desk.goto('/desk/new');
    await desk.locator('[name="words"]').fill('门口的灯不亮。');
    await desk.locator('[name="spokenBy"]').fill('赵某');
    await desk.reload();
    await expect(desk.locator('[name="words"]')).toHaveValue('门口的灯不亮。');
    await expect(desk.locator('[name="spokenBy"]')).toHaveValue('赵某');
    // Opened anew it is for the next visitor, who does not read what the last one said.
    await desk.goto('/desk');
    await desk.goto('/desk/new');
    await expect(desk.locator('[name="words"]')).toHaveValue('');
  });

  test('what is typed before the script is there stays', async ({ visit }) => {
    const page = await visit();
    await page.goto('/report');
    await fillReport(page, { words: '电线垂下来了。', place, photos: [notAPhoto] });
    await button(page, 'report.submit').click();
    await expect(page.locator('#errors')).toBeVisible();
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route('**/_next/static/**/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto('/report', { waitUntil: 'commit' });
    await expect(words(page)).toHaveValue('电线垂下来了。');
    // While the rest of the page still comes in, what `fill` had selected may be selected no more.
    await expect(async () => {
      await words(page).fill('电线垂下来了，离地一人高。');
      expect(await words(page).inputValue()).toBe('电线垂下来了，离地一人高。');
    }).toPass();
    open();
    await expect(page.getByRole('button', { name: say('report.phrase.lamp') })).toBeVisible();
    await expect(words(page)).toHaveValue('电线垂下来了，离地一人高。');
  });

  test('gone away and come back: no old error, the slip scanned meanwhile, and what was cleared by mistake', async ({
    visit,
  }) => {
    const page = await visit();
    const phone = page.getByLabel(say('report.phone.label'));
    await page.goto('/report');
    await fillReport(page, { words: '门禁一直响。', place, detail: '北门', phone: '1390000' });
    await button(page, 'report.submit').click();
    await expect(page.locator('#errors')).toBeVisible();
    await phone.fill('13900000713');
    // Also what is typed before the page's scripts run is remembered by them; sooner than that nobody reloads.
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain('13900000713');
    await page.reload();
    await expect(phone).toHaveValue('13900000713');
    await expect(page.locator('#errors')).toBeHidden();
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);

    await page.goto('/q/a0I');
    await page.getByRole('link', { name: say('home.report'), exact: true }).click();
    await expect(phone).toHaveValue('13900000713');
    await expect(page.getByText(say('report.place.by_slip_instead', { place: 'A区1号楼' }))).toBeVisible();
    await expect(page.locator('#area')).toHaveValue('');
    await expect(page.getByLabel(say('report.place.detail'))).toHaveValue('');

    await button(page, 'report.clear').click();
    await expect(words(page)).toHaveValue('');
    // What would be lost by it takes the way back away.
    await expect(page.getByRole('button', { name: say('report.phrase.lamp') })).toBeVisible();
    await words(page).fill('另一件事');
    await expect(button(page, 'report.cleared.back')).toBeHidden();
    await expect(button(page, 'report.cleared.erase')).toBeVisible();
    await words(page).fill('');
    await page.reload();
    await button(page, 'report.cleared.back').click();
    await expect(words(page)).toHaveValue('门禁一直响。');
    await expect(phone).toHaveValue('13900000713');

    await button(page, 'report.clear').click();
    await button(page, 'report.cleared.erase').click();
    await expect(page.getByText(say('report.cleared.erased'))).toBeVisible();
    await expect(words(page)).toHaveValue('');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('13900000713');
  });

  test('an ended session keeps the reason of a return and a finished task with its photo', async ({ visit }) => {
    test.slow();
    const verifier = await visit();
    await signIn(verifier, 'zhengshucheng');
    await verifier.goto('/verify');
    await verifier.locator('a[href^="/verify/o/"]').first().click();
    const reason = '照片里看不清门牌，请站远一点再拍一张。';
    await verifier.locator('input[name="reason"]').first().check();
    await verifier.locator('#rework-words').fill(reason);
    // Also what is typed before the page's scripts run is remembered by them; sooner than that nobody reloads.
    await expect.poll(() => verifier.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(reason);
    await verifier.reload();
    await expect(verifier.locator('#rework-words')).toHaveValue(reason);
    await endSession(verifier, await visit());
    await button(verifier, 'verify.rework.send').click();
    await button(verifier, 'verify.hold.send').click();
    await signInAgain(verifier, 'zhengshucheng');
    await expect(verifier.locator('#rework-words')).toHaveValue(reason);
    await expect(verifier.getByText(say('work.session_ended')).first()).toBeVisible();

    const handler = await visit();
    await signIn(handler, 'fangmin');
    const number = await inHand(await visit('limin', { on: 'desktop' }), handler, '健身器材的扶手松了。');
    await handler.goto(`/handle/o/${number}/finish`);
    await handler.getByRole('radio', { name: say('outcome.resolved'), exact: true }).check();
    await handler.getByLabel(say('work.finish.words')).fill('扶手拧紧了');
    await handler.locator('[name="photo.photo_after"]').setInputFiles([await takePhoto('after')]);
    await endSession(handler, await visit());
    await button(handler, 'work.finish.send').click();
    await signInAgain(handler, 'fangmin');
    await expect(handler.getByLabel(say('work.finish.words'))).toHaveValue('扶手拧紧了');
    await expect(handler.getByText(say('work.finish.kept', { count: 1 }))).toBeVisible();
    await button(handler, 'work.finish.send').click();
    await expect(handler.getByText(say('work.done.finish'), { exact: true })).toBeVisible();
  });

  test('two tabs of one form are two reports, and what is sent by itself leaves the one being written alone', async ({
    visit,
  }) => {
    test.slow();
    const first = await visit();
    const context = first.context();
    // Refused once, so that both tabs show the same draft under the same key.
    await first.goto('/report');
    await fillReport(first, { words: '三楼的窗户玻璃裂了一条缝。', place, phone: '1390000' });
    await button(first, 'report.submit').click();
    await expect(first.locator('#errors')).toBeVisible();
    const second = await context.newPage();
    await second.goto('/report');
    await expect(words(second)).toHaveValue('三楼的窗户玻璃裂了一条缝。');
    const third = await context.newPage();
    await third.goto('/report');

    await context.setOffline(true);
    for (const [page, said] of [
      [first, '三楼的窗户玻璃裂了一条缝。'],
      [second, '地下车库有积水，闻着发臭。'],
    ] as const) {
      await words(page).fill(said);
      await page.getByLabel(say('report.phone.label')).fill('13900000711');
      await button(page, 'report.submit').click();
      await expect(page.getByText(say('outbox.report.kept'))).toBeVisible();
    }
    await words(third).fill('井盖响了好几天。');
    await third.locator('input[type="file"]').last().setInputFiles([notAPhoto]);
    await button(third, 'report.submit').click();
    await expect(third.getByText(say('outbox.report.many', { count: 3 }))).toBeVisible();

    // Before any of it is sent, another is begun and refused by the server: its draft is the only place of its words.
    await context.route('**/report/submit', (route) => route.abort());
    await context.setOffline(false);
    const fourth = await visit();
    await fourth.goto('/report');
    await fillReport(fourth, { words: '广告牌被风吹歪了。', place, phone: '1390000' });
    await button(fourth, 'report.submit').click();
    await expect(fourth.locator('#errors')).toBeVisible();
    const draft = (await fourth.context().cookies()).filter(({ name }) => name === 'report_draft');
    await context.addCookies(draft);

    await context.unroute('**/report/submit');
    await first.goto('/mine');
    await expect(first.getByText(say('outbox.report.mend'))).toBeVisible({ timeout: 30_000 });
    await expect(first.getByText(say('outbox.report.many', { count: 2 }))).toBeHidden({ timeout: 30_000 });
    await expect(first.getByText(say('outbox.report.one'))).toBeHidden({ timeout: 30_000 });
    await first.goto('/report');
    await expect(words(first)).toHaveValue('广告牌被风吹歪了。');
    await first.goto('/mine');
    const links = first.getByRole('main').locator('a[href^="/t/"]');
    await expect(links.first()).toBeVisible();
    const orders = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))]);
    expect(orders).toHaveLength(2);
  });

  test('script goes off in the middle and comes back: the same report goes on', async ({ visit }) => {
    const script = await visit();
    const plain = await visit(undefined, { script: false });
    await script.goto('/report');
    const typed = { words: '花坛的围栏断了一节。', place, detail: '东头', phone: '1390000' };
    await fillReport(script, { ...typed, photos: [await takePhoto('fence')] });
    await button(script, 'report.submit').click();
    await expect(script.locator('#errors')).toBeVisible();

    await plain.context().addCookies(await script.context().cookies());
    await plain.goto('/report');
    await expect(words(plain)).toHaveValue(typed.words);
    await expect(plain.getByText(say('report.photo.kept', { count: 1 }))).toBeVisible();
    await plain.getByLabel(say('report.phone.label')).fill('13900000712');
    await button(plain, 'report.submit').click();
    await plain.waitForURL(/step=4/);
    await plain.reload();
    await expect(plain.locator('.read-back')).toContainText(typed.words);

    await script.goto('/report?step=4');
    await expect(script.locator('.read-back')).toContainText(typed.words);
    await button(script, 'report.submit_right').click();
    await script.waitForURL(/\/report\/done\//);
    await readReceipt(script);
  });
});
