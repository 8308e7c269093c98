import { and, desc, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { listPool } from '@/lib/orders/queries/list-pool';
import { claimQuotaKey, quotaKeyOf } from '@/lib/orders/quota';
import { orderAssignment, orderContact, orderOffer, orderOfferCell } from '@/lib/orders/tables';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, type Made, partsOf, perform, placeInC, quota, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const cell = (n: string) => `320371003208${n}`;

describe('return', () => {
  it('is in time until the last moment of one working day, of two for what is planned', async () => {
    for (const [item, limit] of [
      ['0802', '2024-01-16T09:00'],
      ['0803', '2024-01-17T09:00'],
    ] as const) {
      c().clock.set(at('2024-01-15T09:00'));
      const early = await anOrder(c(), { state: 'in_progress', item });
      const late = await anOrder(c(), { state: 'in_progress', item });
      expect((await rowOf(c(), early)).returnBy).toBe(at(limit));
      c().clock.set(at(limit));
      await perform(c(), 'gaofeng', 'return', early);
      c().clock.advance(1);
      await expect(perform(c(), 'gaofeng', 'return', late)).rejects.toMatchObject({
        code: 'rule',
        reason: 'order.return_too_late',
      });
      await perform(c(), 'gaofeng', 'return', late, { reason: 'R8' });
    }
    c().clock.set(at('2024-01-15T09:00'));
  });

  it('leaves nobody in charge, and says to the next why', async () => {
    const order = await anOrder(c(), { state: 'in_progress' });
    await perform(c(), 'second-property', 'return', order, { reason: 'R1', betterOwner: 'PL-SANI' });
    expect(await rowOf(c(), order)).toMatchObject({
      status: 'submitted',
      comeback: 'returned',
      returnCount: 1,
      assigneeUnit: null,
      assigneePerson: null,
      holderKind: null,
      acceptBy: null,
      returnBy: null,
    });
    const open = await c()
      .engine.reader.select()
      .from(orderAssignment)
      .where(and(eq(orderAssignment.orderId, (await rowOf(c(), order)).id), isNull(orderAssignment.endedAt)));
    expect(open).toEqual([]);
    const { items } = await listCandidates(await c().as('limin'), { code: order.code });
    expect(items.find((item) => item.preselected)?.reasons).toContain('handled_before');
  });

  it('three times designates the next handler, who may not return it but for a tie', async () => {
    for (const way of ['assign', 'reassign'] as const) {
      const order = await anOrder(c(), { state: 'assigned' });
      for (let i = 1; i <= 3; i++) {
        await perform(c(), 'gaofeng', 'return', order, { reason: 'R6' });
        expect((await rowOf(c(), order)).returnCount).toBe(i);
        if (i < 3) await perform(c(), 'limin', 'assign', order);
      }
      if (way === 'reassign') await perform(c(), 'limin', 'offer', order);
      await perform(c(), 'limin', way, order, { handler: { unit: 'PL-PROP' } });
      expect(await rowOf(c(), order), way).toMatchObject({ designated: true, status: 'assigned' });
      await expect(perform(c(), 'gaofeng', 'return', order)).rejects.toMatchObject({ reason: 'order.designated' });
      await perform(c(), 'gaofeng', 'sign', order);
      await perform(c(), 'gaofeng', 'return', order, { reason: 'R8' });
    }
  });

  it('for a tie stays declared: the order does not go to that person again', async () => {
    const order = await anOrder(c(), {});
    const zhao = c().idOf('zhaoqiang');
    await perform(c(), 'limin', 'assign', order, { handler: { person: zhao } });
    await perform(c(), 'zhaoqiang', 'return', order, { reason: 'R8' });
    expect(await partsOf(c(), order, 'declared_tie')).toEqual([zhao]);
    await expect(perform(c(), 'limin', 'assign', order, { handler: { person: zhao } })).rejects.toMatchObject({
      code: 'rule',
      reason: 'order.handler_has_tie',
    });
    const { items } = await listCandidates(await c().as('limin'), { code: order.code });
    expect(items.map((item) => item.handler)).not.toContainEqual({ person: zhao });
  });
});

describe('assign', () => {
  it('orders no volunteer, nobody unknown, and nobody whom the order is about', async () => {
    const order = await anOrder(c(), { about: { unit: 'PL-PROP' } });
    const assign = (handler: Record<string, string>) => perform(c(), 'limin', 'assign', order, { handler });
    await expect(assign({ person: c().idOf('liuyang') })).rejects.toMatchObject({
      reason: 'order.volunteers_are_offered',
    });
    await expect(assign({ person: c().idOf('zhoujianguo') })).rejects.toMatchObject({ code: 'rule' });
    await expect(assign({ unit: 'NO-SUCH' })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'order.handler_unknown',
    });
    await expect(assign({ unit: 'PL-PROP' })).rejects.toMatchObject({ reason: 'order.handler_is_subject' });
    await expect(assign({ person: c().idOf('gaofeng') })).rejects.toMatchObject({ reason: 'order.handler_is_subject' });
    expect((await rowOf(c(), order)).status).toBe('submitted');
    await assign({ person: 'zhaoqiang' });
    expect((await rowOf(c(), order)).assigneePerson).toBe(c().idOf('zhaoqiang'));
  });

  it('takes a unit of whom nobody is there for none', async () => {
    const order = await anOrder(c(), {});
    await expect(perform(c(), 'limin', 'classify', order, { about: { unit: 'NO-SUCH' } })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'order.handler_unknown',
    });
  });

  it('goes to the street once the desk sees that the complaint is about the community', async () => {
    const order = await anOrder(c(), {});
    await perform(c(), 'limin', 'classify', order, { item: undefined, about: { unit: 'PL-COMM' } });
    expect(await rowOf(c(), order)).toMatchObject({ aboutUnit: 'PL-COMM', level: 'street' });
    // From here on it is out of sight of whoever acts in the community's name.
    await expect(perform(c(), 'limin', 'assign', order)).rejects.toMatchObject({ code: 'not_found' });
    for (const handler of [{ unit: 'PL-COMM' }, { unit: 'PL-HALL' }, { person: 'zhaoqiang' }, { person: 'limin' }]) {
      await expect(perform(c(), 'jiedao', 'assign', order, { handler })).rejects.toMatchObject({
        reason: 'order.handler_is_subject',
      });
    }
    const { items } = await listCandidates(await c().as('jiedao'), { code: order.code });
    expect(items.map((item) => item.handler)).not.toContainEqual({ unit: 'PL-COMM' });
    await perform(c(), 'jiedao', 'assign', order, { handler: { unit: 'DHS-STREET' } });
  });
});

