import { describe, expect, it } from 'vitest';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { lookAtOrders } from '@/lib/orders/commands/look-at-orders';
import { signExplanation } from '@/lib/orders/commands/sign-explanation';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { transferOptions } from '@/lib/orders/queries/transfer-options';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { drainOutbox } from '@/lib/worker/drain';
import { type Community, community } from '@/tests/support/community';
import { anOrder, aPhoto, eventsOf, lastEvent, type Made, perform, rowOf, submitted } from '@/tests/support/orders';
import { addOtherCommunity, otherCell, otherCommunity } from '@/tests/support/other-community';
import { reopenedTwice } from '@/tests/support/reopened-twice';

const home = '320371003208';
const reason = '地点在西朱村的范围里。';

async function refusal(of: Promise<unknown>): Promise<string> {
  try {
    await of;
    return 'done';
  } catch (error) {
    if (isDomainError(error)) return error.details.issues?.[0]?.reason ?? error.reason;
    throw error;
  }
}

async function drained(c: Community): Promise<void> {
  while ((await drainOutbox(c.ctx({ kind: 'system', name: 'clock' }))) > 0);
}

const clockOf = ({
  dispatchBy,
  dueAt,
  promiseFinishBy,
  promiseAcceptBy,
  submittedAt,
  finishBy,
}: Record<string, unknown>) => ({
  dispatchBy,
  dueAt,
  promiseFinishBy,
  promiseAcceptBy,
  submittedAt,
  finishBy,
});

describe('a transfer to another community', () => {
  it('keeps number, history and every due time, and is out of sight of who sent it away', async () => {
    const c = await community();
    await addOtherCommunity(c);
    const order = await submitted(c);
    const before = await rowOf(c, order);
    c.clock.advance(60 * 60_000);
    const [option] = await transferOptions(await c.as('limin'), { code: order.code });
    expect(option).toMatchObject({ code: otherCell, community: { zh: '西朱村委会' }, back: false });
    const answer = await perform(c, 'limin', 'transfer', order, { to: otherCell, reason });
    expect(answer).toEqual({ code: order.code, status: 'submitted', version: before.version + 1 });
    const after = await rowOf(c, order);
    expect(clockOf(after)).toEqual(clockOf(before));
    expect(after).toMatchObject({ communityCode: otherCommunity, cellCode: otherCell, comeback: 'transferred' });
    expect((await eventsOf(c, order)).map(({ type }) => type)).toEqual(['order.submitted', 'order.transferred']);
    expect((await verifyHistory(c.engine.reader)).misfits).toEqual([]);
    await expect(getOrder(await c.as('limin'), { code: order.code })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getOrder(await c.as('zhaoqiang'), { code: order.code })).rejects.toMatchObject({ code: 'not_found' });
    expect((await listOrders(await c.as('limin'), {})).items).toEqual([]);
    expect((await getOrder(await c.as('tangyue'), { code: order.code })).abilities).toContain('assign');
    const own = await getOrder(order.holder, { code: order.code });
    expect(own.timeline.at(-1)).toMatchObject({ type: 'order.transferred', words: reason });
  });

  it('tells the new desk and the requester', async () => {
    const c = await community();
    await addOtherCommunity(c);
    const order = await submitted(c);
    await perform(c, 'limin', 'transfer', order, { to: otherCell, reason });
    await drained(c);
    const { notice } = await import('@/lib/notices/tables');
    const told = (await c.engine.reader.select().from(notice)).filter(({ kind }) => kind === 'order.transferred');
    expect(told.map(({ personId }) => personId)).toEqual([c.idOf('tangyue')]);
  });

  it('is refused where nobody would look, where it lies already, outside, or without a cell; and nothing changes', async () => {
    const c = await community();
    const order = await submitted(c);
    const to = (code: string, who = 'limin') => refusal(perform(c, who, 'transfer', order, { to: code, reason }));
    const before = await rowOf(c, order);
    expect(await to(home)).toBe('order.transfer_same');
    expect(await to('999')).toBe('order.transfer_unknown');
    expect(await to('320371003210')).toBe('order.transfer_nobody');
    await addOtherCommunity(c, null);
    expect(await to(otherCell)).toBe('order.transfer_nobody');
    expect(await transferOptions(await c.as('limin'), { code: order.code })).toEqual([]);
    await addOtherCommunity(c);
    expect(await to(otherCommunity)).toBe('order.transfer_needs_cell');
    expect(await to(otherCell, 'shuji')).toBe('order.not_for_you.transfer');
    expect(await to(otherCell, 'jiedao')).toBe('order.not_found');
    expect(await rowOf(c, order)).toEqual(before);
  });

  it('waits until what was joined to it goes by itself again', async () => {
    const c = await community();
    await addOtherCommunity(c);
    const [order, other] = [await submitted(c), await submitted(c)];
    await perform(c, 'limin', 'merge', other, { main: order.code });
    const to = () => refusal(perform(c, 'limin', 'transfer', order, { to: otherCell, reason }));
    expect(await to()).toBe('order.transfer_joined');
    await perform(c, 'limin', 'unmerge', other);
    expect(await to()).toBe('done');
  });

  it('is done once when two send it at the same time', async () => {
    const c = await community();
    await addOtherCommunity(c);
    const order = await submitted(c);
    const twice = await Promise.all(
      [otherCell, `${otherCommunity}002`].map((to) => refusal(perform(c, 'limin', 'transfer', order, { to, reason }))),
    );
    expect(twice.filter((answer) => answer === 'done')).toHaveLength(1);
    expect((await eventsOf(c, order)).filter(({ type }) => type === 'order.transferred')).toHaveLength(1);
  });
});

