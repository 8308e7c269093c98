import { describe, expect, it } from 'vitest';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listSimilar, similarToNew } from '@/lib/orders/queries/list-similar';
import { orderApart } from '@/lib/orders/tables';
import { locatePlace } from '@/lib/places/queries/locate-place';
import { sharedCommunity } from '@/tests/support/community';
import { perform, placeInC, plainItem, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const proxy = { knownBy: 'in_person', consentAt: '2024-01-15T08:20:00+08:00' } as const;
const atTheHall = async (more: Parameters<typeof submitted>[1] = {}) =>
  submitted(c(), { channel: 'hall', proxy, ...more }, await c().as('chenchen'));

const beside = async () => {
  const clerk = await c().as('chenchen');
  const place = await locatePlace(clerk, placeInC);
  return similarToNew(clerk, { words: '有车堵住单元门，请挪车', items: ['0601', plainItem], place });
};

describe('an order that is written down beside others (3.8)', () => {
  it('is told apart from what was shown, and is not proposed beside it again', async () => {
    const first = await submitted(c());
    const shown = await beside();
    expect(shown.map(({ code }) => code)).toContain(first.code);
    const made = await atTheHall({ apartFrom: shown.map(({ code }) => code) });
    const { items } = await listSimilar(await c().as('limin'), { code: made.code });
    expect(items.map(({ code }) => code)).not.toContain(first.code);
    const undecided = await atTheHall();
    const proposed = await listSimilar(await c().as('limin'), { code: undecided.code });
    expect(proposed.items.map(({ code }) => code)).toContain(first.code);
  });

  it('goes with the one that was chosen, and its requester keeps a number and a rating of their own', async () => {
    await submitted(c());
    const [shown] = await beside();
    const made = await atTheHall({ joins: shown?.token ?? '' });
    const row = await rowOf(c(), made);
    expect([row.status, row.mergedInto === (await rowOf(c(), { code: shown?.code ?? '' })).id]).toEqual([
      'merged',
      true,
    ]);
    expect(made.code).not.toBe(shown?.code);
  });

  it('names nobody’s order that the caller does not see: nothing is written of it', async () => {
    const hidden = await submitted(c(), { confidential: true });
    const before = await c().engine.reader.select().from(orderApart);
    // Whoever has no login sees no order, and neither does a clerk see a sealed one.
    await submitted(c(), { apartFrom: [hidden.code] });
    await atTheHall({ apartFrom: [hidden.code, 'PL20240115-9999'] });
    expect(await c().engine.reader.select().from(orderApart)).toEqual(before);
    const [sealed] = (await beside()).filter(({ code }) => code === hidden.code);
    expect(sealed).toBeUndefined();
  });

  it('keeps the second thing that was spoken of for who dispatches, not for who mends or for the requester', async () => {
    const made = await atTheHall({ item: '0802', alsoItem: '1101' });
    const also = {
      item: '1101',
      name: { zh: expect.stringMatching('邻里纠纷'), en: 'Neighbour dispute' },
      mediates: true,
    };
    await perform(c(), 'limin', 'assign', made);
    for (const who of ['limin', 'chenchen', 'shuji']) {
      expect((await getOrder(await c().as(who), { code: made.code })).also, who).toEqual(also);
    }
    for (const ctx of [await c().as('gaofeng'), made.holder]) {
      expect((await getOrder(ctx, { code: made.code })).also).toBeNull();
    }
    expect((await rowOf(c(), made)).itemCode).toBe('0802');
    const same = await atTheHall({ item: '0802', alsoItem: '0802' });
    expect((await rowOf(c(), same)).alsoItem).toBeNull();
    await expect(atTheHall({ alsoItem: '9999' })).rejects.toMatchObject({ code: 'invalid', reason: 'item.unknown' });
  });
});
