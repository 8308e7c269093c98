import en from '../../messages/en.json' with { type: 'json' };
import zh from '../../messages/zh-CN.json' with { type: 'json' };
import { demoPassword, expect, signIn, test } from '../support/e2e';
import { hugePhoto, notAPhoto, takePhoto } from '../support/e2e-photo';
import { fillReport, orderNumber, readReceipt, report } from '../support/e2e-resident';
import { assign, openAtDesk } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

const place = /C区.*1号楼/;
const send = { name: say('report.submit'), exact: true };

const heicPhoto = {
  name: 'IMG_0001.HEIC',
  mimeType: 'image/heic',
  buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(500_000)]),
};

test.describe('bad input', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  // A refused page is answered with its own status, which a browser tells on its console.
  test.use({ allowedNoise: [/status of 4\d\d/] });

  for (const [what, file, reason] of [
    ['a text that calls itself a photo', () => notAPhoto, say('reason.upload.wrong_type')],
    ['a photo as an iPhone keeps it', () => heicPhoto, say('reason.upload.heic')],
    ['a photo of twelve megabytes', hugePhoto, say('reason.upload.too_large', { megabytes: 8 })],
  ] as const) {
    test(`${what} is refused in words, and the text stays`, async ({ visit }) => {
      const page = await visit();
      await page.goto('/report');
      // What these names leave out, an iPhone turns into a JPEG before it hands it over.
      const accept = await page.getByLabel(say('report.photo.album')).getAttribute('accept');
      expect(accept).toBe('image/jpeg,image/png,image/webp');
      await fillReport(page, { words: '路灯一闪一闪的。', place, detail: '东门口', photos: [file()] });
      await page.getByRole('button', send).click();
      await expect(page.locator('#errors')).toContainText(reason);
      await expect(page.getByLabel(say('report.words.label'))).toHaveValue('路灯一闪一闪的。');
      await expect(page.getByLabel(say('report.place.detail'))).toHaveValue('东门口');
      // Another wrong one changes nothing; a right one takes the red words away.
      const told = page.getByText(reason).filter({ visible: true });
      await page.getByLabel(say('report.photo.album')).setInputFiles([{ ...heicPhoto, buffer: Buffer.from('x') }]);
      await expect(told).not.toHaveCount(0);
      await page.getByLabel(say('report.photo.album')).setInputFiles([await takePhoto()]);
      await expect(told).toHaveCount(0);
      await page.getByRole('button', send).click();
      await page.waitForURL(/\/report\/done\//);
      await readReceipt(page);
    });
  }

  test('a wrong photo in a step of an order: its red words go with a right one', async ({ visit }) => {
    const page = await visit();
    const order = { item: '0802', words: '楼下有车堵门，出不去了。', place: { areaCode: '320371003208005-05' } };
    const sent = await page.request.post('/api/v1/orders', {
      data: { ...order, clientId: `wrong-photo-${Date.now()}` },
    });
    await page.goto(`/t/${(await sent.json()).queryCode}/supplement`);
    await page.locator('textarea').fill('补一张照片，在门口。');
    await page.locator('input[type="file"]').setInputFiles([notAPhoto]);
    await page.locator('form[data-keep] button').click();
    const told = page.getByText(say('reason.upload.wrong_type')).filter({ visible: true });
    await expect(told).not.toHaveCount(0);
    await page.locator('input[type="file"]').setInputFiles([await takePhoto()]);
    await expect(told).toHaveCount(0);
    await expect(page.locator('input[type="file"]')).not.toHaveAttribute('aria-invalid');
  });

  test('the same form sent twice makes one order', async ({ visit }) => {
    const page = await visit();
    await page.goto('/report');
    await fillReport(page, { words: '二楼的窗户关不上，漏风。', place });
    const fields = await page
      .locator('form[action="/report/submit"]')
      .first()
      .evaluate((form) =>
        Object.fromEntries([...new FormData(form as HTMLFormElement)].filter((pair) => typeof pair[1] === 'string')),
      );
    const post = () =>
      page.request.post('/report/submit', {
        multipart: { ...(fields as Record<string, string>), do: 'submit' },
        headers: { origin: new URL(page.url()).origin },
        maxRedirects: 0,
      });
    const answers = await Promise.all([post(), post()]);
    expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
    const [first, second] = answers.map((answer) => answer.headers().location);
    expect(first).toMatch(/\/report\/done\//);
    expect(second).toBe(first);
  });

  test('back from the receipt shows the form, and the order is listed once', async ({ visit }) => {
    const page = await visit();
    const sent = await report(page, { words: '门口的台阶松了一块砖。', place, phone: '13900000701' });
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('report.title'));
    await page.goto('/mine');
    await expect(page.getByRole('main').locator(`a[href*="${sent.queryCode}"]`)).toHaveCount(1);
  });

  test('a wrong code and a wrong phone tail are told in the same words, and what was typed stays', async ({
    visit,
  }) => {
    const page = await visit();
    const { number } = await report(page, { words: '楼道里堆了旧沙发。', place, phone: '13900000702' });
    for (const [code, secret] of [
      ['0000000000', ''],
      [number, '9999'],
    ] as const) {
      await page.goto('/t');
      await page.getByLabel(say('lookup.code')).fill(code);
      await page.getByLabel(say('lookup.secret')).fill(secret);
      await page.getByRole('button', { name: say('lookup.submit') }).click();
      await expect(page.locator('#errors')).toContainText(say('reason.order.code_unknown'));
      await expect(page.getByLabel(say('lookup.code'))).toHaveValue(code);
    }
    await page.getByLabel(say('lookup.secret')).fill('0702');
    await page.getByRole('button', { name: say('lookup.submit') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  });

  test('a session that ended in the middle keeps the words of a handler', async ({ visit }) => {
    const resident = await visit();
    const { number } = await report(resident, { words: '健身器材的把手掉了。', place, phone: '13900000703' });
    const desk = await visit('limin', { on: 'desktop' });
    await openAtDesk(desk, number);
    await assign(desk, { item: '0603', handler: 'unit:PL-COMM' });
    const handler = await visit();
    await signIn(handler, 'fangmin');
    await handler.goto(`/handle/o/${number}`);
    await handler.getByRole('button', { name: say('work.sign.send'), exact: true }).click();
    await expect(handler.getByText(say('work.done.sign'))).toBeVisible();
    await handler
      .locator('summary')
      .filter({ hasText: say('work.note.title') })
      .first()
      .click();
    await handler.getByLabel(say('work.note.words')).fill('把手的型号要问厂家，先记下来');
    // The same session, ended elsewhere: the browser still holds its cookie.
    const elsewhere = await visit();
    await elsewhere.context().addCookies(await handler.context().cookies());
    await elsewhere.goto('/login');
    await elsewhere.getByRole('button', { name: say('nav.sign_out'), exact: true }).click();
    await expect(elsewhere.getByRole('button', { name: say('nav.sign_out'), exact: true })).toHaveCount(0);
    await handler.getByRole('button', { name: say('work.note.send'), exact: true }).click();
    await handler.waitForURL(/\/login\?next=/);
    await handler.getByLabel(say('login.account')).fill('fangmin');
    await handler.getByLabel(say('login.password')).fill(demoPassword);
    await handler.getByRole('button', { name: say('login.send'), exact: true }).click();
    await handler.waitForURL(new RegExp(`/handle/o/${number}`));
    await expect(handler.getByText(say('work.session_ended')).first()).toBeVisible();
    await expect(handler.getByLabel(say('work.note.words'))).toHaveValue('把手的型号要问厂家，先记下来');
  });

  test('a session that ended in the middle keeps what the desk was typing for somebody', async ({ visit }) => {
    // A session of its own: the one that the other tests share must not end here.
    const desk = await visit(undefined, { on: 'desktop' });
    await signIn(desk, 'limin');
    await desk.goto('/desk/new');
    await desk.locator('[name="words"]').fill('三楼的路灯不亮，晚上看不见台阶。');
    await desk.locator('[name="address"]').fill('A区3号楼');
    await desk.locator('[name="spokenBy"]').fill('王某');
    await desk.locator('[name="consent"]').check();
    const elsewhere = await visit();
    await elsewhere.context().addCookies(await desk.context().cookies());
    await elsewhere.goto('/login');
    await elsewhere.getByRole('button', { name: say('nav.sign_out'), exact: true }).click();
    await expect(elsewhere.getByRole('button', { name: say('nav.sign_out'), exact: true })).toHaveCount(0);
    await desk.getByRole('button', { name: say('proxy.submit.desk'), exact: true }).click();
    await desk.waitForURL(/\/login\?next=/);
    await desk.getByLabel(say('login.account')).fill('limin');
    await desk.getByLabel(say('login.password')).fill(demoPassword);
    await desk.getByRole('button', { name: say('login.send'), exact: true }).click();
    await desk.waitForURL(/\/desk\/new\?form=new/);
    await expect(desk.locator('#errors')).toContainText(say('desk.kept.signed_out'));
    await expect(desk.locator('[name="words"]')).toHaveValue('三楼的路灯不亮，晚上看不见台阶。');
    await expect(desk.locator('[name="spokenBy"]')).toHaveValue('王某');
  });

  test('a reply that says nothing is handed back once with its words, and goes when it is wanted', async ({
    visit,
  }) => {
    const { number } = await report(await visit(), { words: '楼道灯不亮，什么时候来修？', place });
    const desk = await visit('limin', { on: 'desktop' });
    await desk.goto(`/desk/o/${number}`);
    const form = desk.locator('form:has(#decline-words)');
    await desk.locator('details:has(#decline-words) > summary').click();
    await form.locator('[name="reason"][value="other_channel"]').check();
    await form.locator('#decline-words').fill('灯的事我们高度重视。');
    await form.locator('[data-send]').click();
    await expect(desk.locator('#errors')).toContainText(say('reason.reply.hollow', { about: '高度重视' }));
    await expect(desk.locator('#errors')).toContainText(say('reason.reply.asked_when', { about: '什么时候' }));
    await expect(form.locator('#decline-words')).toHaveValue('灯的事我们高度重视。');
    await form.getByLabel(say('common.send_as_is')).check();
    await form.locator('[data-send]').click();
    await expect(desk.getByText(say('desk.next.declined')).first()).toBeVisible();
  });

  test('each side is closed with 403 and words to whoever has another role', async ({ visit }) => {
    const volunteer = await visit('liuyang');
    for (const [path, words] of [
      ['/desk', say('error.forbidden.title')],
      ['/desk/new', say('error.forbidden.title')],
      ['/handle', say('work.forbidden.handle')],
      ['/verify', say('work.forbidden.verify')],
    ] as const) {
      const answer = await volunteer.goto(path);
      expect(answer?.status(), path).toBe(403);
      await expect(volunteer.getByText(words), path).toBeVisible();
    }
    const verifier = await visit('zhengshucheng');
    expect((await verifier.goto('/volunteer'))?.status()).toBe(403);
    await expect(verifier.getByText(say('work.forbidden.volunteer'))).toBeVisible();
  });

  test('addresses that lead nowhere say so, with a way home', async ({ visit }) => {
    const page = await visit();
    expect((await page.goto('/no-such-page'))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('error.not_found.title'));
    expect((await page.goto('/t/0000000000'))?.status()).toBe(404);
    await expect(page.getByText(say('reason.order.code_unknown'))).toBeVisible();
    expect((await page.goto('/report/done/0000000000'))?.status()).toBe(404);
    await expect(page.getByText(orderNumber)).toHaveCount(0);
  });

  test.describe('a fault on our side', () => {
    test.use({ allowedNoise: [/status of 500|^500 from|at \/srv\/lib/] });

    test('in the middle of a page says what happened, what is kept, and what to do', async ({ visit }) => {
      for (const [locale, words] of [
        ['zh-CN', zh],
        ['en', en],
      ] as const) {
        const page = await visit(undefined, { locale });
        await page.route('**/login', (route) =>
          route.request().method() === 'POST'
            ? route.fulfill({ status: 500, contentType: 'text/plain', body: 'Error: at /srv/lib/people/store.ts:1' })
            : route.continue(),
        );
        await page.goto('/login');
        await page.locator('[name="account"]').fill('limin');
        await page.locator('[name="password"]').fill(demoPassword);
        await page.getByRole('button', { name: words.login.send, exact: true }).click();
        const main = page.getByRole('main');
        await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.error.server.title);
        await expect(main).toContainText(words.error.server.text);
        await expect(page.getByText(/Error|\/srv|undefined/)).toHaveCount(0);
        await expect(main.locator('a[href="tel:12345"]')).toBeVisible();
        await main.getByRole('button', { name: words.error.server.again }).click();
        await expect(page.locator('[name="account"]')).toBeVisible();
        await page.locator('[name="account"]').fill('limin');
        await page.locator('[name="password"]').fill(demoPassword);
        await page.getByRole('button', { name: words.login.send, exact: true }).click();
        await main.getByRole('link', { name: words.error.home }).click();
        await expect(page.getByRole('link', { name: words.home.report }).first()).toBeVisible();
      }
    });
  });
});
