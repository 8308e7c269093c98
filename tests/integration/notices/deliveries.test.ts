import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { reviveDeliveries } from '@/lib/notices/delivery-store';
import { mostTries } from '@/lib/notices/pace';
import { noticeDelivery } from '@/lib/notices/tables';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { ratingTokenOf } from '@/lib/orders/queries/outside-facts';
import { orderContact, orders } from '@/lib/orders/tables';
import { person } from '@/lib/people/tables';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { deliverOutside } from '@/lib/worker/deliver';
import { drainOutbox } from '@/lib/worker/drain';
import { type Community, community } from '@/tests/support/community';
import { eventsOf, perform, rowOf, submitted } from '@/tests/support/orders';
import { everyChannel, morning, poliCode, postOf } from '@/tests/support/outside';

// Walks of many steps on a database of their own: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const minute = 60_000;
const hour = 60 * minute;
const night = Date.parse('2030-01-10T23:30:00+08:00');
const rows = (c: Community) =>
  c.engine.reader.select().from(noticeDelivery).orderBy(noticeDelivery.seq, noticeDelivery.id);
const onChannel = async (c: Community, channel: string) => (await rows(c)).filter((row) => row.channel === channel);
const typesOf = (bodies: { body: string }[]) => bodies.map(({ body }) => JSON.parse(body).type as string);

