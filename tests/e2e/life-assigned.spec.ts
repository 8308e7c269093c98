import { expect, test } from '../support/e2e';
import { takePhoto } from '../support/e2e-photo';
import { orderNumber, rate, report, seesState } from '../support/e2e-resident';
import { assign, contact, finish, openAtDesk, pass, selectAtDesk, sendBack, sign } from '../support/e2e-staff';
import { say } from '../support/e2e-words';

const community = 'unit:PL-COMM';

test.describe('assigned orders, from words to rating', { tag: '@phone' }, () => {
  test.describe.configure({ mode: 'parallel' });
  test.slow();

  test('0603: the card room of C, sent back once, reopened once, closed with its seal', async ({ visit }) => {
    const resident = await visit();
    const { number, queryCode } = await report(resident, {
      words: 'C区棋牌室两张麻将桌的腿断了，灯也坏了一半，老人们没地方坐。',
      place: /C区.*1号楼/,
      detail: '一楼棋牌室',
      phone: '13900000603',
      name: '周阿姨',
      photos: [await takePhoto('card-room')],
    });
    await seesState(resident, queryCode, 'submitted');

    const desk = await visit('limin', { on: 'desktop' });
    await selectAtDesk(desk, number);
    await assign(desk, { item: '0603', handler: community });
    // On to the next one, with a word about the last.
    await expect(desk.locator('.notice').getByRole('link', { name: number })).toBeVisible();
    await expect(desk).toHaveURL(/\/desk\?.*done=assign/);

    const handler = await visit('fangmin');
    await sign(handler, number);
    await contact(handler, '跟周阿姨约好周四上午过去看');
    await finish(handler, {
      outcome: 'resolved',
      words: '桌子已经加固，灯换好了两盏。',
      photos: { kind: 'photo_after', files: [await takePhoto('after')] },
    });

    const verifier = await visit('zhengshucheng');
    await sendBack(verifier, number, { reason: 'not_solved_on_site', words: '现场看还有一张桌子没有修，请修好再交。' });
    await seesState(resident, queryCode, 'in_progress_rework');

    await handler.goto(`/handle/o/${number}`);
    await expect(handler.getByText('现场看还有一张桌子没有修，请修好再交。').first()).toBeVisible();
    await finish(handler, {
      outcome: 'resolved',
      words: '第二张桌子也修好了，四盏灯都亮。',
      photos: { kind: 'photo_after', files: [await takePhoto('after-again')] },
    });
    await pass(verifier, number);

    await seesState(resident, queryCode, 'awaiting_rating');
    await rate(resident, queryCode, { solved: 'no', level: 2, reason: 'broken_again', words: '用了一天又晃了' });
    // The first time it was done; this is the second (journey 7.5: 已重新办理,编号不变,第2次).
    await expect(resident.getByText(say('track.done.reopened', { count: 2 }))).toBeVisible();

    await openAtDesk(desk, number);
    await assign(desk, { item: '0603', handler: community, reason: '由原来的人换新桌子', again: true });
    await sign(handler, number);
    await finish(handler, {
      outcome: 'resolved',
      words: '两张桌子都换了新的。',
      photos: { kind: 'photo_after', files: [await takePhoto('new-tables')] },
    });
    await pass(verifier, number);

    await rate(resident, queryCode, { solved: 'yes', level: 4, words: '这回好了' });
    await expect(resident.getByText(say('track.done.rate'))).toBeVisible();
    const main = resident.getByRole('main');
    await expect(main.getByText(say('state.closed.resident'), { exact: true }).first()).toBeVisible();
    await expect(main.locator('.seal')).toBeVisible();
    const rated = say('track.your_rating', { solved: say('rate.solved.yes'), level: say('rate.level.4') });
    await expect(main.getByText(rated)).toBeVisible();
  });

  test('0803: parking, told at the counter, followed by the code of the slip', async ({ visit }) => {
    const counter = await visit('chenchen', { on: 'desktop' });
    await counter.goto('/desk/new');
    await counter.getByLabel(say('proxy.said.words')).fill('外来车老占C区的车位，停车收费到底怎么收，想要个说法。');
    await counter.getByRole('combobox', { name: say('proxy.place.address'), exact: true }).fill('C区1号楼');
    await counter.getByRole('button', { name: say('proxy.check'), exact: true }).click();
    await expect(counter.getByRole('radio', { name: /^0803/ })).toBeVisible();
    await counter.getByRole('radio', { name: /^0803/ }).check();
    await counter.getByLabel(say('proxy.person.name')).fill('吴师傅');
    await counter.getByRole('textbox', { name: new RegExp(`^${say('desk.field.phone')}`) }).fill('13900000803');
    await counter.getByLabel(say('proxy.consent.tick')).check();
    await counter.getByRole('button', { name: say('proxy.submit.desk'), exact: true }).click();
    await counter.waitForURL(/\/desk\/slip\//);
    const sheet = await counter.getByRole('main').textContent();
    const number = orderNumber.exec(sheet ?? '')?.[0] ?? '';
    const queryCode = ((await counter.locator('.slip-code').first().textContent()) ?? '').replace(/\s/g, '');
    expect(queryCode).toMatch(/^[0-9A-Z]{10}$/);

    const resident = await visit();
    await resident.goto('/t');
    await resident.getByLabel(say('lookup.code')).fill(`${queryCode.slice(0, 5)} ${queryCode.slice(5)}`.toLowerCase());
    await resident.getByRole('button', { name: say('lookup.submit') }).click();
    await resident.waitForURL(`**/t/${queryCode}`);
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(number);

    const desk = await visit('limin', { on: 'desktop' });
    await openAtDesk(desk, number);
    await assign(desk, { item: '0803', handler: community });
    const handler = await visit('fangmin');
    await sign(handler, number);
    await finish(handler, {
      outcome: 'explained',
      words: '车位由居民代表会议议定，本社区居民免费，外来车辆缴费。',
      line: { kind: 'ref_no', value: '议事〔2024〕3号' },
    });
    await pass(await visit('zhengshucheng'), number);
    await rate(resident, queryCode, { solved: 'yes', level: 5 });
    await expect(resident.locator('.seal')).toBeVisible();

    // Whoever typed an order for somebody neither verifies it nor rates it.
    await counter.goto(`/desk/o/${number}`);
    await expect(counter.getByRole('button', { name: say('verify.pass') })).toHaveCount(0);
    await expect(counter.getByRole('button', { name: say('callback.send') })).toHaveCount(0);
  });
});
