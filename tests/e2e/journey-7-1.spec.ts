import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { takePhoto } from '../support/e2e-photo';
import { orderNumber, readReceipt, report } from '../support/e2e-resident';
import { assign, finish, pass, selectAtDesk, sign } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

/** A machine of the tests has no voice: what would be read is written down, as the browser would have been told it. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    const voice = { lang: 'zh-CN', name: 'test' };
    const speaker = {
      getVoices: () => [voice],
      speak: ({ text }: SpeechSynthesisUtterance) => spoken.push(text),
      cancel: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speaker });
  });
}

async function readAloud(page: Page): Promise<string> {
  await page.getByRole('button', { name: say('common.read.label'), exact: true }).click();
  return page.evaluate(() => String(Reflect.get(window, 'spoken').at(-1)));
}

const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });
const tile = (page: Page, name: string) => page.getByRole('button', { name: say(`report.kind.tile.${name}`) });
const next = (page: Page) => button(page, 'report.next').click();

async function onStep(page: Page, step: number): Promise<void> {
  await page.waitForURL(new RegExp(`/report\\?step=${step}`));
  await expect(page.getByText(say('report.step', { step, total: 4 }))).toBeVisible();
}

const widthOver = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test.describe('journey 7.1: an elder and a dark stairway', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  test.slow();

  test('by pictures, with her place of last time, read aloud, followed in three steps, not lit and done anew', async ({
    visit,
  }) => {
    const elder = await visit();
    await elder.setViewportSize({ width: 360, height: 740 });
    await giveVoice(elder);
    // Some time ago she reported something else from home.
    await report(elder, { words: '单元门关不严，冷风往里灌。', place: /C区.*5号楼/, detail: '2单元' });

    // 1: one button 长辈版 at the top, nothing that pops up.
    await elder.goto('/');
    const bigger = elder.getByRole('banner').getByRole('button', { name: say('mode.elder'), exact: true });
    await expect(bigger).toHaveCount(1);
    await expect(elder.locator('dialog, [role=dialog]')).toHaveCount(0);

    // 2: large type, four big things.
    await bigger.click();
    await expect(elder.locator('html')).toHaveAttribute('data-mode', 'elder');
    const size = await elder.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeGreaterThanOrEqual(24);
    const four = elder.locator('.elder-entry .btn');
    await expect(four).toHaveText([
      say('home.report'),
      say('home.mine_elder'),
      say('home.call'),
      say('common.read.label'),
    ]);
    for (const one of await four.all()) {
      const box = await one.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60);
    }
    expect(await readAloud(elder)).toContain(say('home.report'));

    // 3: six pictures; behind 身体不适 the ambulance comes first.
    await elder.getByRole('link', { name: say('home.report'), exact: true }).click();
    await expect(elder.locator('.kind-tile')).toHaveCount(6);
    await tile(elder, 'unwell').click();
    const ambulance = elder.getByRole('link', { name: say('report.kind.call_medical', { phone: '120' }) });
    await expect(ambulance).toHaveAttribute('href', 'tel:120');
    await elder.getByRole('link', { name: say('report.kind.others') }).click();
    await tile(elder, 'lamp').click();

    // 4: her own place first; 不是 lets her choose, and back she says yes.
    await onStep(elder, 2);
    await expect(elder.locator('.read-back')).toHaveText(say('report.place.offered', { place: 'C区5号楼 2单元' }));
    await button(elder, 'report.place.no').click();
    await expect(elder.getByLabel(say('report.place.label'))).toBeVisible();
    await button(elder, 'report.back').click();
    await onStep(elder, 1);
    await tile(elder, 'lamp').click();
    await onStep(elder, 2);
    await button(elder, 'report.place.yes').click();

    // 5: nothing has to be said; what is being typed stays when the size changes, and for eleven minutes (7).
    await onStep(elder, 3);
    const words = elder.getByLabel(say('report.say.label'));
    await expect(elder.getByText(say('report.kind.lamp.words'))).toBeVisible();
    await words.fill('晚上看不见台阶');
    await elder.clock.install();
    await elder.clock.fastForward('11:00');
    await expect(words).toHaveValue('晚上看不见台阶');
    await button(elder, 'mode.xl').click();
    await expect(elder.locator('html')).toHaveAttribute('data-mode', 'xl');
    await expect(words).toHaveValue('晚上看不见台阶');
    expect(await widthOver(elder)).toBeLessThanOrEqual(0);
    await button(elder, 'mode.elder').click();
    await expect(elder.locator('html')).toHaveAttribute('data-mode', 'elder');
    await words.fill('');
    await next(elder);

    // 6: read back, aloud too, with the exact promise; going back and on again loses nothing (10).
    await onStep(elder, 4);
    const line = say('report.check.line', { place: 'C区5号楼 2单元', words: say('report.kind.lamp.words') });
    await expect(elder.locator('.read-back')).toHaveText(line);
    expect(await readAloud(elder)).toContain(line);
    await expect(elder.locator('.promise')).toContainText(/\d+月\d+日 \d{2}:\d{2} 前办好/);
    await button(elder, 'report.change').click();
    await onStep(elder, 3);
    await elder.goBack();
    await elder.goto('/report?step=4');
    await expect(elder.locator('.read-back')).toHaveText(line);
    await button(elder, 'report.submit_right').click();
    await elder.waitForURL(/\/report\/done\//);
    const { number, queryCode } = await readReceipt(elder);
    const receipt = elder.getByRole('main');
    await expect(receipt.locator('.promise')).toContainText(/最晚 \d+月\d+日 \d{2}:\d{2} 前办好/);
    await expect(receipt).toContainText('坡里物业');
    await expect(receipt).toContainText(say('done.worker', { name: '赵强' }));
    await expect(receipt.locator('a[href^="tel:1"]').first()).toBeVisible();
    await expect(receipt.getByRole('link', { name: say('undo.withdraw'), exact: true })).toBeVisible();
    expect(await readAloud(elder)).toContain([...number.replace('-', ',')].join(' '));

    // 8: the day after, three steps in words.
    const desk = await visit('limin', { on: 'desktop' });
    await selectAtDesk(desk, number);
    await assign(desk, { item: '0601', handler: 'unit:PL-PROP' });
    const property = await visit('gaofeng');
    await sign(property, number);
    await elder.goto('/');
    await elder.getByRole('link', { name: say('home.mine_elder'), exact: true }).click();
    const card = elder.locator('article').filter({ hasText: say('report.kind.lamp.words') });
    await expect(card.getByRole('listitem')).toHaveText([
      `${say('common.timeline.past')}${say('mine.step.sent')}`,
      `${say('common.timeline.now')}${say('mine.step.repair_by', { name: '坡里物业' })}`,
      `${say('common.timeline.next')}${say('mine.step.verify')}`,
    ]);

    // 9: verified, she is asked in the words of the thing; 没亮 begins it anew under its number.
    await finish(property, {
      outcome: 'resolved',
      words: '灯泡已经换新。',
      photos: { kind: 'photo_after', files: [await takePhoto('lamp')] },
    });
    await pass(await visit('zhengshucheng'), number);
    await card.getByRole('link').first().click();
    await elder.waitForURL(`**/t/${queryCode}`);
    await elder.getByRole('link', { name: say('track.action.rate') }).click();
    await expect(elder.getByRole('heading', { name: say('rate.solved_of.lamp.question') })).toBeVisible();
    await elder.getByRole('link', { name: say('rate.solved_of.lamp.no'), exact: true }).click();
    await elder.getByRole('radio', { name: say('rate.level.2'), exact: true }).check();
    await elder.getByRole('radio', { name: say('rate.reason.not_fixed'), exact: true }).check();
    await button(elder, 'track.submit.rate').click();
    await expect(elder.getByText(say('track.done.reopened', { count: 2 }))).toBeVisible();
    await expect(elder.getByRole('heading', { level: 1 })).toHaveText(number);
    expect(await widthOver(elder)).toBeLessThanOrEqual(0);
  });

  test('from the first page to the receipt by the keyboard alone', async ({ visit }) => {
    const elder = await visit(undefined, { on: 'desktop', mode: 'elder' });
    /** Tab until that control has the focus; each on the way shows where it is. */
    const tabTo = async (name: string | RegExp) => {
      const target = elder.getByRole('main').locator('a, button, summary, select, input, textarea').filter({
        hasText: name,
      });
      for (let press = 0; press < 40; press += 1) {
        await elder.keyboard.press('Tab');
        const outline = await elder.evaluate(
          () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
        );
        expect(outline).not.toBe('none');
        if (await target.first().evaluate((node) => node === document.activeElement)) return;
      }
      throw new Error(`the keyboard does not come to ${name}`);
    };
    await elder.goto('/');
    await tabTo(say('home.report'));
    await elder.keyboard.press('Enter');
    await elder.waitForURL('**/report');
    await tabTo(say('report.kind.tile.neighbours'));
    await elder.keyboard.press('Enter');
    await onStep(elder, 2);
    await tabTo(/C区5号楼/);
    await elder.keyboard.type('C区5');
    await tabTo(say('report.next'));
    await elder.keyboard.press('Enter');
    await onStep(elder, 3);
    await tabTo(say('report.next'));
    await elder.keyboard.press('Enter');
    await onStep(elder, 4);
    await tabTo(say('report.submit_right'));
    await elder.keyboard.press('Enter');
    await elder.waitForURL(/\/report\/done\//);
    expect((await readReceipt(elder)).number).toMatch(orderNumber);
  });

  test('far too many words are handed back whole, with the reason', async ({ visit }) => {
    const elder = await visit(undefined, { mode: 'elder' });
    await elder.goto('/report');
    const words = '说'.repeat(700_000);
    const answer = await elder.request.post('/report/submit', {
      headers: { origin: new URL(elder.url()).origin },
      multipart: { do: 'submit', words },
    });
    expect(answer.status()).toBe(413);
    const text = await answer.text();
    expect(text).toContain(say('report.long.title'));
    expect(text.split('说').length).toBeGreaterThan(700_000);
  });
});
