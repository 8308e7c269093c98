import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listVerdicts } from '@/lib/orders/queries/list-verdicts';
import { endMembership } from '@/lib/people/commands/end-membership';
import { explainBranch } from '@/lib/people/queries/explain-branch';
import { membership, partyOrg } from '@/lib/people/tables';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, cellC, perform } from '@/tests/support/orders';

const c = sharedCommunity();
const day = 86_400_000;

describe('the log of verdicts', () => {
  it('tells who passed or sent back what, when and why, the newest first, to whoever verified the order', async () => {
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    const words = '现场还有一处没有修好，请补。';
    await perform(c(), 'zhengshucheng', 'rework', order, { reason: 'not_solved_on_site', words });
    const sentBackAt = c().clock.now();
    c().clock.advance(60_000);
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    c().clock.advance(60_000);
    await perform(c(), 'second-verifier', 'pass', order);

    const mine = async (who: string) =>
      (await listVerdicts(await c().as(who), { limit: 50 })).items.filter(({ code }) => code === order.code);
    const [passed, sentBack] = await mine('zhengshucheng');
    expect(passed).toMatchObject({ passed: true, isOwn: false, at: sentBackAt + 120_000, status: 'awaiting_rating' });
    expect(sentBack).toMatchObject({ passed: false, isOwn: true, at: sentBackAt, reason: 'not_solved_on_site', words });
    expect(sentBack?.who).not.toBeNull();
    expect(sentBack?.org?.zh).toBe('第三支部');
    expect((await mine('second-verifier')).map(({ isOwn }) => isOwn)).toEqual([true, false]);
    expect(await mine('luping')).toEqual([]);
  });

  it('goes on where the page before ended', async () => {
    for (let count = 0; count < 3; count += 1) {
      await perform(c(), 'zhengshucheng', 'pass', await anOrder(c(), { state: 'awaiting_verification' }));
      c().clock.advance(1000);
    }
    const ctx = await c().as('zhengshucheng');
    const keys = (list: { items: { code: string; seq: number }[] }) =>
      list.items.map(({ code, seq }) => `${code} ${seq}`);
    const all = keys(await listVerdicts(ctx, { limit: 50 }));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listVerdicts(ctx, { limit: 2, cursor });
      found.push(...keys(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(3);
  });
});

describe('who verifies, in words', () => {
  it('is the branch, with the parent above it', async () => {
    expect(await explainBranch(await c().as('zhengshucheng'), { cellCode: cellC })).toMatchObject({
      org: { zh: '第三支部' },
      parent: { zh: expect.stringContaining('党总支') },
      absent: null,
    });
  });

  it('is the parent once the branch ended, which its list has then, or once it has no verifier', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_verification' });
    const today = '2024-01-15';
    await db.engine.transaction(async (tx) => {
      await tx.update(partyOrg).set({ validTo: today }).where(eq(partyOrg.code, 'PL-B3')).returning();
    });
    expect(await explainBranch(await db.as('shuji'), { cellCode: cellC })).toMatchObject({ absent: null });
    db.clock.advance(day);
    expect(await explainBranch(await db.as('shuji'), { cellCode: cellC })).toMatchObject({
      org: { zh: expect.stringContaining('党总支') },
      absent: { name: { zh: '第三支部' }, why: 'ended', endedOn: today },
    });
    const listed = async (who: string) =>
      (await listOrders(await db.as(who), { view: 'to_verify' })).items.map(({ code }) => code);
    expect(await listed('shuji')).toContain(order.code);
    expect(await listed('zhengshucheng')).not.toContain(order.code);
  });

  it('says that a branch has nobody', async () => {
    const db = await community();
    const held = await db.engine.reader
      .select({ id: membership.id })
      .from(membership)
      .where(eq(membership.partyOrgCode, 'PL-B3'))
      .orderBy(membership.id);
    for (const { id } of held) await endMembership(await db.as('admin'), { membershipId: id, lastOn: '2024-01-15' });
    db.clock.advance(day);
    expect(await explainBranch(await db.as('shuji'), { cellCode: cellC })).toMatchObject({
      absent: { why: 'unstaffed', endedOn: null },
    });
  });
});
