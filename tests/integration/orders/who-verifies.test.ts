import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chargeWords } from '@/app/_desk/order/charge-note';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { getOrder } from '@/lib/orders/queries/get-order';
import { whoVerifies } from '@/lib/orders/queries/who-verifies';
import { declareTie } from '@/lib/people/commands/declare-tie';
import { endMembership } from '@/lib/people/commands/end-membership';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { listStandIns } from '@/lib/people/queries/list-stand-ins';
import { membership } from '@/lib/people/tables';
import { type Community, community } from '@/tests/support/community';
import { anOrder, cellC, type Made, placeInC, plainItem } from '@/tests/support/orders';

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

  it('counts nobody of the household of who asked, and nobody with a tie to them', async () => {
    const db = await community();
    const admin = await db.as('admin');
    const verifiesInC = { role: 'branch_verifier', areaCode: cellC.slice(0, 12), validFrom: '2024-01-01' } as const;
    await grantMembership(admin, { ...verifiesInC, personId: db.idOf('grandson'), partyOrgCode: 'PL-B3' });
    const free = async (order: { code: string }) => (await whoVerifies(await db.as('limin'), order)).free;
    const own = await submitOrder(await db.as('wangguilan'), {
      item: plainItem,
      words: '楼下有车堵住了单元门。',
      place: placeInC,
      clientId: newId(),
    });
    expect(await free(await anOrder(db))).toBe(4);
    expect(await free(own)).toBe(3);
    const [asked, verifier] = [db.idOf('wangguilan'), db.idOf('zhengshucheng')];
    await declareTie(admin, { personA: verifier, personB: asked });
    expect(await free(own)).toBe(2);
    const above = async () => (await whoVerifies(await db.as('limin'), own)).freeAbove;
    expect(await above()).toBe(1);
    await declareTie(admin, { personA: asked, personB: db.idOf('shuji') });
    expect(await above()).toBe(0);
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
