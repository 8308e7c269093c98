import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { decideWithNote } from '@/lib/orders/commands/decide-with-note';
import { noteOrder } from '@/lib/orders/commands/note-order';
import { signOrder } from '@/lib/orders/commands/sign-order';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { limits } from '@/lib/orders/input';
import { getOrder } from '@/lib/orders/queries/get-order';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, aPhoto, bodies, counts, eventsOf, perform, rowOf, snapshot, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('amend', () => {
  it('is the requester’s for ten minutes, to the millisecond', async () => {
    const start = c().clock.now();
    const [early, late] = [await submitted(c()), await submitted(c())];
    c().clock.set(start + 600_000);
    await perform(c(), early.holder, 'amend', early);
    c().clock.set(start + 600_001);
    await expect(perform(c(), late.holder, 'amend', late)).rejects.toMatchObject({ reason: 'order.amend_too_late' });
    c().clock.set(start);
    expect(await rowOf(c(), early)).toMatchObject({ words: bodies.amend.words, itemCode: '0802' });
  });

  it('ends with the intake', async () => {
    for (const action of ['classify', 'ask_info'] as const) {
      const order = await submitted(c());
      await perform(c(), 'limin', action, order);
      if (action === 'ask_info') await perform(c(), order.holder, 'supplement', order);
      await expect(perform(c(), order.holder, 'amend', order)).rejects.toMatchObject({
        reason: 'order.amend_after_intake',
      });
    }
  });

  it('of the place moves all of it: cell, building, position, door', async () => {
    const order = await submitted(c(), { place: { areaCode: '320371003208005-05-2-302' } });
    await perform(c(), order.holder, 'amend', order, {
      words: undefined,
      place: { areaCode: '320371003208001-03-1-502', detail: '西边的门' },
    });
    const row = await rowOf(c(), order);
    const direct = await submitted(c(), { place: { areaCode: '320371003208001-03-1-502', detail: '西边的门' } });
    const same = await rowOf(c(), direct);
    const place = ({ cellCode, quarterCode, buildingCode, areaCode, pointCode, lat, lng, placeZh }: typeof row) => ({
      cellCode,
      quarterCode,
      buildingCode,
      areaCode,
      pointCode,
      lat,
      lng,
      placeZh,
    });
    expect(place(row)).toEqual(place(same));
    expect((await getOrder(order.holder, { code: order.code })).contact.detail).toBe('1单元502室 西边的门');
  });

  it('keeps what is not changed', async () => {
    const order = await submitted(c());
    const before = await rowOf(c(), order);
    await perform(c(), order.holder, 'amend', order, { words: undefined, photos: [await aPhoto(c())] });
    const { words, cellCode, dueAt, promiseFinishBy } = await rowOf(c(), order);
    expect({ words, cellCode, dueAt, promiseFinishBy }).toEqual({
      words: before.words,
      cellCode: before.cellCode,
      dueAt: before.dueAt,
      promiseFinishBy: before.promiseFinishBy,
    });
  });
});

describe('classify', () => {
  it('of the place moves the door with it', async () => {
    const order = await submitted(c(), { place: { areaCode: '320371003208005-05-2-302' } });
    await perform(c(), 'limin', 'classify', order, { item: undefined, place: { areaCode: '320371003208001-03' } });
    expect(await rowOf(c(), order)).toMatchObject({ cellCode: '320371003208001', intakeAt: c().clock.now() });
    // The stair and door of the wrong building would send somebody to a stranger.
    expect((await getOrder(order.holder, { code: order.code })).contact.detail).toBeNull();
  });
});

describe('nudge', () => {
  const refused = { code: 'rule', reason: 'order.already_nudged' };
  // The moment of a nudge, the working day to which it counts, and from when another is heard: Spring Festival 2024 is
  // off from 10 to 17 February, and Sunday the 18th is worked.
  it.each([
    ['in the morning', '2024-01-15T09:00:00', '2024-01-15', '2024-01-15T18:00:00'],
    ['in the last working moment', '2024-01-15T17:59:59.999', '2024-01-15', '2024-01-15T18:00:00'],
    ['when work is over', '2024-01-15T18:00:00', '2024-01-16', '2024-01-16T18:00:00'],
    ['in the midday break', '2024-01-15T12:30:00', '2024-01-15', '2024-01-15T18:00:00'],
    ['on Friday evening', '2024-01-19T20:00:00', '2024-01-22', '2024-01-22T18:00:00'],
    ['on Saturday', '2024-01-20T10:00:00', '2024-01-22', '2024-01-22T18:00:00'],
    ['in the night to Monday', '2024-01-22T00:00:00', '2024-01-22', '2024-01-22T18:00:00'],
    ['on a holiday', '2024-02-12T10:00:00', '2024-02-18', '2024-02-18T18:00:00'],
    ['on a Sunday that is worked', '2024-02-18T10:00:00', '2024-02-18', '2024-02-18T18:00:00'],
  ])('is once a working day: %s', async (_, nudgedAt, day, again) => {
    c().clock.set(at('2024-01-15T08:00:00'));
    const order = await anOrder(c(), { state: 'in_progress' });
    const { version } = await rowOf(c(), order);
    c().clock.set(at(nudgedAt));
    await perform(c(), order.holder, 'nudge', order);
    expect((await rowOf(c(), order)).nudgedOn).toBe(day);
    expect((await getOrder(order.holder, { code: order.code })).abilities).not.toContain('nudge');
    await expect(perform(c(), order.holder, 'nudge', order)).rejects.toMatchObject(refused);
    c().clock.set(at(again) - 1);
    await expect(perform(c(), order.holder, 'nudge', order)).rejects.toMatchObject(refused);
    c().clock.set(at(again));
    expect((await getOrder(order.holder, { code: order.code })).abilities).toContain('nudge');
    await perform(c(), order.holder, 'nudge', order);
    // Counted, and nobody's open page is stale for it.
    expect(await rowOf(c(), order)).toMatchObject({ nudgeCount: 2, version });
    c().clock.set(at('2024-01-15T09:00:00'));
  });
});

