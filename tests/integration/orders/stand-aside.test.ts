import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { newId } from '@/lib/kernel/ids';
import { declareOrderTie } from '@/lib/orders/commands/declare-order-tie';
import { countReusedPhotos } from '@/lib/orders/queries/count-reused-photos';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listPool } from '@/lib/orders/queries/list-pool';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, counts, partsOf, perform, rowOf } from '@/tests/support/orders';

const c = sharedCommunity();

describe('a declared tie to an order (R8)', () => {
  it('keeps a verifier from deciding, takes the order out of their list and sight, and leaves it to another', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    const before = await counts(c(), order);
    const verifier = await c().as('zhengshucheng');
    await declareOrderTie(verifier, { code: order.code });
    await declareOrderTie(await c().as('zhengshucheng'), { code: order.code.toLowerCase() });
    expect(await partsOf(c(), order, 'declared_tie')).toEqual([c().idOf('zhengshucheng')]);
    for (const action of ['pass', 'rework'] as const) {
      await expect(perform(c(), 'zhengshucheng', action, order)).rejects.toMatchObject({
        code: 'not_found',
        reason: 'order.not_found',
      });
    }
    for (const view of ['to_verify', 'all'] as const) {
      const { items } = await listOrders(await c().as('zhengshucheng'), { view, limit: 200 });
      expect(items.map((item) => item.code)).not.toContain(order.code);
    }
    await expect(getOrder(await c().as('zhengshucheng'), order)).rejects.toMatchObject({ code: 'not_found' });
    expect(await counts(c(), order)).toEqual(before);
    await perform(c(), 'second-verifier', 'pass', order);
  });

  it('by who sees it in another role too: it is no more among what they verify, and no call of theirs', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_verification' });
    // The secretary verifies as the parent branch once the limit is over, and sees every order of the community.
    db.clock.set(((await rowOf(db, order)).verifyBy ?? 0) + 1);
    const codes = async (view: 'to_verify' | 'all') =>
      (await listOrders(await db.as('shuji'), { view, limit: 200 })).items.map((item) => item.code);
    expect(await codes('to_verify')).toContain(order.code);
    await declareOrderTie(await db.as('shuji'), { code: order.code });
    expect(await codes('to_verify')).not.toContain(order.code);
    expect(await codes('all')).toContain(order.code);
    await expect(perform(db, 'shuji', 'pass', order)).rejects.toMatchObject({ reason: 'order.barred.kin' });
  });

  it('takes the order out of a volunteer’s pool', async () => {
    const order = await anOrder(c(), { state: 'offered' });
    const inPool = async () => (await listPool(await c().as('liuyang'), {})).some((card) => card.code === order.code);
    expect(await inPool()).toBe(true);
    await declareOrderTie(await c().as('liuyang'), { code: order.code });
    expect(await inPool()).toBe(false);
    await expect(perform(c(), 'liuyang', 'claim', order)).rejects.toMatchObject({
      code: expect.stringMatching(/found|forbidden/),
    });
  });

  it('can be declared after a release, and then the order does not come back', async () => {
    const order = await anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
    await expect(declareOrderTie(await c().as('liuyang'), { code: order.code })).rejects.toMatchObject({
      reason: 'order.tie_not_open',
    });
    await perform(c(), 'liuyang', 'release', order);
    await declareOrderTie(await c().as('liuyang'), { code: order.code });
    const pool = await listPool(await c().as('liuyang'), {});
    expect(pool.map((card) => card.code)).not.toContain(order.code);
  });

  it('is kept in the step of the release itself, when it is said with it', async () => {
    const order = await anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
    const before = await counts(c(), order);
    await perform(c(), 'liuyang', 'release', order, { tie: true });
    expect(await partsOf(c(), order, 'declared_tie')).toEqual([c().idOf('liuyang')]);
    expect(await counts(c(), order)).toEqual({ events: before.events + 1, outbox: before.outbox + 1 });
    const pool = await listPool(await c().as('liuyang'), {});
    expect(pool.map((card) => card.code)).not.toContain(order.code);
    const other = await anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
    await perform(c(), 'liuyang', 'release', other);
    expect(await partsOf(c(), other, 'declared_tie')).toEqual([]);
  });

  it('sent again under its key gives the first answer', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    const verifier = await c().as('zhengshucheng');
    const said = { code: order.code, clientId: newId() };
    expect(await declareOrderTie(verifier, said)).toEqual({ declared: true });
    expect(await declareOrderTie(verifier, said)).toEqual({ declared: true });
    const { id } = await rowOf(c(), order);
    const written = await c().engine.reader.select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(written.map(({ action }) => action)).toEqual(['order.tie_declared']);
  });

  it('is not open to who can neither take nor verify it, and is out of sight to strangers', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    for (const who of ['limin', 'gaofeng']) {
      await expect(declareOrderTie(await c().as(who), { code: order.code })).rejects.toMatchObject({
        code: 'forbidden',
        reason: 'order.tie_not_open',
      });
    }
    await expect(declareOrderTie(await c().as('liuyang'), { code: order.code })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(declareOrderTie(c().ctx({ kind: 'anonymous' }), { code: order.code })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await partsOf(c(), order, 'declared_tie')).toEqual([]);
  });
});

describe('a photo that was shown before', () => {
  const photo = async (red: number) => {
    const bytes = await sharp({ create: { width: 20, height: 15, channels: 3, background: { r: red, g: 7, b: 3 } } })
      .png()
      .toBuffer();
    return (await storeUpload(c().ctx(), { bytes })).id;
  };
  const handIn = async (pieces: { kind: string; photos?: string[]; text?: string }[]) => {
    const order = await anOrder(c(), { state: 'in_progress' });
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces });
    return order;
  };
  const text = { kind: 'text', text: '已联系车主，车已挪走。' };
  const reused = async (order: { code: string }) => countReusedPhotos(await c().as('zhengshucheng'), order);

  it('is counted for the verifier when another order has it, and only then', async () => {
    const first = await handIn([text, { kind: 'photo', photos: [await photo(200)] }]);
    expect(await reused(first)).toBe(0);
    const again = await handIn([text, { kind: 'photo', photos: [await photo(200), await photo(31)] }]);
    expect(await reused(again)).toBe(1);
    expect(await reused(await handIn([text, { kind: 'photo', photos: [await photo(99)] }]))).toBe(0);
    expect(await reused(await handIn([text]))).toBe(0);
  });
});
