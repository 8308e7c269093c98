import { demoPassword, expect, test } from '../support/e2e';
import { fillReport, readReceipt, report, send } from '../support/e2e-resident';
import { lampTapped } from '../support/e2e-states';
import { say } from '../support/e2e-words';

test.describe('a report that is sent again', { tag: '@phone' }, () => {
  for (const script of [true, false]) {
    const how = script ? 'with script' : 'without script';

    test(`is the same order after going back, and asks when it was changed, ${how}`, async ({ visit }) => {
      const resident = await visit(undefined, { script });
      const typed = { words: `楼道灯坏了，晚上看不见台阶，${how}。`, place: /C区.*1号楼/, detail: '二楼' };
      const first = await report(resident, typed);

      await resident.goBack();
      // Without script the last check lies between, and shows the empty form: it was sent.
      if (!script) await resident.goto('/report');
      if ((await resident.getByLabel(say('report.words.label')).inputValue()) === '') await fillReport(resident, typed);
      await send(resident);
      await resident.waitForURL(/\/report\/done\//);
      await expect(resident.getByText(say('done.again'))).toBeVisible();
      expect(await readReceipt(resident)).toEqual(first);

      await resident.goto('/report');
      await fillReport(resident, { ...typed, words: `${typed.words}今天还是这样。` });
      await resident.getByRole('button', { name: say('report.submit'), exact: true }).click();
      await expect(resident.getByText(say('report.sent_before.title'))).toBeVisible();
      const open = resident.getByRole('link', { name: say('report.sent_before.first') });
      await expect(open).toHaveAttribute('href', `/t/${first.queryCode}`);
      await send(resident);
      await resident.waitForURL(/\/report\/done\//);
      expect((await readReceipt(resident)).number).not.toBe(first.number);
    });

    test(`keeps the words beside photos that are too large, ${how}`, async ({ visit }) => {
      test.slow();
      const resident = await visit(undefined, { script });
      const words = script ? '水管漏水，地上全是水。' : '墙皮掉下来，差点砸到人。';
      const huge = Buffer.alloc(16.5 * 1024 * 1024, 1);
      await resident.goto('/report');
      await fillReport(resident, {
        words,
        place: /C区.*1号楼/,
        photos: ['one.jpg', 'two.jpg', 'three.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer: huge })),
      });
      await resident.getByRole('button', { name: say('report.submit'), exact: true }).click();
      await expect(resident.locator('#errors')).toContainText('two.jpg');
      await expect(resident.getByLabel(say('report.words.label'))).toHaveValue(words);
    });
  }

  test('the same trouble after the first was withdrawn is asked about, and is a new order', async ({ visit }) => {
    const resident = await visit();
    const typed = { words: '花坛边的水龙头关不紧，一直滴水。', place: /C区.*1号楼/ };
    const first = await report(resident, typed);
    const track = `/api/v1/track/${first.queryCode}`;
    const { version } = (await (await resident.request.get(track)).json()) as { version: number };
    const withdrawn = await resident.request.post(`${track}/actions/withdraw`, {
      data: { version, clientId: `withdraw-${first.queryCode}`, reason: '自己关上了' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(withdrawn.status()).toBe(200);
    await resident.goto('/report');
    await fillReport(resident, typed);
    await resident.getByRole('button', { name: say('report.submit'), exact: true }).click();
    await expect(resident.getByText(say('report.sent_before.title'))).toBeVisible();
    await send(resident);
    await resident.waitForURL(/\/report\/done\//);
    expect((await readReceipt(resident)).number).not.toBe(first.number);
  });

  test('a person changes their own password without script, and the old one opens nothing', async ({ visit }) => {
    test.slow();
    const person = await visit('jiedao', { script: false });
    const change = async (current: string, next: string, again = next) => {
      await person.getByLabel(say('password.current'), { exact: true }).fill(current);
      await person.getByLabel(say('password.next'), { exact: true }).fill(next);
      await person.getByLabel(say('password.again'), { exact: true }).fill(again);
      await person.getByRole('button', { name: say('password.send'), exact: true }).click();
    };
    await person.goto('/me');
    await person.getByRole('link', { name: say('password.title') }).click();
    await change(demoPassword, 'Short-1');
    await expect(person.locator('#errors')).toBeVisible();
    await change(demoPassword, 'Fresh-words-2031', 'Fresh-words-2032');
    await expect(person.getByText(say('reason.password.not_repeated'))).toBeVisible();
    await change('not-the-password', 'Fresh-words-2031');
    await expect(person.getByText(say('reason.password.current_wrong'))).toBeVisible();
    await change(demoPassword, 'Fresh-words-2031');
    await expect(person.getByText(say('password.done'))).toBeVisible();
    // Back, for the tests beside this one.
    await person.goto('/password');
    await change('Fresh-words-2031', demoPassword);
    await expect(person.getByText(say('password.done'))).toBeVisible();
  });

  test('a press of a slow finger goes on, though what the words are taken for is said meanwhile', async ({ visit }) => {
    const page = await visit(undefined, { mode: 'elder' });
    await lampTapped(page);
    await page.locator('select[name="area"]').selectOption({ index: 3 });
    await page.locator('button[name="do"][value="next"]').click();
    await page.locator('textarea[name="words"]').waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('textarea[name="words"]').fill('三楼到四楼的灯不亮，天黑了看不见台阶。');
    const next = page.locator('button[name="do"][value="next"]');
    await next.scrollIntoViewIfNeeded();
    const box = await next.boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    const said = page.waitForResponse('**/report/preview');
    await page.mouse.down();
    await said;
    // As long as a slow finger stays.
    await page.waitForTimeout(400);
    await page.mouse.up();
    await page.waitForURL(/step=4/);
    await expect(page.locator('input[name="step"][value="4"]')).toBeAttached();
  });
});