describe('two people on one page', () => {
  it('the second is told, with the version that stands now, and nothing is lost', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    const seen = (await rowOf(c(), order)).version;
    await perform(c(), 'limin', 'classify', order);
    const before = await snapshot(c());
    await expect(perform(c(), 'gaofeng', 'sign', order, { version: seen })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'order.stale',
      details: { version: seen + 1 },
    });
    expect(await snapshot(c())).toEqual(before);
    await perform(c(), 'gaofeng', 'sign', order, { version: seen + 1 });
  });

  it('notes and contacts may come from an old page', async () => {
    const order = await anOrder(c(), { state: 'in_progress' });
    await perform(c(), 'gaofeng', 'contact', order, { version: 1 });
    await perform(c(), order.holder, 'note', order, { version: 1 });
    await perform(c(), 'limin', 'note', order, { version: 999 });
  });

  it('a missing version is an input error, before the state is looked at', async () => {
    const order = await anOrder(c(), { state: 'closed' });
    await expect(perform(c(), 'gaofeng', 'sign', order, { version: undefined })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('the same key again', () => {
  const again = { clientId: 'the-key-of-this-test' };

  it('gives the first answer and changes nothing', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    const ctx = await c().as('gaofeng');
    const { version } = await rowOf(c(), order);
    const input = { code: order.code, version, clientId: newId() };
    const first = await signOrder(ctx, input);
    const before = await snapshot(c());
    expect(await signOrder(ctx, input)).toEqual(first);
    expect(await signOrder(await c().as('gaofeng'), input)).toEqual(first);
    expect(await snapshot(c())).toEqual(before);
  });

  it('sent five times at once has one effect and one answer', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    const ctx = await c().as('gaofeng');
    const had = await counts(c(), order);
    const input = { code: order.code, version: (await rowOf(c(), order)).version, clientId: newId() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => signOrder(ctx, input)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await counts(c(), order)).toEqual({ events: had.events + 1, outbox: had.outbox + 1 });
  });

  it('holds for a submit, whose codes are said again', async () => {
    const address = { caller: { address: '198.51.100.77' } };
    const ctx = c().ctx({ kind: 'anonymous' }, address);
    const input = {
      item: '0601',
      words: '灯不亮',
      place: { areaCode: '320371003208005-05' },
      anonymous: true,
      ...again,
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => submitOrder(ctx, input)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.pin).toMatch(/^\d{6}$/);
    expect(await eventsOf(c(), { code: answers[0]?.code ?? '' })).toHaveLength(1);
    await expect(submitOrder(ctx, { ...input, words: '别的' })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'request.key_reused',
    });
  });

  it('with another input is refused, and does not stand between people or verbs', async () => {
    const order = await anOrder(c(), { state: 'in_progress' });
    const [limin, gaofeng] = [await c().as('limin'), await c().as('gaofeng')];
    const note = { code: order.code, version: 1, ...again };
    await noteOrder(limin, { ...note, words: '第一句' });
    await expect(noteOrder(limin, { ...note, words: '第二句' })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'request.key_reused',
    });
    await noteOrder(gaofeng, { ...note, words: '第二句' });
    await perform(c(), gaofeng, 'contact', order, again);
    expect((await eventsOf(c(), order)).slice(-3).map((event) => event.type)).toEqual([
      'order.noted',
      'order.noted',
      'order.contacted',
    ]);
  });

  it('after a refusal is free: what was not done can be done', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    const ctx = await c().as('gaofeng');
    const input = { code: order.code, version: 999, clientId: newId() };
    await expect(signOrder(ctx, input)).rejects.toMatchObject({ code: 'conflict' });
    await signOrder(ctx, { ...input, version: (await rowOf(c(), order)).version });
  });
});

