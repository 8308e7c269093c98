import { describe, expect, it } from 'vitest';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { listMediations } from '@/lib/mediation/queries/list-mediations';
import { performUntil } from '@/lib/mediation/queries/perform-until';
import { sharedCommunity } from '@/tests/support/community';
import { inSession, openTable, settled, write } from '@/tests/support/mediations';
import { dayOf } from '@/tests/support/projects';

const c = sharedCommunity();

describe('what was agreed and is to be performed (31)', () => {
  it('is told by its latest day to those inside, and to nobody else', async () => {
    const table = await openTable(c());
    await inSession(c(), table);
    await write(table, { performUntil: dayOf(c(), 3) });
    await write(table, { performUntil: dayOf(c(), 9) });
    const plain = await openTable(c());
    await settled(c(), plain);
    const codes = [table.code, plain.code];
    const told = new Map([
      [table.code, dayOf(c(), 9)],
      [plain.code, null],
    ]);
    for (const inside of [table.secretary, table.mediator, await c().as('wangguilan')]) {
      expect(await performUntil(inside, codes)).toEqual(told);
    }
    for (const outside of ['limin', 'dujuan', 'auditor', 'jiedao', 'zhoujianguo']) {
      expect(await performUntil(await c().as(outside), codes)).toEqual(new Map());
    }
    expect(await performUntil(c().ctx({ kind: 'anonymous' }), codes)).toEqual(new Map());
  });

  it('stays apart from what is over until somebody has looked', async () => {
    const table = await openTable(c());
    await settled(c(), table);
    const codes = async (status: string) =>
      (await listMediations(table.mediator, { status })).items.map(({ code }) => code);
    expect(await codes('settled,broken')).toContain(table.code);
    const check = async (outcome: 'not_yet' | 'broken' | 'performed') =>
      checkPerformance(table.mediator, { ...(await table.on()), on: table.today(), outcome, words: '上门看过了' });
    await check('not_yet');
    await check('broken');
    expect(await codes('settled,broken')).toContain(table.code);
    await check('performed');
    expect(await codes('settled,broken')).not.toContain(table.code);
  });
});
