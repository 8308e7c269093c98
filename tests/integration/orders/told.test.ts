import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { loadRoutes } from '@/lib/orders/commands/load-routes';
import { getOrder } from '@/lib/orders/queries/get-order';
import { maySeePhoto } from '@/lib/orders/queries/may-see-photo';
import type { RouteStep } from '@/lib/orders/route';
import { orderPhoto, orderProxy } from '@/lib/orders/tables';
import { sharedCommunity } from '@/tests/support/community';
import { aPhoto, eventsOf, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const door = { areaCode: '320371003208005-05-2-302', detail: '门铃坏了请敲门' };
const masked = { name: '欧***' };

describe('what was said to whoever typed it', () => {
  const consentAt = '2024-01-15T08:10:00+08:00';
  const said = { knownBy: 'in_person', consentAt, spokenBy: '欧阳测试', words: '俺家门口叫车堵严实了' } as const;
  const typedFor = async (more: Parameters<typeof submitted>[1] = {}) => {
    const order = await submitted(
      c(),
      { place: door, contact: undefined, proxy: said, ...more },
      { actor: await c().actor('chenchen') },
    );
    await perform(c(), 'limin', 'assign', order);
    await perform(c(), 'gaofeng', 'sign', order);
    return order;
  };
  const proxyFor = async (who: string | Made, order: Made) => {
    const ctx = typeof who === 'string' ? await c().as(who) : who.holder;
    return (await getOrder(ctx, { code: order.code })).proxy;
  };

  it('is kept word for word, its speaker masked like the contact', async () => {
    const order = await typedFor();
    for (const [who, spokenBy] of [
      ['gaofeng', said.spokenBy],
      [order, said.spokenBy],
      ['limin', masked.name],
      ['chenchen', masked.name],
      ['zhaoqiang', masked.name],
    ] as const) {
      expect(await proxyFor(who, order)).toMatchObject({ words: said.words, spokenBy, knownBy: 'in_person' });
    }
    const history = JSON.stringify(await eventsOf(c(), order));
    for (const secret of [said.words, '欧阳']) expect(history).not.toContain(secret);
  });

  it('of a confidential order names the speaker to dispatcher and secretary alone, of an anonymous one to nobody', async () => {
    const confidential = await typedFor({ confidential: true });
    expect((await proxyFor('limin', confidential))?.spokenBy).toBe(masked.name);
    expect((await proxyFor('shuji', confidential))?.spokenBy).toBe(masked.name);
    expect(await proxyFor('gaofeng', confidential)).toMatchObject({ spokenBy: null, words: said.words });
    const anonymous = await typedFor({ anonymous: true });
    for (const who of ['limin', 'shuji', 'gaofeng', anonymous]) {
      expect((await proxyFor(who, anonymous))?.spokenBy).toBeNull();
    }
    const { id } = await rowOf(c(), anonymous);
    const rows = await c().engine.reader.select().from(orderProxy).where(eq(orderProxy.orderId, id));
    expect(rows).toMatchObject([{ spokenBy: null, words: said.words }]);
  });

  it('is no part of an offer', async () => {
    const order = await submitted(c(), { proxy: said, contact: undefined }, { actor: await c().actor('chenchen') });
    await perform(c(), 'limin', 'offer', order);
    expect(await proxyFor('liuyang', order)).toBeNull();
  });
});

describe('photos that staff show', () => {
  it('stand beside the question, and beside a note that is ticked for the resident, at once', async () => {
    const order = await submitted(c());
    const [asked, shown, kept] = [await aPhoto(c()), await aPhoto(c()), await aPhoto(c())];
    await perform(c(), 'limin', 'ask_info', order, { words: '是照片上的这个门吗？', photos: [asked] });
    await perform(c(), 'limin', 'note', order, { words: '门口的样子。', photos: [shown], toResident: true });
    await perform(c(), 'limin', 'note', order, { words: '内部看一下。', photos: [kept] });
    const sees = async (ctx: Made['holder']) => {
      const detail = await getOrder(ctx, { code: order.code });
      const beside = detail.timeline.filter((entry) => entry.photos.length > 0);
      const may = async (uploadId: string) => maySeePhoto(ctx, { uploadId });
      return {
        photos: detail.photos.map((photo) => photo.id).sort(),
        beside: beside.map((entry) => [entry.type, entry.words, ...entry.photos]),
        may: await Promise.all([asked, shown, kept].map(may)),
      };
    };
    const question = ['order.info_asked', '是照片上的这个门吗？', asked];
    const told = ['order.noted', '门口的样子。', shown];
    expect(await sees(order.holder)).toEqual({
      photos: [asked, shown].sort(),
      beside: [question, told],
      may: [true, true, false],
    });
    expect(await sees(await c().as('limin'))).toEqual({
      photos: [asked, shown, kept].sort(),
      beside: [question, told, ['order.noted', '内部看一下。', kept]],
      may: [true, true, true],
    });
    // They prove nothing of the work.
    const stored = await c().engine.reader.select().from(orderPhoto).where(eq(orderPhoto.uploadId, asked));
    expect(stored).toMatchObject([{ kind: 'told', seq: 2 }]);
    await expect(perform(c(), 'limin', 'ask_info', await submitted(c()), { photos: [asked] })).rejects.toMatchObject({
      reason: 'photo.unknown',
    });
  });
});

describe('who is named beside the handler', () => {
  const routeOf = async (order: Made, steps: RouteStep[]) => {
    const { itemCode, cellCode } = await rowOf(c(), order);
    await loadRoutes(c().ctx(), [{ itemCode, cellCode, steps }]);
  };

  it('is said by name and code, and until when the handler may send it back', async () => {
    const order = await submitted(c());
    await routeOf(order, [
      { join: 'first', unit: 'PL-PROP' },
      { join: 'with', person: c().idOf('zhaoqiang') },
      { join: 'with', volunteers: true },
    ]);
    await perform(c(), 'limin', 'assign', order);
    const { returnBy } = await rowOf(c(), order);
    for (const ctx of [order.holder, await c().as('gaofeng')]) {
      const detail = await getOrder(ctx, { code: order.code });
      expect(detail.coHandlers).toEqual([
        { code: c().idOf('zhaoqiang'), zh: '赵强', en: expect.any(String) },
        { code: 'volunteers', zh: '志愿者', en: 'volunteers' },
      ]);
      expect(Date.parse(detail.clock.returnBy ?? '')).toBe(returnBy);
    }
    await perform(c(), 'limin', 'recall', order);
    expect(await getOrder(order.holder, { code: order.code })).toMatchObject({
      coHandlers: [],
      clock: { returnBy: null, callbackBy: null },
    });
  });
});