describe('a message to somebody outside', () => {
  it('goes to the group, the receiver and the phone that was left, once each, with the little that may leave', async () => {
    const c = await community();
    const side = await everyChannel();
    const post = postOf(c);
    const order = await submitted(c, { contact: { name: '王小明', phone: '10080009999' } });
    await perform(c, 'limin', 'ask_info', order, { words: '请问是哪个单元？' });
    await Promise.all([post.all(morning), post.all(morning)]);
    const { id } = await rowOf(c, order);

    const [group] = side.on('/wecom');
    const { content } = JSON.parse(group?.body ?? '').markdown;
    expect(content.split('\n')).toEqual([
      '**【坡有说法】有新的工单，等您派单**',
      `> 单号：${order.code}`,
      expect.stringMatching(/^> 事项：\S+$/),
      expect.stringMatching(/^> 网格：/),
      expect.stringMatching(/^> 期限：\d+月\d+日 \d\d:\d\d$/),
      `[打开](https://poli.example/desk/o/${order.code})`,
    ]);
    expect(side.on('/dingtalk')[0]?.url).toMatch(/^\/dingtalk\?access_token=t&timestamp=\d{13}&sign=[\w%]+$/);
    const [sms] = side.on('/sms').map(({ body }) => JSON.parse(body));
    expect(sms).toMatchObject({ phone: '10080009999' });
    expect(sms.text).toContain(`${order.code}）需要您补充一点情况，请打开 https://poli.example/t 补充。`);
    expect(typesOf(side.on('/hook'))).toEqual(['order.submitted', 'order.info_asked']);
    expect(side.heard.length).toBe(5);

    // The same event told again, and nothing due any more.
    await post.all(morning + hour);
    expect(side.heard.length).toBe(5);
    expect((await rows(c)).every((row) => row.state === 'sent' && row.orderId === id)).toBe(true);

    // But for the phone to which it goes, nothing that left names anybody.
    const left = side.heard.map(({ url, body, headers }) => url + body + JSON.stringify(headers)).join('\n');
    expect(left).not.toContain('王小明');
    expect(left).not.toContain('哪个单元');
    const others = side.heard.filter(({ url }) => !url.startsWith('/sms'));
    expect(others.map(({ body }) => body).join('\n')).not.toContain('10080009999');
  });

  it('asks for the rating with a link that opens the order, to an anonymous phone too', async () => {
    const c = await community();
    const side = await everyChannel();
    const order = await submitted(c, { anonymous: true, contact: { phone: '10080008888' } });
    await perform(c, 'limin', 'assign', order);
    await perform(c, 'gaofeng', 'sign', order);
    await perform(c, 'gaofeng', 'submit_evidence', order);
    await perform(c, 'zhengshucheng', 'pass', order);
    await postOf(c).all(morning);
    const sms = side.on('/sms').map(({ body }) => JSON.parse(body));
    expect(sms.map(({ phone }) => phone)).toEqual(['10080008888']);
    const token = /https:\/\/poli\.example\/t\/(\w{26})/.exec(sms[0].text)?.[1] ?? '';
    const passed = (await eventsOf(c, order)).find(({ type }) => type === 'order.passed');
    const { id } = await rowOf(c, order);
    expect(token).toBe(ratingTokenOf(id, passed?.seq ?? 0));
    expect(await openByCode(c.ctx({ kind: 'anonymous' }), { code: token })).toMatchObject({
      orderId: id,
      linkToken: { action: 'rate' },
    });
  });

  it('names nobody of the whole database in what groups and systems get, from submit to a reopening', async () => {
    const c = await community();
    const side = await everyChannel();
    const order = await submitted(c, { contact: { name: '诸葛青云', phone: '10080006666' } });
    await perform(c, 'limin', 'note', order, { words: '已联系诸葛青云 10080006666', toResident: true });
    await perform(c, 'limin', 'assign', order);
    await perform(c, 'gaofeng', 'return', order);
    await perform(c, 'limin', 'assign', order);
    await perform(c, 'gaofeng', 'sign', order);
    await perform(c, 'gaofeng', 'submit_evidence', order);
    await perform(c, 'zhengshucheng', 'pass', order);
    await perform(c, order.holder, 'rate', order, {
      solved: 'no',
      stars: 1,
      reason: 'not_fixed',
      words: '灯又灭了两回',
    });
    for (let i = 0; i < 4; i++) await postOf(c).all(morning + i * hour);
    const people = await c.engine.reader.select({ a: person.displayName, b: person.phone }).from(person);
    const contacts = await c.engine.reader.select({ a: orderContact.name, b: orderContact.phone }).from(orderContact);
    const secrets = [...people, ...contacts]
      .flatMap(({ a, b }) => [a, b])
      .filter((text) => text !== null && text !== '');
    expect(secrets.length).toBeGreaterThan(20);
    const left = side.heard
      .filter(({ url }) => !url.startsWith('/sms'))
      .map(({ body, url }) => decodeURIComponent(url) + body);
    expect(left.length).toBeGreaterThan(10);
    for (const text of [...secrets, '灯又灭了两回', order.queryCode]) {
      expect(
        left.filter((one) => one.includes(String(text))),
        String(text),
      ).toEqual([]);
    }
    // The phone gets its own messages and no words of anybody.
    const sms = side.on('/sms').map(({ body }) => JSON.parse(body));
    expect(sms.map(({ phone }) => phone)).toEqual(['10080006666', '10080006666']);
    for (const { text } of sms) expect(text).not.toMatch(/诸葛|10080006666|已联系/);
  });

  it('says of what is sealed its number and nothing else, and tells no group of an order about somebody', async () => {
    const c = await community();
    const side = await everyChannel();
    const sealed = await submitted(c, { confidential: true, contact: { name: '测试人', phone: '10080007777' } });
    await c.engine.transaction(async (tx) => {
      await tx.update(orders).set({ sealed: true }).where(eq(orders.code, sealed.code));
    });
    const about = await submitted(c, { about: { unit: 'PL-PROP' } });
    await perform(c, 'limin', 'ask_info', sealed);
    await postOf(c).all(morning);
    const groups = [...side.on('/wecom'), ...side.on('/dingtalk')].map(({ body }) => body).join('\n');
    expect(groups).not.toContain(about.code);
    const { itemCode } = await rowOf(c, sealed);
    for (const { body } of side.heard.filter((one) => one.body.includes(sealed.code))) {
      expect(body).not.toMatch(/网格|事项：|期限|http|order\.(submitted|info)/);
      expect(body).not.toContain(`"${itemCode}"`);
    }
    const hooks = side.on('/hook').map(({ body }) => JSON.parse(body));
    for (const { type, data } of hooks) {
      expect([type, Object.keys(data)]).toEqual(['order.changed', ['order']]);
    }
    expect(hooks.length).toBe(3);
  });

  it('waits at night where it would ring, unless it is U1, and is not lost', async () => {
    const c = await community();
    const side = await everyChannel();
    const post = postOf(c);
    const plain = await submitted(c);
    await perform(c, 'limin', 'ask_info', plain);
    await post.all(night);
    expect([...side.on('/wecom'), ...side.on('/dingtalk'), ...side.on('/sms')]).toEqual([]);
    expect(side.on('/hook')).toHaveLength(2);
    // Danger may not wait, and what waits of the same order does not hold it up.
    await c.engine.transaction((tx) => tx.update(orders).set({ urgency: 'U1' }).where(eq(orders.code, plain.code)));
    await perform(c, plain.holder, 'supplement', plain);
    await post.all(night);
    expect(side.on('/wecom').map(({ body }) => body.includes('特急：反映人补充了说明'))).toEqual([true]);
    expect(side.on('/sms')).toEqual([]);
    await post.all(night + 8 * hour);
    expect(side.on('/wecom').map(({ body }) => body.includes(plain.code))).toEqual([true, true]);
    expect(side.on('/sms')).toHaveLength(1);
  });

  it('is not put down at all while a channel is off, and by no group of another community', async () => {
    const c = await community();
    const side = await everyChannel();
    for (const channel of ['sms', 'dingtalk', 'webhook', 'wecom']) {
      await changeSetting(c.ctx(), { key: `channel.${channel}`, value: false });
    }
    await submitted(c);
    await postOf(c).all(morning);
    expect(side.heard).toEqual([]);
    expect(await rows(c)).toEqual([]);
  });
});

