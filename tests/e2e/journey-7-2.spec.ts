import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { countingKeyboard, focused, printed } from '../support/e2e-keys';
import { takePhoto } from '../support/e2e-photo';
import { orderNumber, rate } from '../support/e2e-resident';
import { contact, finish, openSelected, pass, select, sign } from '../support/e2e-staff';
import { pattern, say } from '../support/e2e-words';

// Wrong PINs, and what is not theirs to press, are answered with 403 and 429.
test.use({ allowedNoise: [/status of (403|404|429)/] });

const words = '楼上漏水把我家天花板泡了,找过两次没人管';
const minute = 60_000;

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

/** Calls a verb by its address, as somebody would who does not find the button. */
const call = (page: Page, number: string, action: string, body: Record<string, unknown>): Promise<number> =>
  page.evaluate(
    async ([path, sent]) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: sent,
      });
      return answer.status;
    },
    [`/api/v1/orders/${number}/actions/${action}`, JSON.stringify({ clientId: crypto.randomUUID(), ...body })] as const,
  );

test.describe('7.2 walk-in at the hall, typed by staff', { tag: '@phone' }, () => {
  test.slow();

  test('陈晨 types for 周建国 by keyboard, 李敏 calls back', async ({ visit }) => {
    // 1. The idle lock is stated on the page.
    const counter = await visit('chenchen', { on: 'desktop' });
    await counter.goto('/desk/new');
    await expect(counter.getByText(say('proxy.idle', { minutes: 30 }))).toBeVisible();
    await expect(counter.getByText(say('proxy.consent.notice'))).toBeVisible();

    // 2.–5. From the first field to the slip without a mouse, in less than half a minute.
    const keyboard = countingKeyboard(counter);
    const began = Date.now();
    expect(await focused(counter)).toBe('spokenBy');
    await keyboard.type('周建国');
    await keyboard.press('Tab');
    await keyboard.type('13900000702');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    expect(await focused(counter)).toBe('words');
    await keyboard.type(words);
    await keyboard.access('6');
    expect(await focused(counter)).toBe('address');
    await keyboard.type('A3-1-502');
    await keyboard.press('Enter');
    await counter.waitForURL(/form=new/);
    // 3. Both readings of the words, each with the words that spoke for it; the first one has the focus.
    await expect(counter.getByRole('radio', { name: /^1101.*漏水/ })).toBeVisible();
    const leak = counter.getByRole('radio', { name: /^0701.*漏水/ });
    await expect(leak).toBeVisible();
    expect(await focused(counter)).toBe('item');
    await expect(counter.locator('#summary')).toHaveValue(words);
    // 4. Cell and grid worker of the place.
    await expect(counter.getByText(/A区3号楼 1单元502室.*A-1网格.*钱芳/)).toBeVisible();
    for (let i = 0; i < 3 && !(await leak.isChecked()); i++) await keyboard.press('ArrowDown');
    await expect(leak).toBeChecked();
    await keyboard.press('Control+Enter');
    await counter.waitForURL(/\/desk\/slip\//);
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(keyboard.keys).toBeLessThanOrEqual(10);

    // 5. The slip: number, code, promise, hint to rate; one sheet of A5 without colour.
    const { number, code, pin } = await readSlip(counter);
    expect(code).toMatch(/^[0-9A-Z]{10}$/);
    expect(pin).toBe('');
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
    await counter.emulateMedia({ media: null });

    // 6. 周 looks it up without signing in; nobody else is on the page.
    const resident = await visit();
    await lookUp(resident, code);
    await resident.waitForURL(`**/t/${code}`);
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(number);
    const seen = (await resident.getByRole('main').textContent()) ?? '';
    expect(seen).toContain(words);
    for (const other of ['陈晨', '王桂兰', '孙秀英']) expect(seen).not.toContain(other);

    // 7. Marked in the list; the buttons are not there, and by address they are refused.
    await counter.goto('/desk?view=typed_by_me');
    const row = counter.getByRole('listitem').filter({ has: counter.locator(`a[href="/desk/o/${number}"]`) });
    await expect(row.getByText(say('desk.mark.proxy'), { exact: true })).toBeVisible();

    const handler = await visit('gongshui');
    await sign(handler, number);
    await contact(handler, '马上到，先请楼上关总阀');
    await finish(handler, {
      outcome: 'resolved',
      words: '楼上软管破了，已换新，通水不漏。',
      photos: { kind: 'document', files: [await takePhoto('repair-sheet')] },
      line: { kind: 'reading', value: '0.28 MPa' },
    });

    await counter.goto(`/desk/o/${number}`);
    await expect(counter.getByText(say('proxy.consent.tick')).first()).toBeVisible();
    const absent = async () => {
      for (const key of ['verify.pass', 'callback.send']) {
        await expect(counter.getByRole('button', { name: say(key) })).toHaveCount(0);
      }
    };
    await absent();
    const version = Number((await counter.locator('input[name="version"]').first().getAttribute('value')) ?? 0);
    expect(await call(counter, number, 'pass', { version })).toBe(403);
    const answered = { version, via: 'hall', reached: true, solved: 'yes', stars: 5, words: '我替他说' };
    expect(await call(counter, number, 'callback', answered)).toBe(403);

    await pass(await visit('heping'), number);
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
        .filter({ hasText: number });
      await expect(line.first()).toBeVisible();
    }

    // 8. Not content: somebody else is to call, within a working day, and not the one who typed it.
    await rate(resident, code, { solved: 'partly', level: 2, reason: 'other', words: '还有点渗' });
    const listed = (page: Page) => page.locator(`.queue-list a[href="/desk/o/${number}"]`);
    await counter.goto('/desk?view=to_call_back');
    await expect(counter.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(listed(counter)).toHaveCount(0);
    const desk = await visit('limin', { on: 'desktop' });
    await desk.goto('/desk?view=to_call_back');
    const due = desk.getByRole('listitem').filter({ has: desk.locator(`a[href="/desk/o/${number}"]`) });
    await expect(due.getByText(pattern('desk.row.call_by'))).toBeVisible();
    await select(desk, number);
    await openSelected(desk, number);
    await expect(desk.getByText(say('callback.three_tries'))).toBeVisible();
    await desk.getByRole('button', { name: say('callback.show') }).click();
    await expect(desk.locator('a[href="tel:13900000702"]')).toBeVisible();
    const choose = (name: string, key: string) =>
      desk
        .locator(`input[name="${name}"]`)
        .and(desk.getByRole('radio', { name: say(key), exact: true }))
        .check();
    await choose('reached', 'callback.reached.yes');
    await choose('contactedInTime', 'callback.contacted.yes');
    await choose('solved', 'callback.solved.yes');
    await choose('stars', 'state.level.4');
    await desk.getByLabel(say('callback.words')).fill('今天看过，干了，不渗了。');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByText(say('desk.done.callback'))).toBeVisible();
    await expect(desk.getByText(say('desk.result.for_resident'), { exact: true })).toBeVisible();
    await desk.goto('/desk?view=to_call_back');
    await expect(listed(desk)).toHaveCount(0);
    // What counts now is the later answer.
    await resident.goto(`/t/${code}`);
    const told = { solved: say('rate.solved.yes'), level: say('rate.level.4') };
    await expect(resident.getByText(say('track.called_rating', told))).toBeVisible();
  });

  test('somebody without a name: PIN on the slip in both languages, five wrong ones have to wait', async ({
    visit,
  }) => {
    await visit('chenchen', { on: 'desktop' });
    // 9. The desk works in English: the slip has both halves, on the one sheet.
    const counter = await visit('chenchen', { on: 'desktop', locale: 'en', script: false });
    await counter.goto('/desk/new');
    await counter.locator('[name="naming"][value="anonymous"]').check();
    await counter.locator('[name="consent"]').check();
    await counter.locator('[name="words"]').fill('三号楼前面的路灯两个星期不亮了。');
    await counter.locator('[name="address"]').fill('A区3号楼1单元502');
    await counter.locator('button[value="submit"]').click();
    await counter.waitForURL(/\/desk\/slip\//);
    const { number, code, pin } = await readSlip(counter);
    expect(pin).toMatch(/^\d{6}$/);
    await expect(counter.locator('.slip-en')).toContainText('Please rate the result.');
    expect(await printed(counter)).toEqual([{ width: 148, height: 210 }]);
    // Shown once: whoever opens the slip again, also the clerk, does not read it.
    await counter.reload();
    await expect(counter.locator('.slip-code')).toHaveCount(0);

    const resident = await visit();
    const open = async (typed: string) => {
      await resident.getByLabel(say('lookup.pin'), { exact: true }).fill(typed);
      await resident.getByRole('button', { name: say('lookup.pin_submit'), exact: true }).click();
    };
    await lookUp(resident, code);
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(say('lookup.pin_title'));
    await open(pin);
    await resident.waitForURL(`**/t/${code}`);
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(number);

    const stranger = await visit();
    await lookUp(stranger, code);
    const wrong = pin === '000000' ? '000001' : '000000';
    const guess = async (typed: string) => {
      await stranger.locator('[name="secret"]').fill(typed);
      await stranger.getByRole('button', { name: say('lookup.pin_submit'), exact: true }).click();
    };
    for (let i = 0; i < 5; i++) {
      await guess(wrong);
      await expect(stranger.getByText(say('reason.order.pin_wrong'))).toBeVisible();
    }
    await guess(pin);
    await expect(stranger.getByText(/输错太多次，请过 15 分钟再试/)).toBeVisible();
    await expect(stranger.getByText('三号楼前面的路灯')).toHaveCount(0);
  });
});