describe('offers', () => {
  const cellsOf = async (order: Made) => {
    const { offerId } = await rowOf(c(), order);
    const rows = await c()
      .engine.reader.select()
      .from(orderOfferCell)
      .where(eq(orderOfferCell.offerId, offerId ?? ''));
    return rows.map((row) => row.cellCode).sort();
  };

  it('reach the own cell, those that share an edge, the community, or the ones named', async () => {
    for (const [cells, reached] of [
      ['own', ['005']],
      ['neighbours', ['001', '002', '005', '006', '901']],
      ['community', ['001', '002', '003', '004', '005', '006', '901']],
      [[cell('004'), cell('004')], ['004']],
    ] as const) {
      const order = await anOrder(c(), {});
      await perform(c(), 'limin', 'offer', order, { cells });
      expect(await cellsOf(order)).toEqual(reached.map(cell));
    }
    const order = await anOrder(c(), {});
    await expect(perform(c(), 'limin', 'offer', order, { cells: ['320371003207001'] })).rejects.toMatchObject({
      reason: 'order.cell_unknown',
    });
  });

  it('show in the pool of whom they match, and are unknown to others', async () => {
    const order = await anOrder(c(), {});
    await perform(c(), 'limin', 'offer', order, { cells: 'neighbours', skills: ['plumbing_electric'] });
    const pool = async (who: string) => (await listPool(await c().as(who), {})).map((card) => card.code);
    expect(await pool('plumber')).toContain(order.code);
    for (const who of ['liuyang', 'young', 'next-cell', 'far-cell']) {
      expect(await pool(who), who).not.toContain(order.code);
      await expect(perform(c(), who, 'claim', order), who).rejects.toMatchObject({ code: 'not_found' });
    }
    await perform(c(), 'plumber', 'claim', order);
    expect(await rowOf(c(), order)).toMatchObject({ holderKind: 'volunteer', assigneePerson: c().idOf('plumber') });
  });

  it('are not made of sealed orders, by neither way', async () => {
    const sealed = await anOrder(c(), { item: '1002' });
    await expect(perform(c(), 'limin', 'offer', sealed)).rejects.toMatchObject({ reason: 'order.sealed_not_offered' });
    await perform(c(), 'limin', 'assign', sealed, { handler: { unit: 'PL-COMM' } });
    await expect(
      perform(c(), 'limin', 'reassign', sealed, { handler: undefined, offer: { cells: 'own', skills: [] } }),
    ).rejects.toMatchObject({ reason: 'order.sealed_not_offered' });
    expect(await rowOf(c(), sealed)).toMatchObject({ status: 'assigned', assigneeUnit: 'PL-COMM', offerId: null });
  });

  it('that are sealed meanwhile are out of reach, and the desk can still assign', async () => {
    const order = await anOrder(c(), { state: 'offered' });
    await perform(c(), 'limin', 'classify', order, { item: '1002' });
    await expect(perform(c(), 'liuyang', 'claim', order)).rejects.toMatchObject({ code: 'not_found' });
    await perform(c(), 'limin', 'assign', order);
    expect((await rowOf(c(), order)).status).toBe('assigned');
  });
});