describe('a channel that fails', () => {
  it('is tried later and later; after an hour down everything arrives once, each order’s messages in their order', async () => {
    const c = await community();
    const side = await everyChannel();
    const post = postOf(c);
    side.state.down = true;
    const both = [await submitted(c), await submitted(c)];
    let now = morning;
    await post.at(now);
    for (const order of both) {
      await perform(c, 'limin', 'assign', order);
      await perform(c, 'gaofeng', 'sign', order);
    }
    const [first] = await onChannel(c, 'webhook');
    const waits: number[] = [];
    for (; now < morning + hour; now += 5000) {
      await post.at(now);
      const row = (await rows(c)).find(({ id }) => id === first?.id);
      const wait = ((row?.availableAt ?? 0) - now) / 1000;
      if (row?.failedAt === now) waits.push(wait);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560].slice(0, waits.length));
    expect(waits.length).toBeGreaterThanOrEqual(8);
    expect((await rows(c)).every((row) => row.state !== 'dead' && row.state !== 'sent')).toBe(true);
    const before = side.heard.length;

    side.state.down = false;
    for (; (await rows(c)).some((row) => row.state !== 'sent'); now += minute) await post.all(now);
    const arrived = side.heard.slice(before).filter(({ url }) => url.startsWith('/hook'));
    for (const { code } of both) {
      const own = arrived.filter(({ body }) => body.includes(code));
      expect(typesOf(own)).toEqual(['order.submitted', 'order.assigned', 'order.signed']);
    }
    const ids = arrived.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
    // A try that was not taken carried the same id.
    expect(side.heard.slice(0, before).map(({ headers }) => headers['webhook-id'])).toContain(ids[0]);
    // 1.6 hours at most: the one that got through wakes the others.
    expect(now - morning).toBeLessThan(2 * hour);
  }, 120_000);

  it('ends among the dead letters after its last try, and is sent again once however often that is pressed', async () => {
    const c = await community();
    const side = await everyChannel();
    const post = postOf(c);
    side.state.down = true;
    await submitted(c);
    for (let i = 0, now = morning; i < mostTries + 2; i++, now += hour) await post.at(now);
    const dead = (await rows(c)).filter((row) => row.state === 'dead');
    expect(dead.map(({ channel, attempts, lastError }) => [channel, attempts, lastError]).toSorted()).toEqual([
      ['dingtalk', mostTries, 'http 503'],
      ['webhook', mostTries, 'http 503'],
      ['wecom', mostTries, 'http 503'],
    ]);
    side.state.down = false;
    const before = side.heard.length;
    const [one] = dead;
    const pressed = await Promise.all(
      [1, 2].map(() => c.engine.transaction((tx) => reviveDeliveries(tx, { id: one?.id }))),
    );
    expect(pressed.toSorted()).toEqual([0, 1]);
    expect(await c.engine.transaction((tx) => reviveDeliveries(tx))).toBe(2);
    await post.all(morning + 30 * 24 * hour);
    await post.all(morning + 31 * 24 * hour);
    expect(side.heard.length - before).toBe(3);
  });

  it('does not answer: that counts as a failure, and nothing of the address is kept', async () => {
    const c = await community();
    const { otherSide } = await import('@/tests/support/other-side');
    const { configure } = await import('@/tests/support/outside');
    const silent = await otherSide(() => null);
    configure({ [`WECOM_ROBOT_${poliCode}`]: `${silent.url}/send?key=SECRETKEY` });
    await submitted(c);
    await postOf(c).at(morning, 50);
    const [row] = await rows(c);
    expect(row).toMatchObject({ state: 'pending', attempts: 1, lastError: 'timeout', failedAt: morning });
    expect(JSON.stringify(row)).not.toContain('SECRETKEY');
  });
});

describe('several workers', () => {
  it('send each message once, and no robot more than it takes in a minute', async () => {
    const c = await community();
    const side = await everyChannel();
    for (let i = 0; i < 25; i++) await submitted(c);
    for (let left = 1; left > 0; ) left = await drainOutbox(c.ctx());
    const together = async (at: number) => {
      const clock = { now: () => at, dice: () => 1 };
      for (let left = 1; left > 0; ) {
        const taken = await Promise.all([1, 2, 3].map(() => deliverOutside(c.ctx(), clock)));
        left = taken.reduce((a, b) => a + b);
      }
    };
    await together(morning);
    expect(side.on('/hook')).toHaveLength(25);
    expect(new Set(side.on('/hook').map(({ headers }) => headers['webhook-id'])).size).toBe(25);
    expect(side.on('/wecom')).toHaveLength(20);
    await together(morning + minute + 1);
    const bodies = side.on('/wecom').map(({ body }) => body);
    expect(bodies).toHaveLength(25);
    expect(new Set(bodies).size).toBe(25);
  });
});
