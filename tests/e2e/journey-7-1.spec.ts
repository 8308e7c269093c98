import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { takePhoto } from '../support/e2e-photo';
import { orderNumber, readReceipt, report, type Sent } from '../support/e2e-resident';
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

const widthOver = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** WCAG contrast of the words of a control on the first ground below them that is not clear. */
const contrastOf = (part: Locator) =>
  part.evaluate((node) => {
    const read = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string) =>
      [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
        const c = (read(color)[i] ?? 0) / 255;
        return sum + weight * (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      }, 0);
    let ground: Element | null = node;
    while (ground && (read(getComputedStyle(ground).backgroundColor)[3] ?? 1) === 0) ground = ground.parentElement;
    const under = ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';
    const [dark = 0, bright = 0] = [light(getComputedStyle(node).color), light(under)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  });

/** Words that a fixed box cuts off. */
const cutWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((node) => {
        const { overflowX, clip, position } = getComputedStyle(node);
        const isForEarsOnly = position === 'absolute' && (clip !== 'auto' || node.clientWidth <= 1);
        return overflowX === 'hidden' && !isForEarsOnly && node.scrollWidth > node.clientWidth + 1;
      })
      .map((node) => node.textContent?.slice(0, 40)),
  );

// The exact limit of a lamp, counted by hand, is in tests/unit/calendar/hand-cases.ts; contrast and targets of every page
// in both sizes are in a11y.spec.ts.
test.describe('journey 7.1: an elder and a dark stairway', { tag: '@phone' }, () => {
  test('7.1 by pictures, with her place of last time, read aloud, followed in three steps, not lit and done anew', async ({
    visit,
  }) => {
    test.setTimeout(180_000);
    const elder = await visit();
    await elder.setViewportSize({ width: 360, height: 740 });
    await giveVoice(elder);
    // Some time ago she reported something else from home.
    await report(elder, { words: '单元门关不严，冷风往里灌。', place: /C区.*5号楼/, detail: '2单元' });
    const said = elder.getByLabel(say('report.say.label'));
    const line = say('report.check.line', { place: 'C区5号楼 2单元', words: say('report.kind.lamp.words') });
    const mine = elder.locator('article').filter({ hasText: say('report.kind.lamp.words') });
    let sent: Sent = { number: '', queryCode: '' };

    await test.step('1 one button 长辈版 at the top, nothing that pops up', async () => {
      await elder.goto('/');
      const bigger = elder.getByRole('banner').getByRole('button', { name: say('mode.elder'), exact: true });
      await expect(bigger).toHaveCount(1);
      await expect(elder.locator('dialog, [role=dialog]')).toHaveCount(0);
      await bigger.click();
    });

    await test.step('2 large type, four big tiles, contrast of seven, nothing small', async () => {
      await expect(elder.locator('html')).toHaveAttribute('data-mode', 'elder');
      const size = await elder.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
      expect(size).toBeGreaterThanOrEqual(24);
      const four = elder.locator('.elder-entry .btn');
      const names = [say('home.report'), say('home.mine_elder'), say('home.call'), say('common.read.label')];
      await expect(four).toHaveText(names);
      for (const one of await four.all()) {
        const box = await one.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60);
        expect(await contrastOf(one)).toBeGreaterThanOrEqual(7);
      }
      expect(await contrastOf(elder.locator('main p').first())).toBeGreaterThanOrEqual(7);
      expect(await readAloud(elder)).toContain(say('home.report'));
    });

    await test.step('3 什么事: six pictures; behind 身体不适 the ambulance comes first', async () => {
      await elder.getByRole('link', { name: say('home.report'), exact: true }).click();
      await expect(elder.locator('.kind-tile')).toHaveCount(6);
      for (const name of ['utility', 'lamp', 'neighbours', 'errand', 'unwell', 'other']) {
        await expect(tile(elder, name)).toBeVisible();
      }
      await tile(elder, 'unwell').click();
      const ambulance = elder.getByRole('link', { name: say('report.kind.call_medical', { phone: '120' }) });
      await expect(ambulance).toHaveAttribute('href', 'tel:120');
      await elder.getByRole('link', { name: say('report.kind.others') }).click();
      await tile(elder, 'lamp').click();
    });

    await test.step('4 在哪儿: her own place first; 不是 lets her choose, and back she says yes', async () => {
      await onStep(elder, 2);
      await expect(elder.locator('.read-back')).toHaveText(say('report.place.offered', { place: 'C区5号楼 2单元' }));
      await button(elder, 'report.place.no').click();
      await expect(elder.getByLabel(say('report.place.label'))).toBeVisible();
      await button(elder, 'report.back').click();
      await onStep(elder, 1);
      await tile(elder, 'lamp').click();
      await onStep(elder, 2);
      await button(elder, 'report.place.yes').click();
    });

    await test.step('5 想说什么: nothing has to be; the words are large and can be changed', async () => {
      await onStep(elder, 3);
      await expect(elder.getByText(say('report.kind.lamp.words'))).toBeVisible();
      await said.fill('晚上看不见台阶');
      const size = await said.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize));
      expect(size).toBeGreaterThanOrEqual(24);
    });

    await test.step('7 eleven minutes, and another size in between: nothing is lost', async () => {
      await elder.clock.install();
      await elder.clock.fastForward('11:00');
      await expect(said).toHaveValue('晚上看不见台阶');
      await button(elder, 'mode.xl').click();
      await expect(elder.locator('html')).toHaveAttribute('data-mode', 'xl');
      await expect(said).toHaveValue('晚上看不见台阶');
      expect(await widthOver(elder)).toBeLessThanOrEqual(0);
      await button(elder, 'mode.elder').click();
      await expect(elder.locator('html')).toHaveAttribute('data-mode', 'elder');
      // A text that is taken out before the page's script is there comes back: React writes its first value once more.
      await elder.waitForFunction(() =>
        Object.keys(document.querySelector('textarea') ?? {}).some((key) => key.startsWith('__react')),
      );
      await said.fill('');
      await next(elder);
    });

    await test.step('6 read back, aloud too; then number, exact promise, who repairs and who follows, the number aloud', async () => {
      await onStep(elder, 4);
      await expect(elder.locator('.read-back')).toHaveText(line);
      expect(await readAloud(elder)).toContain(line);
      await expect(elder.locator('.promise')).toContainText(/\d+月\d+日 \d{2}:\d{2} 前办好/);
      // 10: going back and on again loses nothing.
      await button(elder, 'report.change').click();
      await onStep(elder, 3);
      await elder.goBack();
      await elder.goto('/report?step=4');
      await expect(elder.locator('.read-back')).toHaveText(line);
      await button(elder, 'report.submit_right').click();
      await elder.waitForURL(/\/report\/done\//);
      sent = await readReceipt(elder);
      const receipt = elder.getByRole('main');
      const answer = await elder.request.get(`/api/v1/track/${sent.queryCode}`);
      const { promise } = (await answer.json()) as { promise: { finishBy: string } };
      const [, month, day, time] = /-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(promise.finishBy) ?? [];
      await expect(receipt.locator('.promise')).toContainText(`最晚 ${Number(month)}月${Number(day)}日 ${time} 前办好`);
      await expect(receipt).toContainText('坡里物业');
      await expect(receipt).toContainText(say('done.worker', { name: '赵强' }));
      await expect(receipt.locator('a[href^="tel:1"]').first()).toBeVisible();
      await expect(receipt.getByRole('link', { name: say('undo.withdraw'), exact: true })).toBeVisible();
      expect(await readAloud(elder)).toContain([...sent.number.replace('-', ',')].join(' '));
    });

    const desk = await visit('limin', { on: 'desktop' });
    const property = await visit('gaofeng');
    await test.step('8 the day after: three steps in words, not in colour alone', async () => {
      await selectAtDesk(desk, sent.number);
      await assign(desk, { item: '0601', handler: 'unit:PL-PROP' });
      await sign(property, sent.number);
      await elder.goto('/');
      await elder.getByRole('link', { name: say('home.mine_elder'), exact: true }).click();
      await expect(mine.getByRole('listitem')).toHaveText([
        `${say('common.timeline.past')}${say('mine.step.sent')}`,
        `${say('common.timeline.now')}${say('mine.step.repair_by', { name: '坡里物业' })}`,
        `${say('common.timeline.next')}${say('mine.step.verify')}`,
      ]);
    });

    await test.step('9 after the check 灯亮了吗, then five faces with words; 没亮 begins it anew under its number', async () => {
      const files = [await takePhoto('lamp')];
      const photos = { kind: 'photo_after', files };
      await finish(property, { outcome: 'resolved', words: '灯泡已经换新。', photos });
      await pass(await visit('zhengshucheng'), sent.number);
      await mine.getByRole('link').first().click();
      await elder.waitForURL(`**/t/${sent.queryCode}`);
      await elder.getByRole('link', { name: say('track.action.rate') }).click();
      await expect(elder.getByRole('heading', { name: say('rate.solved_of.lamp.question') })).toBeVisible();
      await expect(elder.getByRole('link', { name: say('rate.solved_of.lamp.yes'), exact: true })).toBeVisible();
      await elder.getByRole('link', { name: say('rate.solved_of.lamp.no'), exact: true }).click();
      for (const level of [1, 2, 3, 4, 5]) {
        await expect(elder.getByRole('radio', { name: say(`rate.level.${level}`), exact: true })).toHaveCount(1);
      }
      await elder.getByRole('radio', { name: say('rate.level.2'), exact: true }).check();
      await elder.getByRole('radio', { name: say('rate.reason.not_fixed'), exact: true }).check();
      await button(elder, 'track.submit.rate').click();
      await expect(elder.getByText(say('track.done.reopened', { count: 2 }))).toBeVisible();
      await expect(elder.getByRole('heading', { level: 1 })).toHaveText(sent.number);
      expect(await widthOver(elder)).toBeLessThanOrEqual(0);
    });

    await test.step('10 back keeps what was chosen and typed at every step, and the normal view keeps her orders', async () => {
      await elder.goto('/report');
      await tile(elder, 'neighbours').click();
      await onStep(elder, 2);
      await button(elder, 'report.place.yes').click();
      await onStep(elder, 3);
      await said.fill('楼上半夜拖椅子');
      await next(elder);
      await onStep(elder, 4);
      await button(elder, 'report.change').click();
      await onStep(elder, 3);
      await expect(said).toHaveValue('楼上半夜拖椅子');
      await button(elder, 'report.back').click();
      await onStep(elder, 2);
      await expect(elder.locator('.read-back')).toContainText('C区5号楼 2单元');
      await button(elder, 'report.place.yes').click();
      await onStep(elder, 3);
      await expect(said).toHaveValue('楼上半夜拖椅子');
      await button(elder, 'mode.standard').click();
      await expect(elder.locator('html')).not.toHaveAttribute('data-mode', 'elder');
      await expect(elder.getByText('楼上半夜拖椅子').or(elder.getByRole('textbox')).first()).toHaveValue(
        '楼上半夜拖椅子',
      );
      await elder.goto('/mine');
      await expect(mine.first()).toBeVisible();
    });

    await test.step('11 by the keyboard alone on a desktop, at 200 % too: focus seen, nothing cut, no picture puzzle', async () => {
      const typing = await visit(undefined, { on: 'desktop', mode: 'elder' });
      // 200 % of a window of 1440: half as many pixels for the page.
      await typing.setViewportSize({ width: 720, height: 450 });
      const fits = async () => {
        expect(await widthOver(typing)).toBeLessThanOrEqual(0);
        expect(await cutWords(typing)).toEqual([]);
        await expect(typing.locator('input[name*="captcha" i], img[src*="captcha" i]')).toHaveCount(0);
      };
      /** Tab until that control has the focus; each on the way shows where it is. */
      const tabTo = async (name: string | RegExp) => {
        const controls = typing.getByRole('main').locator('a, button, summary, select, input, textarea');
        const target = controls.filter({ hasText: name }).first();
        for (let press = 0; press < 40; press += 1) {
          await typing.keyboard.press('Tab');
          const outline = await typing.evaluate(
            () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
          );
          expect(outline).not.toBe('none');
          if (await target.evaluate((node) => node === document.activeElement)) return;
        }
        throw new Error(`the keyboard does not come to ${name}`);
      };
      await typing.goto('/');
      await fits();
      await tabTo(say('home.report'));
      await typing.keyboard.press('Enter');
      await typing.waitForURL('**/report');
      await fits();
      await tabTo(say('report.kind.tile.neighbours'));
      await typing.keyboard.press('Enter');
      await onStep(typing, 2);
      await tabTo(/C区5号楼/);
      await typing.keyboard.type('C区5');
      await tabTo(say('report.next'));
      await typing.keyboard.press('Enter');
      for (const step of [3, 4]) {
        await onStep(typing, step);
        await fits();
        await expect(button(typing, step === 3 ? 'report.back' : 'report.change')).toBeVisible();
        await tabTo(say(step === 3 ? 'report.next' : 'report.submit_right'));
        await typing.keyboard.press('Enter');
      }
      await typing.waitForURL(/\/report\/done\//);
      await fits();
      expect((await readReceipt(typing)).number).toMatch(orderNumber);
    });
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
