import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { endMembership } from '@/lib/people/commands/end-membership';
import { membership } from '@/lib/people/tables';
import { type Community, community, sharedCommunity } from '@/tests/support/community';
import { anOrder, aPhoto, cellC, lastEvent, partsOf, perform, rowOf } from '@/tests/support/orders';

const c = sharedCommunity();
const refused = (code: string, reason?: string) => ({ code, ...(reason ? { reason } : {}) });
const verify = (who: string, order: { code: string }, action: 'pass' | 'rework' = 'pass') =>
  perform(c(), who, action, order);

async function endVerifiers(db: Community, keys: string[], lastOn: string) {
  const held = await db.engine.reader
    .select({ id: membership.id })
    .from(membership)
    .where(and(inArray(membership.personId, keys.map(db.idOf)), eq(membership.role, 'branch_verifier')));
  for (const { id } of held) await endMembership(await db.as('admin'), { membershipId: id, lastOn });
}

describe('nobody verifies what they handled', () => {
  it('not the one who signed, nor any member of the unit then', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    expect(await partsOf(c(), order, 'handled')).toEqual(
      ['gaofeng', 'second-property', 'verifier-of-property', 'clerk-of-property'].map(c().idOf).sort(),
    );
    for (const action of ['pass', 'rework'] as const) {
      await expect(verify('verifier-of-property', order, action)).rejects.toMatchObject(
        refused('forbidden', 'order.barred.handled'),
      );
    }
    await verify('zhengshucheng', order);
    expect((await rowOf(c(), order)).status).toBe('awaiting_rating');
  });

  it('not who handled it before somebody else did', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    await perform(c(), 'verifier-of-property', 'sign', order);
    await perform(c(), 'limin', 'reassign', order, { handler: { unit: 'PL-SANI' } });
    await perform(c(), 'huanwei', 'sign', order);
    await perform(c(), 'huanwei', 'submit_evidence', order);
    await expect(verify('verifier-of-property', order)).rejects.toMatchObject(
      refused('forbidden', 'order.barred.handled'),
    );
  });

  it('not the requester’s own household, and not the requester', async () => {
    for (const [who, reason] of [
      ['family-zheng', 'order.barred.kin'],
      ['zhengshucheng', 'order.barred.requester'],
    ] as const) {
      const made = await submitOrder(await c().as(who), {
        item: '0802',
        words: '有车堵门。',
        place: { areaCode: `${cellC}-05` },
        clientId: `${reason}-1`,
      });
      await perform(c(), 'limin', 'assign', made);
      await perform(c(), 'gaofeng', 'sign', made);
      await perform(c(), 'gaofeng', 'submit_evidence', made);
      await expect(verify('zhengshucheng', made)).rejects.toMatchObject(refused('forbidden', reason));
      await verify('second-verifier', made);
    }
  });

  it('not a verifier of another cell, nor the secretary while the branch is in time', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    await expect(verify('luping', order)).rejects.toMatchObject(refused('not_found'));
    await expect(verify('shuji', order)).rejects.toMatchObject(refused('forbidden', 'order.not_for_you.pass'));
  });

  it('keeps who verified, and in whose name', async () => {
    const order = await anOrder(c(), { state: 'awaiting_rating' });
    expect(await partsOf(c(), order, 'verified')).toEqual([c().idOf('zhengshucheng')]);
    expect(await lastEvent(c(), order, 'order.passed')).toMatchObject({ org: 'PL-B3', waived: [] });
  });
});

