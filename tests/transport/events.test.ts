import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tables from '@/lib/orders/tables';
import { verbs } from '@/lib/orders/verbs';
import type { Action } from '@/lib/orders/workflow';
import { person } from '@/lib/people/tables';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { apiServer } from '@/tests/support/api-server';
import { anOrder, bodies, cellC, itemFor, type Made, type Reachable, submitted } from '@/tests/support/orders';
import { act, expectProblem } from './on-order';
import { expected } from './who-may';

const server = apiServer();
const door = '3单元907室';
const requester = '司马问天';
const said: string[] = [];
/** Words that nobody else says, so that a trace of them is one. */
const words = (about: string) => {
  const text = `暗语${said.length}号：${about}`;
  said.push(text);
  return text;
};

/** Words that an action may carry beside those that it must. */
const optional: Partial<Record<Action, Record<string, unknown>>> = {
  classify: { reason: '改一下事项。', about: { words: words('也说了物业。') } },
  offer: { note: '请带梯子。' },
  assign: { reason: '离得近。' },
  contact: { words: '约好下午。' },
  return: { betterOwner: '市容班组' },
  escalate: { rule: words('超出社区职责清单') },
  submit_evidence: { words: '已请车主挪走。' },
  pass: { waiver: '现场已经看过，确实挪走了。' },
  rate: { words: '来得很快。' },
};

const made: Made[] = [];

/** What is no state of an order alone: the state before it, and what leads on. */
const first: Record<string, [Reachable, [who: string, action: Action]?]> = {
  by_volunteer: ['in_progress'],
  extension_asked: ['in_progress', ['gaofeng', 'ask_extension']],
  merged: ['submitted', ['limin', 'merge']],
  at_street: ['submitted', ['limin', 'escalate']],
};

/** Orders in every state, and every action once, all with names, phones, doors and words. */
beforeAll(async () => {
  const s = server();
  await changeSetting(await s.as('admin'), { key: 'orders.open_limit', value: 1000 });
  const withWords = (body: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(body).map(([key, value]) => {
        const own = ['words', 'reason', 'basis', 'note', 'betterOwner', 'rightPlace', 'waiver'].includes(key);
        return [key, own && typeof value === 'string' && /\p{Script=Han}/u.test(value) ? words(value) : value];
      }),
    );
  for (const { action } of verbs) {
    const { state, may } = expected[action];
    const from = first[state];
    const order = await anOrder(s, {
      state: from?.[0] ?? (state as Reachable),
      item: itemFor(action),
      holder: state === 'by_volunteer' ? 'volunteer' : 'unit',
      words: words('楼道里有人堆东西。'),
      place: { areaCode: `${cellC}-05`, detail: door },
      contact: { name: requester, phone: `10060000${String(made.length).padStart(3, '0')}` },
      about: { words: words('是对门那家。') },
    });
    made.push(order);
    if (from?.[1]) await act(s, ...from[1], order);
    const body = withWords({ ...bodies[action], ...optional[action] });
    // What is the requester's own is done here by the holder of the code.
    const [who = ''] = may;
    const answer =
      who === 'wangguilan'
        ? await s
            .anybody()
            .post(`/track/${order.queryCode}/actions/${action}`, { ...body, clientId: `key-of-${order.code}` })
        : await act(s, who, action, order, body);
    expect(answer.status, `${action}: ${answer.text}`).toBe(200);
  }
  made.push(await submitted(s, { anonymous: true, words: words('匿名的事。') }));
  made.push(await submitted(s, { confidential: true, words: words('保密的事。') }));
});

