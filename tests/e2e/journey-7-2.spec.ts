import type { Page } from '@playwright/test';
import { newId } from '@/lib/kernel/ids';
import { expect, test } from '../support/e2e';
import { callVerb, recordCall } from '../support/e2e-callback';
import { countingKeyboard, focused, printed } from '../support/e2e-keys';
import { takePhoto } from '../support/e2e-photo';
import { orderNumber, rate } from '../support/e2e-resident';
import { contact, finish, openSelected, pass, select, sign } from '../support/e2e-staff';
import { pattern, say } from '../support/e2e-words';

// Wrong PINs, and what is not theirs to press, are answered with 403 and 429.
test.use({ allowedNoise: [/status of (403|404|429)/] });

const words = '楼上漏水把我家天花板泡了,找过两次没人管';
const minute = 60_000;
/** A区3号楼 */
const buildingA3 = '320371003208001-03';

/** Number and query code from the slip, and the PIN where there is one. */
async function readSlip(page: Page) {
  const number = orderNumber.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
  const [code = '', pin = ''] = (await page.locator('.slip-code').allTextContents()).map((text) =>
    text.replace(/\s/g, ''),
  );
  return { number, code, pin };
}

/** Instants as the slip writes them: 2024年1月16日 09:56. */
const instantsOf = (text: string) =>
  [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日 (\d\d):(\d\d)/g)].map(([, y, m, d, h, min]) =>
    Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min)),
  );

async function lookUp(page: Page, code: string): Promise<void> {
  await page.goto('/t');
  await page.getByLabel(say('lookup.code')).fill(`${code.slice(0, 5)} ${code.slice(5)}`.toLowerCase());
  await page.getByRole('button', { name: say('lookup.submit') }).click();
}