describe('the branch above', () => {
  it('verifies too once the limit is over; whoever acts first', async () => {
    for (const [who, second, answer] of [
      ['shuji', 'zhengshucheng', 'conflict'],
      // What the branch has passed is the parent's no longer.
      ['zhengshucheng', 'shuji', 'forbidden'],
    ] as const) {
      const start = c().clock.now();
      const order = await anOrder(c(), { state: 'awaiting_verification' });
      c().clock.set((await rowOf(c(), order)).verifyBy ?? 0);
      await expect(verify('shuji', order)).rejects.toMatchObject({ code: 'forbidden' });
      c().clock.advance(1);
      await verify(who, order);
      await expect(verify(second, order)).rejects.toMatchObject({ code: answer });
      c().clock.set(start);
    }
  });

  it('verifies alone after a second reopening', async () => {
    const order = await anOrder(c(), { state: 'awaiting_rating' });
    const again = { solved: 'no', stars: 1, reason: 'not_fixed' };
    await perform(c(), order.holder, 'rate', order, again);
    for (const [dispatcher, verifier] of [
      ['limin', 'zhengshucheng'],
      ['jiedao', 'shuji'],
    ] as const) {
      await perform(c(), dispatcher, 'assign', order, { reason: '还是他们去。' });
      await perform(c(), 'gaofeng', 'sign', order);
      await perform(c(), 'gaofeng', 'submit_evidence', order);
      await verify(verifier, order);
      await perform(c(), order.holder, 'rate', order, again);
    }
    expect(await rowOf(c(), order)).toMatchObject({ reopenCount: 3, level: 'street' });
  });

  it('stands in for a branch whose last verifier ended, from the next day on', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_verification' });
    await endVerifiers(db, ['zhengshucheng', 'second-verifier', 'verifier-of-property'], '2024-01-15');
    await expect(perform(db, 'shuji', 'pass', order)).rejects.toMatchObject({ code: 'forbidden' });
    db.clock.set(Date.parse('2024-01-16T00:00:00+08:00'));
    await expect(perform(db, 'zhengshucheng', 'pass', order)).rejects.toMatchObject({ code: 'not_found' });
    await perform(db, 'shuji', 'pass', order);
    expect((await rowOf(db, order)).status).toBe('awaiting_rating');
    expect(await lastEvent(db, order, 'order.passed')).toMatchObject({ org: 'PL-GB' });
  });
});

describe('evidence', () => {
  const missing = [{ kind: 'photo_after', reason: '晚上拍不清。' }];

  it('is each piece of the item’s kinds, or a reason per missing piece; else nothing is kept', async () => {
    const order = await anOrder(c(), { state: 'in_progress', item: '0601' });
    const before = await rowOf(c(), order);
    await expect(perform(c(), 'gaofeng', 'submit_evidence', order)).rejects.toMatchObject({
      code: 'rule',
      reason: 'order.evidence_incomplete',
      details: { params: { kinds: 'photo_after' } },
    });
    await expect(
      perform(c(), 'gaofeng', 'submit_evidence', order, {
        pieces: [{ kind: 'photo_after', photos: ['no-such-photo'] }],
      }),
    ).rejects.toMatchObject({ code: 'invalid', reason: 'photo.unknown' });
    await expect(
      perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [{ kind: 'hearsay', text: '听说修好了' }] }),
    ).rejects.toMatchObject({ code: 'invalid', reason: 'order.evidence_kind' });
    expect(await rowOf(c(), order)).toEqual(before);
    await perform(c(), 'gaofeng', 'submit_evidence', order, {
      pieces: [{ kind: 'photo_after', photos: [await aPhoto(c())] }],
    });
    await verify('zhengshucheng', order);
  });

  it('needs words for every outcome but solved', async () => {
    const order = await anOrder(c(), { state: 'in_progress', item: '0803' });
    const refNo = [{ kind: 'ref_no', value: 'SX-2024-7' }];
    await expect(
      perform(c(), 'gaofeng', 'submit_evidence', order, { outcome: 'explained', pieces: refNo }),
    ).rejects.toMatchObject({ reason: 'order.outcome_needs_words' });
    await perform(c(), 'gaofeng', 'submit_evidence', order, {
      outcome: 'explained',
      pieces: refNo,
      words: '已当面解释。',
    });
    expect(await rowOf(c(), order)).toMatchObject({ outcome: 'explained', status: 'awaiting_verification' });
  });

  it('that is missing passes only with a waiver of ten characters', async () => {
    const order = await anOrder(c(), { state: 'in_progress', item: '0601' });
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [], missing });
    await expect(verify('zhengshucheng', order)).rejects.toMatchObject(refused('rule', 'order.waiver_needed'));
    await expect(perform(c(), 'zhengshucheng', 'pass', order, { waiver: '看过了，好了' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await perform(c(), 'zhengshucheng', 'pass', order, { waiver: '夜里到现场看过，灯是亮的。' });
    expect(await lastEvent(c(), order, 'order.passed')).toMatchObject({ waived: ['photo_after'] });
  });

  it('of an earlier round does not ask for a waiver of the last', async () => {
    const order = await anOrder(c(), {
      state: 'in_progress',
      item: '1204',
      shiftStartsAt: '2024-01-15T09:00:00+08:00',
      shiftEndsAt: '2024-01-15T18:00:00+08:00',
    });
    const gaps = ['in_out', 'position'].map((kind) => ({ kind, reason: '手机没电。' }));
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [], missing: gaps });
    await verify('zhengshucheng', order, 'rework');
    const { lat, lng } = await rowOf(c(), order);
    await perform(c(), 'gaofeng', 'arrive', order, { reason: undefined, position: { lat, lng } });
    await perform(c(), 'gaofeng', 'leave', order, { reason: undefined, position: { lat, lng } });
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [], missing: [] });
    await verify('zhengshucheng', order);
    expect(await lastEvent(c(), order, 'order.passed')).toMatchObject({ waived: [] });
  });

  it('is sent back with ten characters of words', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    await expect(perform(c(), 'zhengshucheng', 'rework', order, { words: '没办好' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await verify('zhengshucheng', order, 'rework');
    expect(await lastEvent(c(), order, 'order.reworked')).toMatchObject({
      reason: 'not_solved_on_site',
      count: 1,
      org: 'PL-B3',
    });
  });
});