describe('吹哨 to the street', () => {
  it('is dispatched by the street from then on, without a new clock, and may come back', async () => {
    const c = await community();
    const order = await submitted(c);
    const before = await rowOf(c, order);
    const code = order.code;
    await expect(getOrder(await c.as('jiedao'), { code })).rejects.toMatchObject({ code: 'not_found' });
    c.clock.advance(20 * 60_000);
    const said = { kind: 'joint', reason: '要城管和供电一起来。', rule: '超出社区职责清单' };
    await perform(c, 'limin', 'escalate', order, said);
    const after = await rowOf(c, order);
    expect(clockOf(after)).toEqual(clockOf(before));
    expect(after).toMatchObject({ level: 'street', comeback: 'escalated', communityCode: home });
    const seen = await getOrder(await c.as('limin'), { code });
    expect(seen.abilities).not.toContain('assign');
    expect(seen.timeline.at(-1)).toMatchObject({ words: said.reason, data: { kind: 'joint', basis: said.rule } });
    expect(await refusal(perform(c, 'shuji', 'escalate', order))).toBe('order.already_at_street');
    const own = await getOrder(order.holder, { code });
    expect(own.timeline.at(-1)).toMatchObject({ type: 'order.escalated', words: null });
    const [back] = await transferOptions(await c.as('jiedao'), { code });
    expect(back).toMatchObject({ code: home, back: true });
    await perform(c, 'jiedao', 'transfer', order, { to: home, reason: '社区先联系物业，街道配合。' });
    const home2 = await rowOf(c, order);
    expect(home2).toMatchObject({ level: 'community', comeback: 'transferred', cellCode: before.cellCode });
    expect(clockOf(home2)).toEqual(clockOf(before));
    expect((await getOrder(await c.as('limin'), { code })).abilities).toContain('assign');
  });

  it('keeps at the street what belongs there by rule', async () => {
    const c = await community();
    await addOtherCommunity(c);
    const about = await submitted(c, { about: { unit: 'PL-COMM' } });
    expect(await refusal(perform(c, 'jiedao', 'transfer', about, { to: home, reason }))).toBe('order.transfer_stays');
    const appealed = await anOrder(c, { state: 'declined' });
    await perform(c, appealed.holder, 'appeal', appealed);
    expect(await refusal(perform(c, 'jiedao', 'transfer', appealed, { to: home, reason }))).toBe(
      'order.transfer_stays',
    );
    await perform(c, 'jiedao', 'transfer', appealed, { to: otherCell, reason });
    expect(await rowOf(c, appealed)).toMatchObject({ level: 'street', communityCode: otherCommunity });
  });
});