// The three tries of 8 are in tests/integration/orders/call-backs.test.ts, that the fifteen minutes of step 9 end in
// tests/integration/orders/codes.test.ts; the counter's minutes of step 10 belong to a later part.
test('7.2 陈晨 types for 周建国 at the hall, 李敏 calls back', { tag: '@phone' }, async ({ visit }) => {
  test.setTimeout(180_000);
  const counter = await visit('chenchen', { on: 'desktop' });
  const keyboard = countingKeyboard(counter);
  const resident = await visit();
  // Upstairs of him somebody has the same trouble already.
  const upstairs = await resident.request.post('/api/v1/orders', {
    headers: { 'sec-fetch-site': 'same-origin' },
    data: { item: '0701', words: '楼上漏水，天花板泡了', place: { areaCode: buildingA3 }, clientId: newId() },
  });
  const { code: other } = (await upstairs.json()) as { code: string };
  const leak = counter.locator('[name="item"]').and(counter.getByRole('radio', { name: /^0701.*漏水/ }));
  let began = 0;
  let sent = { number: '', code: '', pin: '' };

  await test.step('1 the idle lock is stated on the page', async () => {
    await counter.goto('/desk/new');
    await expect(counter.getByText(say('proxy.idle', { minutes: 30 }))).toBeVisible();
  });

  await test.step('2 name, phone, the notice and its tick, by keyboard from the first field on', async () => {
    await expect(counter.getByText(say('proxy.consent.notice', { who: 'desk' }))).toBeVisible();
    await expect(counter.locator('[name="naming"][value="anonymous"]')).toHaveCount(1);
    began = Date.now();
    expect(await focused(counter)).toBe('spokenBy');
    await keyboard.type('周建国');
    await keyboard.press('Tab');
    await keyboard.type('13900000702');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await expect(counter.locator('[name="consent"]')).toBeChecked();
    await keyboard.press('Tab');
  });

  await test.step('3 his own words: both readings with the words that spoke for them, the urgent one chosen', async () => {
    expect(await focused(counter)).toBe('words');
    await keyboard.type(words);
    await keyboard.access('6');
    expect(await focused(counter)).toBe('address');
    await keyboard.type('A3-1-502');
    await keyboard.press('Enter');
    await counter.waitForURL(/form=new/);
    await expect(
      counter.locator('[name="item"]').and(counter.getByRole('radio', { name: /^1101.*漏水/ })),
    ).toBeVisible();
    await expect(leak).toBeVisible();
    expect(await focused(counter)).toBe('item');
    await expect(counter.locator('#summary')).toHaveValue(words);
  });

  await test.step('4 cell and grid worker of the place', async () => {
    await expect(counter.getByText(/A区3号楼 1单元502室.*A-1网格.*钱芳/)).toBeVisible();
    for (let i = 0; i < 3 && !(await leak.isChecked()); i++) await keyboard.press('ArrowDown');
    await expect(leak).toBeChecked();
  });

  await test.step('3 one open order of the same stair is shown with the reasons: 不是同一件; the dispute is noted beside', async () => {
    await expect(counter.getByText(pattern('proxy.preview.similar'))).toBeVisible();
    await expect(counter.getByRole('link', { name: other, exact: true })).toBeVisible();
    await expect(counter.getByText(say('desk.similar.why.same_building')).first()).toBeVisible();
    await counter.getByRole('radio', { name: say('proxy.preview.apart') }).check();
    await counter.locator('#also').selectOption('1101');
  });

  await test.step('5 in half a minute and ten keys the slip: number, code, promise, hint to rate, one sheet of A5 in black', async () => {
    await keyboard.press('Control+Enter');
    await counter.waitForURL(/\/desk\/slip\//);
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(keyboard.keys).toBeLessThanOrEqual(10);
    sent = await readSlip(counter);
    expect(sent.code).toMatch(/^[0-9A-Z]{10}$/);
    expect(sent.pin).toBe('');
    const sheet = counter.getByRole('main');
    await expect(sheet).toContainText(say('slip.please_rate'));
    await expect(sheet).toContainText('钱芳');
    const [made = 0, acceptBy = 0, finishBy = 0] = instantsOf(
      (await sheet.locator('.slip-sub, dd').allTextContents()).join('\n'),
    );
    // Promised as if it were dispatched at the very end of the half hour that U2 leaves for it.
    expect([(acceptBy - made) / minute, (finishBy - made) / minute]).toEqual([60, 24 * 60 + 30]);
    expect(await printed(counter)).toEqual([{ width: 148, height: 210 }]);
    await counter.emulateMedia({ media: 'print' });
    await expect(counter.locator('.slip-tools')).toBeHidden();
    // What stands on paper is dark on white: nothing is told by colour, nothing is lost without it.
    const pale = await sheet.evaluate((main) =>
      [...main.querySelectorAll('*')]
        .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()))
        .filter((node) => node.getClientRects().length > 0)
        .map((node) => ({ text: node.textContent, rgb: getComputedStyle(node).color.match(/\d+/g)?.map(Number) ?? [] }))
        .filter(({ rgb: [r = 0, g = 0, b = 0] }) => 0.299 * r + 0.587 * g + 0.114 * b > 120)
        .map(({ text }) => text),
    );
    expect(pale).toEqual([]);
    await counter.emulateMedia({ media: null });
  });

  await test.step('6 周 looks it up without signing in; nobody else is on the page', async () => {
    await lookUp(resident, sent.code);
    await resident.waitForURL(`**/t/${sent.code}`);
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(sent.number);
    const seen = (await resident.getByRole('main').textContent()) ?? '';
    expect(seen).toContain(words);
    for (const other of ['陈晨', '王桂兰', '孙秀英']) expect(seen).not.toContain(other);
  });

  await test.step('7 marked 代; the clerk finds no button, and by address gets 403 and a line in the audit', async () => {
    await counter.goto('/desk?view=typed_by_me');
    await expect(
      counter.locator(`#row-${sent.number}`).getByText(say('desk.mark.proxy'), { exact: true }),
    ).toBeVisible();
    const handler = await visit('gongshui');
    await sign(handler, sent.number);
    await contact(handler, '马上到，先请楼上关总阀');
    await finish(handler, {
      outcome: 'resolved',
      words: '楼上软管破了，已换新，通水不漏。',
      photos: { kind: 'document', files: [await takePhoto('repair-sheet')] },
      line: { kind: 'reading', value: '0.28 MPa' },
    });
    await counter.goto(`/desk/o/${sent.number}`);
    await expect(counter.getByText(pattern('desk.urgency.U2')).first()).toBeVisible();
    // The consent with its time.
    await expect(counter.getByText(say('proxy.consent.short')).first()).toBeVisible();
    await expect(counter.getByText(pattern('proxy.consent.at')).first()).toBeVisible();
    const absent = async () => {
      for (const key of ['verify.pass', 'callback.send']) {
        await expect(counter.getByRole('button', { name: say(key) })).toHaveCount(0);
      }
    };
    await absent();
    expect(await callVerb(counter, sent.number, 'pass', {})).toBe(403);
    const answered = { via: 'hall', reached: true, solved: 'yes', stars: 5, words: '我替他说' };
    expect(await callVerb(counter, sent.number, 'callback', answered)).toBe(403);
    await pass(await visit('heping'), sent.number);
    await counter.reload();
    await absent();
    await expect(counter.getByText(say('desk.closed_to_you.callback'))).toBeVisible();
    const auditor = await visit('auditor', { on: 'desktop' });
    await auditor.goto('/admin/audit?action=access.refused');
    for (const action of ['pass', 'callback']) {
      const line = auditor
        .getByRole('row')
        .filter({ hasText: '陈晨' })
        .filter({ hasText: `actions/${action}` })
        .filter({ hasText: sent.number });
      await expect(line.first()).toBeVisible();
    }
  });

  await test.step('8 not content: somebody else calls within a working day, not who typed it; the answer is marked 代评', async () => {
    await rate(resident, sent.code, { solved: 'partly', level: 2, reason: 'other', words: '还有点渗' });
    const listed = (page: Page) => page.locator(`#row-${sent.number}`);
    await counter.goto('/desk?view=to_call_back');
    await expect(counter.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(listed(counter)).toHaveCount(0);
    const desk = await visit('limin', { on: 'desktop' });
    await desk.goto('/desk?view=to_call_back');
    await expect(listed(desk).getByText(pattern('desk.row.call_by'))).toBeVisible();
    await select(desk, sent.number);
    await openSelected(desk, sent.number);
    await expect(desk.getByText(say('callback.three_tries'))).toBeVisible();
    await desk.getByRole('button', { name: say('callback.show') }).click();
    await expect(desk.locator('a[href="tel:13900000702"]')).toBeVisible();
    await recordCall(desk, { contactedInTime: 'yes', solved: 'yes', level: 4, words: '今天看过，干了，不渗了。' });
    await expect(desk.getByText(say('desk.result.for_resident'), { exact: true })).toBeVisible();
    await desk.goto('/desk?view=to_call_back');
    await expect(listed(desk)).toHaveCount(0);
    // What counts now is the later answer.
    await resident.goto(`/t/${sent.code}`);
    const told = { solved: say('rate.solved.yes'), level: say('rate.level.4') };
    await expect(resident.getByText(say('track.called_rating', told))).toBeVisible();
  });

  await test.step('9 without a name: PIN on the slip, in both languages, once; five wrong ones have to wait fifteen minutes', async () => {
    // The desk works in English: the slip has both halves, on the one sheet.
    const english = await visit('chenchen', { on: 'desktop', locale: 'en', script: false });
    await english.goto('/desk/new');
    await english.locator('[name="naming"][value="anonymous"]').check();
    await english.locator('[name="consent"]').check();
    await english.locator('[name="words"]').fill('三号楼前面的路灯两个星期不亮了。');
    await english.locator('[name="address"]').fill('A区3号楼1单元502');
    await english.locator('button[value="submit"]').click();
    await english.waitForURL(/\/desk\/slip\//);
    const { number, code, pin } = await readSlip(english);
    expect(pin).toMatch(/^\d{6}$/);
    await expect(english.locator('.slip-en')).toContainText('Please rate the result.');
    expect(await printed(english)).toEqual([{ width: 148, height: 210 }]);
    // The printer jams: within ten minutes it is still there. Afterwards nobody reads it again, also the clerk does not.
    await english.reload();
    expect((await readSlip(english)).code).toBe(code);
    await english.context().clearCookies({ name: 'slip' });
    await english.reload();
    await expect(english.locator('.slip-code')).toHaveCount(0);
    await expect(english.locator('.slip-told')).toContainText('cannot be issued');

    const owner = await visit();
    await lookUp(owner, code);
    await expect(owner.getByRole('heading', { level: 1 })).toHaveText(say('lookup.pin_title'));
    await owner.getByLabel(say('lookup.pin'), { exact: true }).fill(pin);
    await owner.getByRole('button', { name: say('lookup.pin_submit'), exact: true }).click();
    await owner.waitForURL(`**/t/${code}`);
    await expect(owner.getByRole('heading', { level: 1 })).toHaveText(number);

    const stranger = await visit();
    await lookUp(stranger, code);
    const guess = async (typed: string) => {
      await stranger.locator('[name="secret"]').fill(typed);
      await stranger.getByRole('button', { name: say('lookup.pin_submit'), exact: true }).click();
    };
    for (let i = 0; i < 5; i++) {
      await guess(pin === '000000' ? '000001' : '000000');
      await expect(stranger.getByText(say('reason.order.pin_wrong'))).toBeVisible();
    }
    await guess(pin);
    await expect(stranger.getByText(/输错太多次，请过 15 分钟再试/)).toBeVisible();
    await expect(stranger.getByText('三号楼前面的路灯')).toHaveCount(0);
  });
});