describe('volunteers', () => {
  it('hold three at most; a hand is free again when the work is sent in, released or taken over', async () => {
    const db = await community();
    const key = claimQuotaKey(db.idOf('mali'));
    const offered = () => anOrder(db, { state: 'offered' });
    const held = [await offered(), await offered(), await offered()] as [Made, Made, Made];
    for (const order of held) await perform(db, 'mali', 'claim', order);
    expect(await quota(db, key)).toBe(3);
    const fourth = await offered();
    await expect(perform(db, 'mali', 'claim', fourth)).rejects.toMatchObject({
      code: 'rule',
      reason: 'order.claim_limit',
      details: { params: { limit: 3 } },
    });
    expect(await quota(db, key)).toBe(3);
    expect((await rowOf(db, fourth)).status).toBe('offered');

    await perform(db, 'mali', 'submit_evidence', held[0]);
    expect(await quota(db, key)).toBe(2);
    await perform(db, 'mali', 'claim', fourth);
    // Sent back: it was theirs already, so it counts as a fourth and is not refused.
    await perform(db, 'zhengshucheng', 'rework', held[0]);
    expect(await quota(db, key)).toBe(4);
    await expect(perform(db, 'mali', 'claim', await offered())).rejects.toMatchObject({ reason: 'order.claim_limit' });

    await perform(db, 'mali', 'release', held[1]);
    await perform(db, 'limin', 'reassign', held[2], { handler: { unit: 'PL-PROP' } });
    await perform(db, 'limin', 'reassign', fourth, { handler: undefined, offer: { cells: 'own', skills: [] } });
    expect(await quota(db, key)).toBe(1);
  });

  it('give an order back to the same pool', async () => {
    const order = await anOrder(c(), {});
    await perform(c(), 'limin', 'offer', order, { cells: 'neighbours', skills: ['driving'], note: '请带上雨衣' });
    const before = await rowOf(c(), order);
    await perform(c(), 'liuyang', 'claim', order);
    await perform(c(), 'liuyang', 'release', order);
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({ status: 'offered', assigneePerson: null, holderKind: null, finishBy: before.finishBy });
    expect(row.offerId).not.toBe(before.offerId);
    const offers = await c()
      .engine.reader.select()
      .from(orderOffer)
      .where(eq(orderOffer.orderId, row.id))
      .orderBy(desc(orderOffer.startedAt), desc(orderOffer.id));
    expect(offers.map(({ skills, note, endedBy }) => ({ skills, note, endedBy }))).toEqual([
      { skills: ['driving'], note: '请带上雨衣', endedBy: null },
      { skills: ['driving'], note: '请带上雨衣', endedBy: 'claim' },
    ]);
    expect((await listPool(await c().as('liuyang'), {})).map((card) => card.code)).toContain(order.code);
    await expect(perform(c(), 'next-cell', 'claim', order)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('release and staff return, not the other way round', async () => {
    const theirs = await anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
    await expect(perform(c(), 'liuyang', 'return', theirs)).rejects.toMatchObject({
      reason: 'order.volunteer_releases',
    });
    const staffs = await anOrder(c(), { state: 'in_progress' });
    await expect(perform(c(), 'gaofeng', 'release', staffs)).rejects.toMatchObject({ reason: 'order.staff_returns' });
  });
});

describe('open orders of one resident', () => {
  it('are ten at most, counted by account and by phone, and a closed one makes room', async () => {
    const db = await community();
    const submit = async () =>
      submitOrder(await db.as('zhoujianguo'), { item: '0802', words: '挪车。', place: placeInC, clientId: newId() });
    const first = await submit();
    for (let i = 1; i < 10; i++) await submit();
    await expect(submit()).rejects.toMatchObject({
      code: 'rule',
      reason: 'order.open_limit',
      details: { params: { limit: 10 } },
    });
    expect(await quota(db, `requester:${db.idOf('zhoujianguo')}`)).toBe(10);
    await perform(db, 'zhoujianguo', 'withdraw', first);
    await submit();
    await expect(submit()).rejects.toMatchObject({ reason: 'order.open_limit' });

    const phone = '10080009999';
    const key = quotaKeyOf(null, phone) ?? '';
    const same = () => submitted(db, { contact: { phone } });
    const made = [await same(), await same()] as [Made, Made];
    expect(await quota(db, key)).toBe(2);
    await perform(db, 'limin', 'decline', made[0]);
    expect(await quota(db, key)).toBe(1);
    await perform(db, made[0].holder, 'appeal', made[0]);
    expect(await quota(db, key)).toBe(2);
    await perform(db, 'jiedao', 'decline', made[0]);
    await perform(db, made[1].holder, 'withdraw', made[1]);
    expect(await quota(db, key)).toBe(0);
  });

  it.each([
    ['reopen', 'holder', {}],
    ['rate', 'holder', { solved: 'no', stars: 1, reason: 'not_fixed' }],
    ['callback', 'chenchen', { solved: 'no', stars: 1 }],
  ] as const)('count again when one is opened anew by %s, and never below zero', async (action, who, more) => {
    const start = c().clock.now();
    const order = await anOrder(c(), { state: 'closed', closing: 'unrated' });
    const { id } = await rowOf(c(), order);
    const [contact] = await c().engine.reader.select().from(orderContact).where(eq(orderContact.orderId, id));
    const counter = () => quota(c(), quotaKeyOf(null, contact?.phone) ?? '');
    expect(await counter()).toBe(0);
    await perform(c(), who === 'holder' ? order.holder : who, action, order, more);
    expect(await counter()).toBe(1);
    await perform(c(), 'limin', 'decline', order);
    expect(await counter()).toBe(0);
    c().clock.set(start);
  });
});
