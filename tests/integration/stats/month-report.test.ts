import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { giveAnswer } from '@/lib/answers/commands/give-answer';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { recordSpend } from '@/lib/projects/commands/record-spend';
import { getMonthReport } from '@/lib/stats/queries/get-month-report';
import { community as freshCommunity } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';
import { anOrder, submitted } from '@/tests/support/orders';
import { dayOf, running } from '@/tests/support/projects';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('月报', () => {
  it('counts one month of the community clock, the same for whoever asks, and tells nothing below five', async () => {
    const c = await freshCommunity();
    // The first second of a month in Shanghai is still the month before by the world's clock.
    c.clock.set(at('2024-01-31T23:59:59.999'));
    for (let i = 0; i < 4; i++) await submitted(c);
    c.clock.set(at('2024-02-01T00:00:00'));
    for (let i = 0; i < 6; i++) await submitted(c);
    for (let i = 0; i < 5; i++) await anOrder(c, { state: 'closed' });
    await anOrder(c, { state: 'withdrawn' });
    for (const item of ['0601', '0602', '0401', '1403']) await submitted(c, { item });
    await submitted(c, { item: '1101', words: '楼上天天吵，想请人来说和。' });

    const site = await running(c, { dueOn: '2024-10-31' });
    const spent = { on: dayOf(c), label: '步道石材', amountFen: 12_345, receiptNo: '票-001' };
    await recordSpend(site.clerk, { code: site.code, clientId: randomUUID(), ...spent });
    const suggestion = await submitted(c, { item: '1403', words: '想要一间棋牌室' });
    await giveAnswer(await c.as('chenchen'), {
      clientId: randomUUID(),
      order: suggestion.code,
      title: 'C区要一间棋牌室',
      decision: 'not_adopted',
      weighedBy: 'two_committees',
      weighedOn: dayOf(c),
      words: '今年没有合适的房间，明年再议。',
      reason: '房间都已经排满，两委会议商量过。',
    });
    const secret = { clientId: randomUUID(), community: poli, title: '晾衣滴水的事' };
    await openMediation(await c.as('shuji'), { ...secret, parties: [{ name: '甲' }, { name: '乙' }] });

    c.clock.set(at('2024-03-02T09:00:00'));
    const anybody = c.ctx({ kind: 'anonymous' });
    const report = await getMonthReport(anybody, { community: poli });
    // The latest month that is over; a dispute is sealed and stands in no figure.
    expect(report).toMatchObject({ month: '2024-02', running: false, submitted: 16, closed: 5, publicOnly: true });
    expect([report.older, report.newer]).toEqual(['2024-01', '2024-03']);
    expect(report.months).toEqual([
      { month: '2024-01', submitted: null, closed: null },
      { month: '2024-02', submitted: 16, closed: 5 },
    ]);
    const [most, ...others] = report.categories;
    expect(most).toMatchObject({ code: '08', count: 11 });
    expect(others).toEqual([{ code: null, zh: '其他', en: 'Others', count: 5 }]);
    expect(report.matters).toEqual({
      resolutions: 0,
      answers: 1,
      promisesKept: 0,
      projectsListed: 1,
      projectsCompleted: 0,
      spentFen: 12_345,
      lists: 0,
    });
    const { countedAt: _, ...figures } = report;
    expect(await getMonthReport(await c.as('shuji'), { community: poli })).toMatchObject(figures);

    const before = await getMonthReport(anybody, { community: poli, month: '2024-01' });
    expect(before).toMatchObject({ submitted: null, closed: null, categories: [], rates: [], older: null });
    const now = await getMonthReport(anybody, { community: poli, month: '2024-03' });
    expect(now).toMatchObject({ running: true, newer: null });
    await expect(getMonthReport(anybody, { community: poli, month: '2024-04' })).rejects.toMatchObject({
      reason: 'stats.month_to_come',
    });
    await expect(getMonthReport(anybody, { community: '320371003999' })).rejects.toMatchObject({
      reason: 'place.area_unknown',
    });
  });
});
