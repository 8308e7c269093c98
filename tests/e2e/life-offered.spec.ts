import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { takePhoto } from '../support/e2e-photo';
import { rate, report, seesState } from '../support/e2e-resident';
import { arrive, finish, offer, openAtDesk, pass } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

const door = '2单元301';
const words = '帮我取一下降压药，腿脚不方便，药方在我家桌上。';

const cardOf = (page: Page, number: string) =>
  page.locator('article').filter({ has: page.locator(`input[name="code"][value="${number}"]`) });

// Whoever came second finds no page of the order.
test.use({ allowedNoise: [/status of 404/] });

test('0902: offered to C and its neighbours, two volunteers press at once, one gets it', {
  tag: '@phone',
}, async ({ visit }) => {
  test.slow();
  const resident = await visit();
  const { number, queryCode } = await report(resident, {
    words,
    place: /C区.*1号楼/,
    detail: door,
    phone: '13900000902',
    name: '孙奶奶',
  });
  const desk = await visit('limin', { on: 'desktop' });
  await openAtDesk(desk, number);
  await offer(desk, { item: '0902', scope: 'neighbours', note: '到社区药房取药，送上门' });

  const racers = await Promise.all([visit('liuyang'), visit('mali')]);
  for (const page of racers) {
    await page.goto('/volunteer');
    const card = cardOf(page, number);
    await expect(card).toBeVisible();
    for (const secret of [door, '孙奶奶', '13900000902', words]) await expect(card).not.toContainText(secret);
  }
  const claim = (page: Page) => cardOf(page, number).getByRole('button').click({ noWaitAfter: true });
  await Promise.all(racers.map(claim));
  await Promise.all(racers.map((page) => page.waitForURL(/done=claim|taken=1/)));

  const winners = racers.filter((page) => page.url().includes('done=claim'));
  const losers = racers.filter((page) => page.url().includes('taken=1'));
  expect([winners.length, losers.length]).toEqual([1, 1]);
  const [winner] = winners;
  const [loser] = losers;
  if (!winner || !loser) return;
  await expect(loser.getByText(say('reason.order.already_claimed'))).toBeVisible();
  await expect(cardOf(loser, number)).toHaveCount(0);
  await loser.goto(`/volunteer/t/${number}`);
  await expect(loser.getByText(door)).toHaveCount(0);
  await expect(winner.getByText(say('work.done.claim'))).toBeVisible();
  await expect(winner.getByText(door).first()).toBeVisible();

  await arrive(winner, '楼栋码被雨淋坏了，扫不出来');
  await seesState(resident, queryCode, 'in_progress');
  await finish(winner, {
    outcome: 'resolved',
    words: '药取好送到家了，小票给了孙奶奶。',
    photos: { kind: 'document', files: [await takePhoto('receipt')] },
  });
  await pass(await visit('zhengshucheng'), number);
  await rate(resident, queryCode, { solved: 'yes', level: 5, words: '谢谢小伙子' });
  await expect(
    resident.getByRole('main').getByText(say('state.closed.resident'), { exact: true }).first(),
  ).toBeVisible();
});
