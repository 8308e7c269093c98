import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../support/e2e';
import { act, historyOf, inHand } from '../support/e2e-in-hand';
import { takePhoto } from '../support/e2e-photo';
import { report } from '../support/e2e-resident';
import { button } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

// The line is cut on purpose, which a server action says as well; /offline answers with its status, and the page of a task that was taken away is not there.
test.use({
  allowedNoise: [
    /ERR_INTERNET_DISCONNECTED|ERR_FAILED|error occurred when fetching the script|status of (503|404)|^503 from|^console error: TypeError: Failed to fetch/,
  ],
});

const unfold = (page: Page, key: string) =>
  page
    .locator('summary')
    .filter({ hasText: say(key) })
    .first()
    .click();
const waiting = (page: Page, count: number) =>
  expect(page.getByText(count === 1 ? say('outbox.one') : say('outbox.many', { count })).first()).toBeVisible();

async function arriveBy(page: Page, reason: string): Promise<void> {
  await unfold(page, 'work.arrive.otherwise');
  await page.locator('#arrive').getByLabel(say('work.arrive.reason'), { exact: true }).fill(reason);
  await button(page, 'work.arrive.send').click();
}

async function note(page: Page, words: string): Promise<void> {
  const field = page.getByLabel(say('work.note.words'));
  if (!(await field.isVisible())) await unfold(page, 'work.note.title');
  await field.fill(words);
  await button(page, 'work.note.send').click();
}

/** Until the worker answers for this page and holds the pages that it was told to keep. */
async function isReady(page: Page, paths: string[]): Promise<void> {
  const missing = () =>
    page.evaluate(
      async (wanted) => {
        const found = await Promise.all(wanted.map(async (path) => ((await caches.match(path)) ? '' : path)));
        return [...found.filter(Boolean), ...(navigator.serviceWorker.controller ? [] : ['worker'])];
      },
      ['/offline', ...paths],
    );
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}