/** The same, about to be handed in as 已解释. */
async function explainedTwice(c: Community): Promise<{ order: Made; handIn: (more: object) => Promise<string> }> {
  const order = await reopenedTwice(c);
  const pieces = [{ kind: 'text', text: '现场说明了情况，给了书面答复。' }];
  const handIn = (more: object) =>
    refusal(perform(c, 'gaofeng', 'submit_evidence', order, { outcome: 'explained', pieces, ...more }));
  return { order, handIn };
}

describe('a second dissatisfaction (7.5 step 6)', () => {
  it('is red and at the street, and an explanation needs its law, an upload and the secretary’s name', async () => {
    const c = await community();
    const { order, handIn } = await explainedTwice(c);
    await drained(c);
    await lookAtOrders(c.ctx({ kind: 'system', name: 'clock' }));
    expect(await rowOf(c, order)).toMatchObject({ level: 'street', reopenCount: 2, colour: 'red' });
    const legalBasis = '物业管理条例第三十五条，业主大会决定的事项。';
    expect(await handIn({})).toBe('order.explained_needs_basis');
    expect(await handIn({ legalBasis })).toBe('order.explained_needs_photo');
    const photo = await aPhoto(c);
    const pieces = [{ kind: 'text', text: '给了书面答复。', photos: [photo] }];
    expect(await handIn({ legalBasis, pieces })).toBe('done');
    expect((await getOrder(await c.as('jiedao'), { code: order.code })).evidence).toContainEqual(
      expect.objectContaining({ kind: 'legal_basis', text: legalBasis }),
    );
    // The parent branch checks it: without the name it does not pass.
    expect(await refusal(perform(c, 'shuji', 'pass', order))).toBe('order.secretary_signs');
    const sign = async (who: string) =>
      refusal(
        signExplanation(await c.as(who), {
          code: order.code,
          clientId: newId(),
          words: '同意按此答复居民。',
        }),
      );
    expect(await sign('jiedao')).toBe('order.not_for_you.sign_explanation');
    const had = await rowOf(c, order);
    expect(await sign('shuji')).toBe('done');
    expect(await rowOf(c, order)).toMatchObject({ status: had.status, version: had.version, dueAt: had.dueAt });
    expect(await sign('shuji')).toBe('order.not_in_state');
    expect(await lastEvent(c, order, 'order.noted')).toMatchObject({ signs: 'explained' });
    await perform(c, 'shuji', 'pass', order);
    // What ends it is the resident, or the street that asks them; the community alone does not.
    expect(await refusal(perform(c, 'limin', 'callback', order))).toBe('order.not_for_you.callback');
    expect(await refusal(perform(c, 'chenchen', 'callback', order))).toBe('order.callback_by_street');
    await perform(c, 'jiedao', 'callback', order);
    expect((await rowOf(c, order)).status).toBe('closed');
  });

  it('asks nothing more of what was solved', async () => {
    const c = await community();
    const { order, handIn } = await explainedTwice(c);
    expect(await handIn({ outcome: 'resolved' })).toBe('done');
    await perform(c, 'shuji', 'pass', order);
    expect((await rowOf(c, order)).status).toBe('awaiting_rating');
  });

  it('loses the name when it is handed in anew', async () => {
    const c = await community();
    const { order, handIn } = await explainedTwice(c);
    const given = async () => ({
      legalBasis: '物业管理条例第三十五条，业主大会决定的事项。',
      pieces: [{ kind: 'text', text: '给了书面答复。', photos: [await aPhoto(c)] }],
    });
    await handIn(await given());
    const words = { code: order.code, words: '同意按此答复居民。' };
    await signExplanation(await c.as('shuji'), { ...words, clientId: newId() });
    await perform(c, 'shuji', 'rework', order);
    await handIn(await given());
    expect((await rowOf(c, order)).explainedSignedAt).toBeNull();
    expect(await refusal(perform(c, 'shuji', 'pass', order))).toBe('order.secretary_signs');
  });
});