describe('who speaks', () => {
  const place = { areaCode: '320371003208005-05' };
  const proxy = { knownBy: 'phone' as const, consentAt: '2024-01-15T08:00:00+08:00' };
  const say = async (who: string | null, more: Record<string, unknown>) =>
    submitOrder(
      who === null ? c().ctx({ kind: 'anonymous' }, { caller: { address: '198.51.100.9' } }) : await c().as(who),
      {
        item: '0802',
        words: '挪车',
        place,
        clientId: newId(),
        ...more,
      },
    );

  it.each([
    ['limin', { proxy, channel: 'hotline' }, 'hotline', 'proxy'],
    ['chenchen', { proxy }, 'hall', 'proxy'],
    ['sunxiuying', { proxy }, 'representative', 'proxy'],
    ['zhaoqiang', { proxy }, 'patrol', 'proxy'],
    ['zhaoqiang', { channel: 'patrol' }, 'patrol', 'requester'],
    ['zhoujianguo', {}, 'web', 'requester'],
    [null, {}, 'web', 'requester'],
  ] as const)('%s with %o through %s as %s', async (who, more, channel, relation) => {
    const done = await say(who, more);
    const row = await rowOf(c(), done);
    const personId = who ? c().idOf(who) : null;
    expect(row).toMatchObject({
      channel,
      isProxy: relation === 'proxy',
      proxyId: relation === 'proxy' ? personId : null,
      requesterId: relation === 'requester' ? personId : null,
    });
    expect((await eventsOf(c(), done))[0]).toMatchObject({ relation });
  });

  it.each([
    ['zhoujianguo', { proxy }, 'order.proxy_not_yours'],
    [null, { proxy }, 'order.channel_not_yours'],
    [null, { channel: 'hall' }, 'order.channel_not_yours'],
    ['zhoujianguo', { channel: 'hotline' }, 'order.channel_not_yours'],
    ['sunxiuying', { proxy, channel: 'hall' }, 'order.channel_not_yours'],
    ['chenchen', { channel: 'phone' }, 'order.consent_missing'],
  ] as const)('%s may not with %o: %s', async (who, more, reason) => {
    await expect(say(who, more)).rejects.toMatchObject({ reason });
  });
});

describe('a note beside an act', () => {
  it('follows 办完了 on the version that its page showed, by either kind of handler, and the verifier reads it', async () => {
    for (const [holder, who] of [
      ['unit', 'gaofeng'],
      ['volunteer', 'liuyang'],
    ] as const) {
      const order = await anOrder(c(), { state: 'in_progress', holder });
      const { version } = await rowOf(c(), order);
      await perform(c(), who, 'submit_evidence', order, { version });
      const late = { code: order.code, version, clientId: newId(), words: '办完了是昨天按的。' };
      await noteOrder(await c().as(who), late);
      await noteOrder(await c().as(who), late);
      const { timeline } = await getOrder(await c().as('zhengshucheng'), { code: order.code });
      expect(timeline.slice(-2).map(({ type, words }) => [type, words])).toEqual([
        ['order.evidence_submitted', null],
        ['order.noted', late.words],
      ]);
    }
  });

  it('follows a verdict on the version that its page showed, by the verifier who gave it, once', async () => {
    for (const action of ['pass', 'rework'] as const) {
      const order = await anOrder(c(), { state: 'awaiting_verification' });
      const { version } = await rowOf(c(), order);
      const verifier = await c().as('zhengshucheng');
      await perform(c(), verifier, action, order, { version });
      const beside = { code: order.code, version, clientId: newId(), words: '原想写在另一边的话。' };
      for (const _ of [1, 2]) await noteOrder(verifier, beside);
      const types = (await eventsOf(c(), order)).slice(-2).map(({ type }) => type);
      expect(types).toEqual([action === 'pass' ? 'order.passed' : 'order.reworked', 'order.noted']);
    }
  });

  it('is given with a verdict or not at all, and sent again once', async () => {
    for (const action of ['pass', 'rework'] as const) {
      const order = await anOrder(c(), { state: 'awaiting_verification' });
      const { version } = await rowOf(c(), order);
      const verifier = await c().as('zhengshucheng');
      const on = { code: order.code, version, clientId: newId() };
      const rework = { ...on, reason: 'not_solved_on_site', words: '楼道还有一处没有清，请补。' } as const;
      const decide = (words: string) =>
        decideWithNote(verifier, { verdict: action === 'pass' ? { pass: on } : { rework }, note: { words } });
      const before = await eventsOf(c(), order);
      await expect(decide('长'.repeat(limits.words + 1))).rejects.toMatchObject({ code: 'invalid' });
      expect(await eventsOf(c(), order)).toEqual(before);
      const first = await decide('原想写在另一边的话。');
      expect(await decide('原想写在另一边的话。')).toEqual(first);
      expect(first.status).toBe(action === 'pass' ? 'awaiting_rating' : 'in_progress');
      const since = (await eventsOf(c(), order)).slice(before.length).map(({ type }) => type);
      expect(since).toEqual([action === 'pass' ? 'order.passed' : 'order.reworked', 'order.noted']);
    }
  });
});
