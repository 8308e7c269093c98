import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/e2e';
import { takePhoto } from '../support/e2e-photo';
import { report, seesState } from '../support/e2e-resident';
import { assign, finish, openAtDesk, pass, sign } from '../support/e2e-staff';
import { pattern, say } from '../support/e2e-words';

// A refusal is provoked: the reason that is left out.
test.use({ allowedNoise: [/status of 422/] });

const property = 'unit:PL-PROP';
const firstReply = '换了灯泡，四层都亮了。';

test.describe('journey 7.5: a dissatisfied resident', { tag: '@phone' }, () => {
  test.slow();

  test('says why, has it done again under its number, and again, and takes her record home', async ({ visit }) => {
    const sun = await visit('sunxiuying');
    const { number, queryCode } = await report(sun, {
      words: '三单元楼道灯一闪一闪，老人上楼害怕。',
      place: /C区.*5号楼/,
      detail: '3单元',
      phone: '13900000705',
      photos: [await takePhoto('lamp')],
    });
    const desk = await visit('limin', { on: 'desktop' });
    await openAtDesk(desk, number);
    await assign(desk, { item: '0601', handler: property });
    const firm = await visit('gaofeng');
    const verifier = await visit('zhengshucheng');
    const handIn = async (words: string) => {
      await sign(firm, number);
      const files = async (name: string) => [await takePhoto(name)];
      await finish(firm, { outcome: 'resolved', words, photos: { kind: 'photo_after', files: await files('after') } });
      await pass(verifier, number);
    };
    await handIn(firstReply);

    // 1: she is asked, and sees reply and photos.
    await sun.goto(`/t/${queryCode}`);
    const main = sun.getByRole('main');
    await expect(main.getByText(firstReply)).toBeVisible();
    await expect(main.getByRole('img', { name: pattern('common.photo.by_handler') }).first()).toBeVisible();

    // 2: not solved and not content, she has to say why; a photo may come along.
    await sun.getByRole('link', { name: say('track.action.rate') }).click();
    await expect(sun.getByRole('radio', { name: say('rate.reason.not_fixed'), exact: true })).toBeHidden();
    await sun.getByRole('radio', { name: say('rate.solved_of.lamp.no'), exact: true }).check();
    await sun.getByRole('radio', { name: say('rate.level.2'), exact: true }).check();
    await sun.getByLabel(say('track.words.rate')).fill('亮了一晚又灭了');
    await sun.getByLabel(say('track.photos'), { exact: false }).setInputFiles([await takePhoto('still-dark')]);
    const send = sun.getByRole('button', { name: say('track.submit.rate'), exact: true });
    await send.click();
    await expect(sun.locator('#errors')).toContainText(say('track.error.reason'));
    await expect(sun.getByLabel(say('track.words.rate'))).toHaveValue('亮了一晚又灭了');
    const reasons = ['nobody_came', 'not_fixed', 'broken_again', 'attitude', 'off_the_point', 'other'];
    for (const reason of reasons) {
      await expect(sun.getByRole('radio', { name: say(`rate.reason.${reason}`), exact: true })).toBeVisible();
    }
    await sun.getByRole('radio', { name: say('rate.reason.not_fixed'), exact: true }).check();
    await send.click();

    // 3: done anew, the same number, the second time; the old evidence stays.
    await expect(sun.getByText(say('track.done.reopened', { count: 2 }))).toBeVisible();
    await expect(sun.getByRole('heading', { level: 1 })).toHaveText(number);
    await seesState(sun, queryCode, 'submitted_reopened');
    await openAtDesk(desk, number);
    await expect(desk.getByText(say('state.submitted_reopened.staff', { count: 2 })).first()).toBeVisible();
    await expect(desk.getByText(firstReply).first()).toBeVisible();
    await expect(desk.getByText('亮了一晚又灭了').first()).toBeVisible();

    // Not to the same hands alone: they need a reason.
    await desk.locator(`input[name="handler"][value="${property}"]`).check();
    await desk.getByRole('button', { name: say('desk.dispatch.send_assign'), exact: true }).click();
    await expect(desk.getByText(say('reason.order.earlier_handler_needs_reason')).first()).toBeVisible();
    await assign(desk, { item: '0601', handler: property, reason: '请供电师傅一起查线路', again: true });

    // 4: half of the time, and the page says how it is counted.
    await sun.goto(`/t/${queryCode}`);
    await sun
      .locator('summary')
      .filter({ hasText: say('track.why') })
      .click();
    await expect(sun.getByText(/重新办理，时限是原来（2 个工作日）的一半/).first()).toBeVisible();

    // 6: the second time it goes up to the street.
    await handIn('线路和灯座都换了新的。');
    await sun.goto(`/t/${queryCode}/rate`);
    await sun.getByRole('radio', { name: say('rate.solved_of.lamp.no'), exact: true }).check();
    await sun.getByRole('radio', { name: say('rate.level.1'), exact: true }).check();
    await sun.getByRole('radio', { name: say('rate.reason.broken_again'), exact: true }).check();
    await send.click();
    await expect(sun.getByText(say('track.done.reopened', { count: 3 }))).toBeVisible();
    await seesState(sun, queryCode, 'submitted_reopened');

    // 8 and 10: both answers stay readable, in her own record too, which nobody else can open.
    const waits = sun.waitForEvent('download');
    await sun.getByRole('link', { name: say('track.file.download') }).click();
    const record = await readFile(await (await waits).path(), 'utf8');
    for (const part of [number, '三单元楼道灯一闪一闪', '亮了一晚又灭了', say('rate.level.2'), say('rate.level.1')]) {
      expect(record).toContain(part);
    }
    const stranger = await visit();
    const refused = await stranger.request.get(`/t/${number}/file`);
    expect(await refused.text()).not.toContain('三单元楼道灯一闪一闪');
  });
});
