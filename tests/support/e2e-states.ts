import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { queryCodeOf } from '@/lib/orders/secrets';

const folder = () => process.env.E2E_DATA_DIR ?? '';

/** The query code of an order of the demo community in a state: its codes are derived, and the secret lies beside it. */
export function queryCodeIn(status: string): string {
  const { CODE_SECRET } = JSON.parse(readFileSync(path.join(folder(), 'demo-secrets.json'), 'utf8'));
  process.env.CODE_SECRET = CODE_SECRET;
  const db = new Database(path.join(folder(), 'demo.db'), { readonly: true, timeout: 10_000 });
  try {
    const found = db
      .prepare('select id from orders where status = ? and not anonymous and not sealed order by code limit 1')
      .get(status) as { id: string } | undefined;
    if (!found) throw new Error(`the demo community has no order in ${status}`);
    return queryCodeOf(found.id);
  } finally {
    db.close();
  }
}

/** Sends the form that holds a control, past what the browser itself would say: as a browser does that knows no `required`. */
async function sendUnchecked(page: Page, button: string): Promise<void> {
  await page
    .locator(button)
    .first()
    .evaluate((one: HTMLButtonElement) => {
      if (one.form) one.form.noValidate = true;
    });
  await Promise.all([page.waitForEvent('framenavigated'), page.locator(button).first().click()]);
  await page.locator('#errors').first().waitFor();
}

/** What is done on a page before it is looked at. @returns false when the page does not offer it */
export type Opening = (page: Page) => Promise<void>;

export const refusedEmpty: Opening = (page) =>
  sendUnchecked(page, 'main form button:not([type=button]):not([formnovalidate])');
export const refusedNew: Opening = (page) => sendUnchecked(page, 'main form button[value="submit"]');

/** A question to the resident without a word in it. */
export const refusedAsk: Opening = async (page) => {
  await unfolded(page);
  await sendUnchecked(page, 'form:has(#ask-words) button:not([type=button])');
};

/** Every part of the page that is folded. */
export const unfolded: Opening = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

const onStep = (page: Page, step: number) =>
  page.locator(`form input[name="step"][value="${step}"]`).waitFor({ state: 'attached' });
const onward = (page: Page) => page.locator('button[name="do"][value="next"]').click();

/** One question a page, answered up to the second, third or last of them. */
export const lampTapped: Opening = async (page) => {
  await page.goto('/report?step=1');
  await page.locator('button[name="kind"][value="lamp"]').click();
  await onStep(page, 2);
};
export const placeSaid: Opening = async (page) => {
  await lampTapped(page);
  // The place of last time is offered, where there was one.
  const area = page.locator('select[name="area"]');
  if (await area.isVisible()) await area.selectOption({ index: 3 });
  await onward(page);
  await onStep(page, 3);
};
export const wordsSaid: Opening = async (page) => {
  await placeSaid(page);
  await page.locator('textarea[name="words"]').fill('三楼到四楼的灯不亮，天黑了看不见台阶。');
  await onward(page);
  await onStep(page, 4);
};

/** A verdict that waits for a change of mind. */
export const verdictHeld: Opening = async (page) => {
  await page.locator('input[name="reason"]').first().check();
  await page.locator('#rework-words').fill('照片里看不出楼道，请补拍一张。');
  await page.locator('.actionbar .btn-brown').click();
  await page.locator('.hold').waitFor();
  // In standard size ten seconds run; it can be told to wait, and then nothing goes while this page is looked at.
  const wait = page.locator('.hold .btn-plain');
  if (await wait.isVisible()) await wait.press('Enter');
};

/** Takes it back, so that nothing has happened. */
export const verdictTakenBack: Opening = (page) => page.locator('.hold .btn-brown').press('Enter');

/** The first order to call back whose call this person may make: not one that they typed themselves. */
export const callOpened: Opening = async (page) => {
  const links = page.getByRole('main').locator('a[href^="/desk/o/"]');
  const orders = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href') ?? ''))]);
  for (const order of orders) {
    await page.goto(order);
    if (await page.locator('section[aria-labelledby="callback"]').isVisible()) return;
  }
  throw new Error('there is nobody to call back');
};

/** Nothing was answered: each question says so. */
export const callRefused: Opening = async (page) => {
  await callOpened(page);
  await sendUnchecked(page, 'section[aria-labelledby="callback"] button[data-send]');
};

export const phoneCodeAsked: Opening = async (page) => {
  const phone = page.locator('#phone');
  // The browser still holds the code that an earlier look asked for.
  if (await phone.isVisible()) {
    await phone.fill('13900000302');
    await page.locator('button[value="ask"]').click();
  }
  await page.locator('#code').waitFor();
};

export const wrongPassword: Opening = async (page) => {
  await page.locator('#account').fill('fangmin');
  await page.locator('#password').fill('not-the-password');
  await page.locator('form:has(#password) button').click();
  await page.locator('#errors').waitFor();
};

/** Somebody without a name at the window: the slip with number, code and PIN. */
export const slipWithCode: Opening = async (page) => {
  await page.locator('[name="naming"][value="anonymous"]').check();
  await page.locator('[name="consent"]').check();
  await page.locator('[name="words"]').fill('三号楼前面的路灯两个星期不亮了。');
  await page.locator('[name="address"]').fill('A区3号楼1单元502');
  await page.locator('button[value="submit"]').click();
  // Asked once more what it is, and whether it is another one.
  await page.waitForURL(/\/desk\/slip\/|form=new/);
  if (page.url().includes('form=new')) await page.locator('button[value="submit"]').click();
  await page.waitForURL(/\/desk\/slip\//);
  await page.locator('.slip-code').first().waitFor();
};

/** 发工作联系单 without saying what is asked. */
export const letterRefused: Opening = async (page) => {
  await page.locator('form').evaluateAll((forms) => {
    for (const form of forms) (form as HTMLFormElement).noValidate = true;
  });
  await page.locator('[name="subject"]').fill('三号楼前电缆井的归属');
  await page.locator('main form button:not([name])').last().click();
  await page.waitForURL(/form=send/);
};

/** A letter to the community office and two that help, and its page. */
export const letterSent: Opening = async (page) => {
  await page.locator('[name="subject"]').fill('三号楼前电缆井的归属');
  await page.locator('[name="words"]').fill('井盖破损，请到场认定归属，并在三日内答复由谁更换。');
  await page.locator('[name="lead"]').selectOption('PL-COMM');
  await page.locator('[name="co"][value="PL-PROP"]').check();
  await page.locator('[name="co"][value="DHS-UTIL"]').check();
  await page.locator('main form button:not([name])').last().click();
  await page.waitForURL(/\/letters\/PL-LX.*done=send/);
};

/** The words of a report, as far as the page of the last check. */
export const wordsTyped: Opening = async (page) => {
  await page.locator('[name="words"]').fill('5号楼2单元楼道灯不亮，闻到煤气味。');
  await page.locator('.live-preview .promise').waitFor();
};

/** 一起派单: the first two rows ticked, and what would become of them. */
export const rowsTicked: Opening = async (page) => {
  const picks = page.locator('.row-pick input');
  for (const n of [0, 1]) await picks.nth(n).check();
  await Promise.all([page.waitForURL(/\/desk\/bulk\?/), page.locator('.bulk-bar button').first().press('Enter')]);
};
