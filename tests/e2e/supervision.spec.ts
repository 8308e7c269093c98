import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { report } from '../support/e2e-resident';
import { assign, button, selectAtDesk } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

const cause = '业主群里约不到人，电梯口的柜子没有人认领';

/** One's own notice of that order, from the inbox. */
async function openOwn(page: Page, kind: string): Promise<void> {
  await expect(async () => {
    await page.goto('/me');
    await expect(page.getByText(say(kind)).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page
    .locator('li', { hasText: say(kind) })
    .first()
    .getByRole('link')
    .click();
  await page.waitForURL('**/desk/supervisions/**');
}

test('a supervisor sends a 督办单; its owner answers, and nothing typed is lost on the way', { tag: '@phone' }, async ({
  visit,
}) => {
  test.slow();
  const { number } = await report(await visit(), {
    words: '院里健身器材的扶手松了，孩子玩着直晃，说了两次没人管。',
    place: /C区.*2号楼/,
    phone: '13900000735',
    name: '吴阿姨',
  });
  const desk = await visit('limin', { on: 'desktop' });
  await selectAtDesk(desk, number);
  await assign(desk, { item: '0603', handler: 'unit:PL-COMM' });

  const supervisor = await visit('dujuan', { on: 'desktop' });
  await supervisor.goto('/oversight');
  await expect(supervisor.getByRole('heading', { level: 1 })).toHaveText(say('supervision.oversight.title'));
  await supervisor.goto(`/oversight/urge/${number}`);
  await supervisor.locator('input[name="colour"][value="red"]').check();
  await supervisor.locator('select[name="owner"]').selectOption({ label: '方敏' });
  await supervisor.locator('input[name="replyOn"]').fill('2020-01-02');
  await supervisor.getByLabel(say('supervision.field.words')).fill('两天内给居民一个准话');
  await button(supervisor, 'supervision.urge.send').click();
  await expect(supervisor.locator('#errors')).toContainText(say('reason.supervision.reply_by_past'));
  await expect(supervisor.getByLabel(say('supervision.field.words'))).toHaveValue('两天内给居民一个准话');
  await expect(supervisor.locator('input[name="colour"][value="red"]')).toBeChecked();
  await supervisor.locator('input[name="replyOn"]').fill('2035-01-02');
  await button(supervisor, 'supervision.urge.send').click();
  await expect(supervisor.getByText(say('supervision.urge.done'))).toBeVisible();
  await expect(supervisor.getByText(say('supervision.colour.red')).first()).toBeVisible();

  // Word and shape at the desk, in the list and on the order.
  await desk.goto(`/desk?q=${number}`);
  await expect(desk.locator(`#row-${number}`).getByText(say('supervision.colour.red'))).toBeVisible();

  // Without script as with it.
  const owner = await visit('fangmin', { script: false });
  await openOwn(owner, 'notice.kind.supervision.issued');
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText(/^督〔\d{4}〕第\d+号$/);
  await owner.getByLabel(say('supervision.form.calls')).fill('给三户打了电话');
  await owner.getByLabel(say('supervision.form.cause')).fill(cause);
  await owner.getByLabel(say('supervision.form.measure')).fill('周四上午统一清走，通知贴在单元门口');
  // Also where the browser would not have let it go.
  await owner.locator('form').evaluateAll((forms) => {
    for (const form of forms) form.setAttribute('novalidate', '');
  });
  await owner.getByLabel(say('supervision.form.check')).fill('2020-01-01');
  await button(owner, 'supervision.form.send').click();
  await expect(owner.locator('#errors')).toContainText(say('reason.supervision.check_past'));
  await expect(owner.getByLabel(say('supervision.form.cause'))).toHaveValue(cause);
  await owner.getByLabel(say('supervision.form.check')).fill('2035-01-05');
  await button(owner, 'supervision.form.send').click();
  await expect(owner.getByText(say('supervision.done'))).toBeVisible();

  await openOwn(supervisor, 'notice.kind.supervision.replied');
  await expect(supervisor.getByText(cause)).toBeVisible();
  await supervisor.getByRole('link', { name: say('supervision.print.link') }).click();
  await expect(supervisor.getByRole('heading', { level: 1 })).toHaveText(/督办单$/);
  await expect(supervisor.getByText(cause)).toBeVisible();
  await expect(supervisor.locator('script')).toHaveCount(0);
});