describe('the history', () => {
  it('holds no name, no phone, no door and nothing that people wrote', async () => {
    const s = server();
    const auditor = await s.signedIn('auditor');
    const limin = await s.signedIn('limin');
    const texts: string[] = [];
    for (const { code } of made) {
      for (const reader of [auditor, limin]) texts.push((await reader.get(`/orders/${code}/events`)).text);
    }
    // And as it lies in the database, whoever may read it.
    const rows = await s.engine.reader.select().from(tables.orderEvent);
    texts.push(JSON.stringify(rows.map(({ orderId: _, ...row }) => row)));
    const everything = texts.join('\n');
    expect(everything.length).toBeGreaterThan(50_000);

    const people = await s.engine.reader.select().from(person);
    const contacts = await s.engine.reader.select().from(tables.orderContact);
    const known = [
      ...people.flatMap(({ phone, displayName, nameEn }) => [phone, displayName, nameEn]),
      ...contacts.flatMap(({ name, phone, detail }) => [name, phone, detail]),
      ...made.flatMap(({ queryCode, pin }) => [queryCode, pin]),
      ...said,
      door,
      '暗语',
    ].filter((text): text is string => typeof text === 'string' && text.length > 1);
    expect(known.length).toBeGreaterThan(200);
    expect(known.filter((secret) => everything.includes(secret))).toEqual([]);
    // Nor any Chinese words, nor anything that looks like a phone number.
    expect(everything.match(/\p{Script=Han}+/gu)).toBeNull();
    expect(everything.match(/(?<![\w-])1\d{10}(?!\d)/g)).toBeNull();
  });

  it('refers to the words, which whoever sees the order reads beside it', async () => {
    const s = server();
    const declined = await anOrder(s, { state: 'declined' });
    const { body } = await s.anybody().get(`/track/${declined.queryCode}`);
    expect(body.timeline.at(-1)).toMatchObject({
      type: 'order.declined',
      words: bodies.decline.words,
      data: { reason: 'private', rightPlace: bodies.decline.rightPlace },
    });
    const assigned = await anOrder(s, { state: 'assigned' });
    await act(s, 'gaofeng', 'return', assigned, { betterOwner: '市容班组' });
    const { timeline } = (await (await s.signedIn('limin')).get(`/orders/${assigned.code}`)).body;
    expect(timeline.at(-1).data).toMatchObject({ reason: 'R1', betterOwner: '市容班组' });
    const track = await s.anybody().get(`/track/${assigned.queryCode}`);
    expect(track.text).not.toContain('市容班组');
  });

  it('was written by every action', async () => {
    const rows = await server().engine.reader.select({ type: tables.orderEvent.type }).from(tables.orderEvent);
    const types = new Set(rows.map(({ type }) => type));
    expect(types.size).toBe(verbs.length + 1);
  });

  it('can be checked by anyone who may read it', async () => {
    const s = server();
    const order = await anOrder(s, { state: 'closed' });
    const { items } = (await (await s.signedIn('auditor')).get(`/orders/${order.code}/events`)).body;
    let prevHash = '0'.repeat(64);
    for (const [at, { hash, ...event }] of items.entries()) {
      expect(event).toMatchObject({ seq: at + 1, prevHash });
      const keys = ['actor', 'at', 'data', 'from', 'prevHash', 'relation', 'seq', 'to', 'type'];
      expect(Object.keys(event).sort()).toEqual(keys);
      const text = `${prevHash}\n${canonicalize(event)}`;
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash);
      prevHash = hash;
    }
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'order.submitted',
      'order.assigned',
      'order.signed',
      'order.evidence_submitted',
      'order.passed',
      'order.rated',
    ]);
  });

  it('is closed to whoever may not see the order', async () => {
    const s = server();
    const [order] = made;
    for (const who of ['zhoujianguo', 'xuwende', 'admin']) {
      expectProblem(await (await s.signedIn(who)).get(`/orders/${order?.code}/events`), 404, 'order.not_found');
    }
    // A candidate sees the offer, and nothing of how it came about.
    const offered = await anOrder(s, { state: 'offered' });
    expect((await (await s.signedIn('liuyang')).get(`/orders/${offered.code}`)).status).toBe(200);
    const asked = await (await s.signedIn('liuyang')).get(`/orders/${offered.code}/events`);
    expectProblem(asked, 404, 'order.not_found');
  });
});
