import { describe, expect, it } from 'vitest';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import type { SubmitOrderInput } from '@/lib/orders/input';
import { getOrder } from '@/lib/orders/queries/get-order';
import { previewOrder } from '@/lib/orders/queries/preview-order';
import { unnamedItem } from '@/lib/taxonomy/suggest';
import { sharedCommunity } from '@/tests/support/community';
import { lastEvent, type Made, perform, placeInC, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const shiftItems = ['0102', '0304', '1204', '1402'];
const hours = { shiftStartsAt: '2024-01-15T19:00:00+08:00', shiftEndsAt: '2024-01-15T22:00:00+08:00' };
const endsAt = Date.parse(hours.shiftEndsAt);
const begin = () => c().clock.set(Date.parse('2024-01-15T09:00:00+08:00'));

/** What a resident sends who chose a patrol. */
const wished = (item = '1204'): Promise<Made> => {
  begin();
  return submitted(c(), { item, words: '晚上小区里不安全，希望有人巡逻' });
};
const refusal = (reason: string) => ({ reason, details: { issues: [{ path: 'shiftEndsAt', reason }] } });

describe('a shift that a resident asks for', () => {
  it.each(shiftItems)('%s is taken as a suggestion, and the desk reads what was chosen', async (item) => {
    const order = await wished(item);
    expect(await rowOf(c(), order)).toMatchObject({ itemCode: unnamedItem, urgency: 'U4', status: 'submitted' });
    expect(await lastEvent(c(), order, 'order.submitted')).toMatchObject({ wished: item, suggested: true });
    const seen = await getOrder(await c().as('limin'), { code: order.code });
    expect(seen.timeline[0]?.data).toMatchObject({ wished: item });
  });

  it('is promised before it is sent what it is promised when it is', async () => {
    begin();
    const words = '晚上小区里不安全，希望有人巡逻';
    const before = await previewOrder(c().ctx({ kind: 'anonymous' }), { words, item: '1204', channel: 'web' });
    const row = await rowOf(c(), await wished());
    expect(before.item.code).toBe(row.itemCode);
    expect(before.promise).toEqual({ acceptBy: row.promiseAcceptBy, finishBy: row.promiseFinishBy });
  });

  it('stays what was chosen where it needs no hours: with words of danger, or with hours', async () => {
    begin();
    const danger = await rowOf(c(), await submitted(c(), { item: '1204', words: '巡逻的人在3号楼摔倒了，有人打人' }));
    expect(danger).toMatchObject({ itemCode: '1204', urgency: 'U1' });
    expect(await rowOf(c(), await submitted(c(), { item: '1204', ...hours }))).toMatchObject({ itemCode: '1204' });
  });

  it('is refused to who types for another, at the field of the hours', async () => {
    begin();
    const spoken: SubmitOrderInput = {
      item: '1204',
      words: '晚上请人巡逻',
      place: placeInC,
      channel: 'hall',
      proxy: { knownBy: 'in_person', consentAt: '2024-01-15T08:59:00+08:00' },
      clientId: 'typed-for-another',
    };
    await expect(submitOrder(await c().as('chenchen'), spoken)).rejects.toMatchObject(
      refusal('calendar.shift_missing'),
    );
  });
});

describe('the desk makes a shift of it', () => {
  it('with hours, whose end is the finish and the promise', async () => {
    const order = await wished();
    await perform(c(), 'limin', 'classify', order, { item: '1204', ...hours });
    expect(await rowOf(c(), order)).toMatchObject({ itemCode: '1204', shiftEndsAt: endsAt, promiseFinishBy: endsAt });
    await perform(c(), 'limin', 'offer', order);
    expect(await rowOf(c(), order)).toMatchObject({ status: 'offered', finishBy: endsAt });
  });

  it('not without hours, nor with hours that run backwards; the refusal names the field', async () => {
    const order = await wished();
    const classify = (more: Record<string, unknown>) => perform(c(), 'limin', 'classify', order, more);
    await expect(classify({ item: '1204' })).rejects.toMatchObject(refusal('calendar.shift_missing'));
    const backwards = { shiftStartsAt: hours.shiftEndsAt, shiftEndsAt: hours.shiftStartsAt };
    await expect(classify({ item: '1204', ...backwards })).rejects.toMatchObject({ code: 'invalid' });
    await classify({ item: '1204', ...hours });
    await expect(classify({ item: '1204', shiftStartsAt: '2024-01-15T23:00:00+08:00' })).rejects.toMatchObject(
      refusal('input.shift_backwards'),
    );
    expect(await rowOf(c(), order)).toMatchObject({ shiftEndsAt: endsAt });
  });

  it('and moves its hours later, with all limits', async () => {
    const order = await wished();
    await perform(c(), 'limin', 'classify', order, { item: '1204', ...hours });
    await perform(c(), 'limin', 'offer', order);
    await perform(c(), 'limin', 'classify', order, {
      item: '1204',
      shiftEndsAt: '2024-01-15T23:00:00+08:00',
    });
    const later = endsAt + 3_600_000;
    expect(await rowOf(c(), order)).toMatchObject({ shiftEndsAt: later, finishBy: later, promiseFinishBy: later });
  });
});