describe('being there', () => {
  it('is proven by position, by a slip, or said with a reason; far away needs a reason', async () => {
    const order = await anOrder(c(), { state: 'in_progress' });
    const { lat, lng } = await rowOf(c(), order);
    const arrive = (more: Record<string, unknown>) =>
      perform(c(), 'gaofeng', 'arrive', order, { reason: undefined, ...more });
    const far = { lat: (lat ?? 0) + 0.003, lng };
    await expect(arrive({})).rejects.toMatchObject({ reason: 'order.presence_needs_proof' });
    await expect(arrive({ position: far })).rejects.toMatchObject({ reason: 'order.far_needs_reason' });
    for (const pointCode of ['PL-A01', 'c5', 'C区5号楼'])
      await expect(arrive({ pointCode }), pointCode).rejects.toMatchObject({ reason: 'order.code_elsewhere' });
    await arrive({ position: { lat, lng } });
    expect(await lastEvent(c(), order, 'order.arrived')).toMatchObject({ metres: 0, byCode: false, far: false });
    await arrive({ pointCode: 'PL-C05' });
    expect(await lastEvent(c(), order, 'order.arrived')).toMatchObject({ metres: null, byCode: true, far: false });
    await arrive({ position: far, reason: '门口在修路，车停远了。' });
    expect(await lastEvent(c(), order, 'order.arrived')).toMatchObject({ far: true, byCode: false });
  });

  it('meets the milestone; making safe needs a photo', async () => {
    const lift = await anOrder(c(), { item: '0502' });
    await perform(c(), 'gaofeng', 'sign', lift);
    await perform(c(), 'gaofeng', 'arrive', lift);
    expect((await rowOf(c(), lift)).milestoneMetAt).toBe(c().clock.now());
    const cover = await anOrder(c(), { item: '0602' });
    await perform(c(), 'chengguan', 'sign', cover);
    await perform(c(), 'chengguan', 'arrive', cover);
    expect(await rowOf(c(), cover)).toMatchObject({ milestoneKind: 'safe', milestoneMetAt: null });
    await perform(c(), 'chengguan', 'arrive', cover, { photos: [await aPhoto(c())] });
    expect((await rowOf(c(), cover)).milestoneMetAt).toBe(c().clock.now());
  });
});
