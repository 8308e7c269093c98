import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chargeWords } from '@/app/_desk/order/charge-note';
import { getOrder } from '@/lib/orders/queries/get-order';
import { whoVerifies } from '@/lib/orders/queries/who-verifies';
import { endMembership } from '@/lib/people/commands/end-membership';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { listStandIns } from '@/lib/people/queries/list-stand-ins';
import { membership } from '@/lib/people/tables';
import { type Community, community } from '@/tests/support/community';
import { anOrder, cellC, type Made } from '@/tests/support/orders';

const t = (key: string, values?: Record<string, unknown>) =>
  [key, ...Object.entries(values ?? {}).map(([name, value]) => `${name}=${value}`)].join(' ');
const ofBranch = ['zhengshucheng', 'second-verifier', 'verifier-of-property'];

async function endVerifiers(db: Community, keys: string[]): Promise<void> {
  const held = await db.engine.reader
    .select({ id: membership.id })
    .from(membership)
    .where(and(inArray(membership.personId, keys.map(db.idOf)), eq(membership.role, 'branch_verifier')));
  for (const { id } of held) await endMembership(await db.as('admin'), { membershipId: id, lastOn: '2024-01-14' });
}

/** What the desk reads of it: at the community, or at the street where the community may not look. */
async function words(db: Community, order: Made, who = 'limin'): Promise<string | null> {
  const ctx = await db.as(who);
  const detail = await getOrder(ctx, { code: order.code });
  return chargeWords(detail, await whoVerifies(ctx, detail), { now: ctx.now(), locale: 'zh-CN', t });
}
const standIns = async (db: Community) => listStandIns(await db.as('admin'), { cellCodes: [cellC] });

describe('who verifies, told to the desk and to who appoints', () => {
  it('says nothing while the own branch has a verifier that may look at it', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_verification' });
    expect(await words(db, order)).toBeNull();
    expect(await standIns(db)).toEqual([]);
    await expect(listStandIns(await db.as('limin'), { cellCodes: [cellC] })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the organisation above that stands in, and nobody where none is left', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_verification' });
    await endVerifiers(db, ofBranch);
    expect(await words(db, order)).toMatch(/^verify\.charge\.unstaffed branch=.+ org=.+/);
    expect(await standIns(db)).toMatchObject([
      { cellCode: cellC, absent: { why: 'unstaffed' }, org: { zh: expect.any(String) } },
    ]);
    await endVerifiers(db, ['shuji']);
    expect(await words(db, order)).toBe('verify.charge.nobody');
    expect(await standIns(db)).toMatchObject([{ cellCode: cellC, org: null }]);
  });

  it('of a complaint about the community, when all its verifiers have to stand aside', async () => {
    const db = await community();
    const about = { unit: 'PL-COMM' };
    const order = await anOrder(db, { about });
    expect((await whoVerifies(await db.as('jiedao'), order)).free).toBe(3);
    // Whoever acts in the community's name is complained about with it (3.9).
    await endVerifiers(db, ['second-verifier', 'verifier-of-property']);
    await grantMembership(await db.as('admin'), {
      personId: db.idOf('zhengshucheng'),
      role: 'grid_worker',
      areaCode: cellC,
      validFrom: '2024-01-01',
    });
    const ctx = await db.as('jiedao');
    const detail = await getOrder(ctx, { code: order.code });
    const who = await whoVerifies(ctx, detail);
    expect([who.free, who.org !== null, who.parent !== null]).toEqual([0, true, true]);
    const verifyBy = '2024-01-16T09:00:00+08:00';
    const waiting = {
      ...detail,
      status: 'awaiting_verification',
      clock: { ...detail.clock, verifyBy },
    } as typeof detail;
    const say = (now: string, by = who) => chargeWords(waiting, by, { now: Date.parse(now), locale: 'zh-CN', t });
    // The secretary, who verifies above, is the community as well.
    expect([who.freeAbove, say('2024-01-15T09:00:00+08:00')]).toEqual([
      0,
      expect.stringMatching(/^verify\.charge\.all_aside org=/),
    ]);
    await grantMembership(await db.as('admin'), {
      personId: db.idOf('zhoujianguo'),
      role: 'branch_verifier',
      areaCode: cellC.slice(0, 12),
      partyOrgCode: 'PL-GB',
      validFrom: '2024-01-01',
    });
    const helped = await whoVerifies(ctx, detail);
    expect(helped.freeAbove).toBe(1);
    expect(say('2024-01-15T09:00:00+08:00', helped)).toMatch(/^verify\.charge\.aside_later .*parent=/);
    expect(say('2024-01-17T09:00:00+08:00', helped)).toMatch(/^verify\.charge\.aside_now .*parent=/);
  });
});