test.describe('without a network', { tag: '@phone' }, () => {
  test('a handler arrives, notes and finishes; all of it arrives in its order, once', async ({ visit }) => {
    test.slow();
    const desk = await visit('limin', { on: 'desktop' });
    const handler = await visit('fangmin');
    const number = await inHand(desk, handler, '健身器材的螺丝松了，晃得厉害。');
    const page = `/handle/o/${number}`;
    await handler.goto(page);
    await isReady(handler, [page, `${page}/finish`, '/handle/tasks']);

    await handler.context().setOffline(true);
    await expect(handler.getByText(say('outbox.offline'))).toBeVisible();
    await arriveBy(handler, '地下室没有信号');
    await waiting(handler, 1);
    await note(handler, '螺丝是 M8 的');
    await waiting(handler, 2);
    await expect(handler.getByLabel(say('work.note.words'))).toHaveValue('');
    // Opened again from what the phone keeps: the second note is another one.
    await handler.goto(page);
    await waiting(handler, 2);
    await note(handler, '垫片也要换');
    await waiting(handler, 3);
    await handler.goto(`${page}/finish`);
    await handler.getByRole('radio', { name: say('outcome.resolved'), exact: true }).check();
    await handler.getByLabel(say('work.finish.words')).fill('螺丝垫片都换了');
    await handler.locator('input[type="file"][name="photo.photo_after"]').setInputFiles([await takePhoto('after')]);
    await button(handler, 'work.finish.send').click();
    await waiting(handler, 4);
    await expect(handler.getByText(say('outbox.kept'))).toBeVisible();

    await handler.context().setOffline(false);
    await expect(handler.getByText(say('outbox.sent'))).toBeVisible({ timeout: 20_000 });
    const done = (await historyOf(handler, number)).slice(-4);
    expect(done).toEqual(['order.arrived', 'order.noted', 'order.noted', 'order.evidence_submitted']);
  });

  test('what the desk took back meanwhile is not done, and the words stay', async ({ visit }) => {
    const desk = await visit('limin', { on: 'desktop' });
    const handler = await visit('fangmin');
    const number = await inHand(desk, handler, '健身器材的脚踏掉了一个。');
    await handler.goto(`/handle/o/${number}`);
    await handler.context().setOffline(true);
    await arriveBy(handler, '脚踏在保安室，明天装');
    await expect(handler.getByText(say('outbox.kept'))).toBeVisible();
    await act(desk, number, 'reassign', { handler: { unit: 'PL-PROP' }, reason: '换一家来做' });
    await handler.context().setOffline(false);
    await expect(handler.getByText(say('outbox.mend'))).toBeVisible();
    await expect(handler.locator('.outbox').getByText('脚踏在保安室，明天装')).toBeVisible();
    await expect(handler.getByText(say('outbox.one'))).toBeHidden();
    expect(await historyOf(desk, number)).not.toContain('order.arrived');
    await handler.getByRole('button', { name: say('outbox.drop') }).click();
    await expect(handler.getByText(say('outbox.mend'))).toBeHidden();
  });

  test('a reason that a server action could not send stays, and goes once it has arrived', async ({ visit }) => {
    const desk = await visit('limin', { on: 'desktop' });
    const handler = await visit('fangmin');
    const number = await inHand(desk, handler, '健身器材的转盘卡住了。');
    const page = `/handle/o/${number}`;
    const why = '居民说晚上八点以后再打';
    const words = handler.locator('#contact-words');
    const call = async () => {
      const form = handler.locator('#contact');
      if (!(await words.isVisible())) await form.locator('summary').click();
      for (const name of ['how', 'reached']) await form.locator(`input[name="${name}"]`).first().check();
      await words.fill(why);
      await button(handler, 'work.contact.send').click();
    };
    await handler.goto(page);
    await isReady(handler, [page]);
    await handler.context().setOffline(true);
    await call();
    await expect(words).toHaveCount(0);
    await handler.context().setOffline(false);
    await handler.goto(page);
    await expect(words).toHaveValue(why);
    await expect(handler.getByText(say('outbox.words')).first()).toBeVisible();
    await call();
    await expect(handler.getByText(say('work.done.contact'), { exact: true })).toBeVisible();
    await handler.goto(page);
    await expect(words).toHaveValue('');
  });

  test('what waited long tells in words when it was pressed', async ({ visit, request }) => {
    const desk = await visit('limin', { on: 'desktop' });
    const handler = await visit('fangmin');
    const number = await inHand(desk, handler, '健身器材的漆掉了。');
    await handler.goto('/handle/tasks');
    const { version } = (await (await handler.request.get(`/api/v1/orders/${number}`)).json()) as { version: number };
    const post = (waited: number) =>
      handler.request.post(`/handle/evidence/${number}/arrive`, {
        multipart: { version: String(version), clientId: `arrive-${number}`, reason: '没有信号' },
        headers: {
          origin: new URL(handler.url()).origin,
          'x-post-key': `arrive-${number}`,
          'x-post-waited': `${waited}`,
        },
        maxRedirects: 0,
      });
    expect((await post(3600)).headers().location).toContain('done=arrive');
    expect((await post(3700)).headers().location).toContain('done=arrive');
    const types = await historyOf(handler, number);
    expect(types.slice(-2)).toEqual(['order.arrived', 'order.noted']);
    // Words as long as words may be: the sentence stands in a note of its own.
    const long = await handler.request.post(`/handle/evidence/${number}/note`, {
      multipart: { version: String(version), clientId: `note-${number}`, words: '长'.repeat(2000) },
      headers: { origin: new URL(handler.url()).origin, 'x-post-key': `note-${number}`, 'x-post-waited': '3600' },
      maxRedirects: 0,
    });
    expect(long.headers().location).toContain('done=note');
    expect((await historyOf(handler, number)).slice(-3)).toEqual(['order.noted', 'order.noted', 'order.noted']);
    // 办完了 too: the version of its page is over by then, and the note is said all the same, once.
    const finish = () =>
      handler.request.post(`/handle/evidence/${number}/finish`, {
        multipart: {
          version: String(version),
          clientId: `finish-${number}`,
          outcome: 'resolved',
          'missing.photo_after': '手机没有电，拍不了照片。',
          'missing.document': '没有用到材料，没有单据。',
        },
        headers: {
          origin: new URL(handler.url()).origin,
          'x-post-key': `finish-${number}`,
          'x-post-waited': '7200',
        },
        maxRedirects: 0,
      });
    for (const answer of [await finish(), await finish()]) expect(answer.headers().location).toContain('done=finish');
    expect((await historyOf(handler, number)).slice(-2)).toEqual(['order.evidence_submitted', 'order.noted']);
    // What a browser sends by itself while nobody is signed in is not read, and no form of it is kept.
    const turned = await request.post(new URL(`/handle/evidence/${number}/note`, handler.url()).href, {
      data: 'not read',
      headers: { origin: new URL(handler.url()).origin, 'x-post-quiet': '1' },
      maxRedirects: 0,
    });
    expect(turned.headers().location).toMatch(/\/login\?next=%2Fhandle%2Fo%2F[^%]+$/);
    await handler.goto(`/handle/o/${number}`);
    await expect(handler.getByText(/“到场”是.*在手机上按的，当时没有网/).first()).toBeAttached();
    await expect(handler.getByText(/“办完了”是.*在手机上按的，当时没有网/).first()).toBeAttached();
  });

  test('a page that was never opened says what is kept and whom to call; signing out leaves no task behind', async ({
    visit,
  }) => {
    test.slow();
    const resident = await visit();
    const { queryCode } = await report(resident, { words: '路边的树枝断了，挂在半空。', place: /C区.*1号楼/ });
    await resident.goto('/');
    await isReady(resident, []);
    await resident.goto(`/t/${queryCode}/supplement`);
    const words = '挂在 3 号门口上面';
    await resident.locator('[name="words"]').fill(words);
    await resident.context().setOffline(true);
    await resident.getByRole('button', { name: say('track.submit.note') }).click();
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(say('offline.title'));
    await expect(resident.getByText(words)).toBeVisible();
    await expect(resident.locator('main a[href="tel:119"]')).toBeVisible();
    await button(resident, 'offline.again.send').click();
    await expect(resident.getByText(words)).toBeVisible();
    await resident.context().setOffline(false);
    await button(resident, 'offline.again.send').click();
    await resident.waitForURL(new RegExp(`/t/${queryCode}$`));
    await expect(resident.getByText(words)).toHaveCount(1);

    const desk = await visit('limin', { on: 'desktop' });
    const handler = await visit();
    await signIn(handler, 'fangmin');
    const number = await inHand(desk, handler, '健身器材的座板裂了。');
    await handler.goto(`/handle/o/${number}`);
    await isReady(handler, [`/handle/o/${number}`]);
    const isKept = () => handler.evaluate(async (path) => Boolean(await caches.match(path)), `/handle/o/${number}`);
    await handler.goto('/login');
    expect(await isKept()).toBe(true);
    await button(handler, 'nav.sign_out').click();
    await handler.waitForURL((url) => url.pathname === '/');
    await expect.poll(isKept).toBe(false);
  });
});
