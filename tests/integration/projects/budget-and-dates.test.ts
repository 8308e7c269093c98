import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { completeProject } from '@/lib/projects/commands/complete-project';
import { correctSpend } from '@/lib/projects/commands/correct-spend';
import { explainDelay } from '@/lib/projects/commands/explain-delay';
import { postponeProject } from '@/lib/projects/commands/postpone-project';
import { raiseBudget } from '@/lib/projects/commands/raise-budget';
import { findProject } from '@/lib/projects/facts';
import { getProject } from '@/lib/projects/queries/get-project';
import { listProjects } from '@/lib/projects/queries/list-projects';
import { projectSpend } from '@/lib/projects/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { dayMs, hallAt, pass } from '@/tests/support/deliberations';
import { dayOf, payOf, refused, running, type Site } from '@/tests/support/projects';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });
const shown = (site: Site) => getProject(anyone(), { code: site.code });

const pay = (site: Site, fen: number, more: Parameters<typeof payOf>[3] = {}) => payOf(c(), site, fen, more);

describe('the budget', () => {
  it('is reached to the fen and not beyond: what goes over asks for a new decision', async () => {
    const site = await running(c(), { budgetFen: 1_000_000 });
    await pay(site, 999_999);
    expect(await refused(site, () => pay(site, 2))).toEqual({
      reason: 'project.over_budget',
      params: { amount: '0.02', left: '0.01', budget: '10000.00' },
    });
    await pay(site, 1);
    expect((await refused(site, () => pay(site, 1))).reason).toBe('project.over_budget');
    // Beyond what a column holds it is a no as well, not an error.
    expect((await refused(site, () => pay(site, 2_000_000_000))).reason).toBe('project.over_budget');
    expect((await shown(site)).spentFen).toBe(1_000_000);
  });

  it('lets one of two through that together exceed it, and both that do not', async () => {
    const site = await running(c(), { budgetFen: 1_000_000 });
    const both = await Promise.allSettled([pay(site, 600_000), pay(site, 500_000)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'rule',
      reason: 'project.over_budget',
    });
    const row = await findProject(site.secretary.db, site.code);
    const paid = await site.secretary.db
      .select()
      .from(projectSpend)
      .where(eq(projectSpend.projectId, row?.id ?? ''));
    expect(paid).toHaveLength(1);
    expect(paid[0]?.amountFen).toBe(row?.spentFen);

    const roomy = await running(c());
    await Promise.all(Array.from({ length: 5 }, () => pay(roomy, 1_000)));
    expect((await shown(roomy)).spentFen).toBe(5_000);
  });

  it('is free again for a payment that was entered wrongly, once, with both entries in public', async () => {
    const site = await running(c(), { budgetFen: 1_000_000 });
    await pay(site, 1_000_000, { label: '多打了一个零' });
    const wrong = (await shown(site)).spends[0]?.id ?? '';
    const correct = async (spend: string, ctx = site.secretary) =>
      correctSpend(ctx, { ...(await site.on()), spend, reason: '多打了一个零，应为一千元' });
    expect((await refused(site, () => correct(wrong, site.clerk))).reason).toBe('project.not_for_you');
    await correct(wrong);
    expect((await refused(site, () => correct(wrong))).reason).toBe('project.no_such_spend');
    expect((await refused(site, () => correct(`${wrong}:corrected`))).reason).toBe('project.no_such_spend');
    await pay(site, 100_000);
    const { spends, spentFen } = await shown(site);
    expect(spentFen).toBe(100_000);
    expect(spends.map(({ amountFen, state }) => [amountFen, state]).sort()).toEqual([
      [-1_000_000, 'correction'],
      [100_000, 'counts'],
      [1_000_000, 'corrected'],
    ]);
    const other = await running(c());
    await pay(other, 1_000);
    const foreign = (await shown(other)).spends[0]?.id ?? '';
    expect((await refused(site, () => correct(foreign))).reason).toBe('project.no_such_spend');
  });

  it('counts a payment once that is sent twice', async () => {
    const site = await running(c());
    const clientId = randomUUID();
    await pay(site, 1_000, { clientId });
    await pay(site, 1_000, { clientId });
    expect((await shown(site)).spends).toHaveLength(1);
  });

  it('grows by a decision of the same community that was passed, and by each only once', async () => {
    const site = await running(c(), { budgetFen: 1_000_000 });
    const raise = async (deliberation: string, amountFen = 2_000_000) =>
      raiseBudget(site.secretary, { ...(await site.on()), amountFen, deliberation, reason: '增加护坡工程' });
    expect(await refused(site, () => raise('PL-YS-2024-999'))).toEqual({
      reason: 'project.no_decision',
      params: { code: 'PL-YS-2024-999' },
    });
    const passed = await hallAt(c(), 'resolve', { needsFiling: false, belowMarket: false });
    expect((await refused(site, () => raise(passed.code))).reason).toBe('project.no_decision');
    // Passed is not enough: notice, objections and filing still stand before it.
    await pass(c(), passed, 'resolve', { present: 121, yes: 109, no: 8, abstain: 4 });
    const early = { reason: 'project.decision_not_begun', params: { code: passed.code } };
    expect(await refused(site, () => raise(passed.code))).toEqual(early);
    await publishResolution(passed.secretary, await passed.on());
    c().clock.advance(8 * dayMs);
    await beginImplementation(passed.secretary, await passed.on());
    expect(await refused(site, () => raise(passed.code, 1_000_000))).toMatchObject({
      reason: 'project.budget_not_higher',
    });
    await raise(passed.code);
    expect((await refused(site, () => raise(passed.code, 3_000_000))).reason).toBe('project.decision_used');
    const { budgets, budgetFen } = await shown(site);
    expect(budgetFen).toBe(2_000_000);
    expect(budgets).toMatchObject([
      { version: 1, amountFen: 1_000_000, deliberationCode: null },
      { version: 2, amountFen: 2_000_000, deliberationCode: passed.code },
    ]);
    await pay(site, 1_500_000);

    // The decision names the project that it gave money, and gives none to another.
    while ((await drainOutbox(c().ctx())) > 0);
    expect((await getDeliberation(anyone(), { code: passed.code })).projectCode).toBe(site.code);
    const neighbour = await running(c(), { budgetFen: 1_000_000 });
    const raiseOther = async () =>
      raiseBudget(neighbour.secretary, {
        ...(await neighbour.on()),
        amountFen: 2_000_000,
        deliberation: passed.code,
        reason: '增加护坡工程',
      });
    expect(await refused(neighbour, raiseOther)).toEqual({
      reason: 'project.decision_of_other',
      params: { code: passed.code, other: site.code },
    });

    // What a project was opened with counts as used too; a decision nobody passed opens none.
    const decided = await running(c(), { deliberation: passed.code });
    expect(
      (
        await refused(decided, async () =>
          raiseBudget(decided.secretary, {
            ...(await decided.on()),
            amountFen: 70_000_000,
            deliberation: passed.code,
            reason: '增加护坡工程',
          }),
        )
      ).reason,
    ).toBe('project.decision_used');
  });
});

describe('a date', () => {
  it('that passes shows red until somebody says why', async () => {
    const site = await running(c(), { dueOn: dayOf(c(), 10) });
    c().clock.advance(10 * dayMs);
    expect((await shown(site)).timing).toBe('on_time');
    const explain = async () =>
      explainDelay(site.secretary, { ...(await site.on()), reason: '连续降雨，步道基础返工' });
    expect((await refused(site, explain)).reason).toBe('project.not_late');
    c().clock.advance(dayMs);
    expect((await shown(site)).timing).toBe('late_unexplained');
    const [listed] = (await listProjects(anyone(), { limit: 1 })).items;
    expect(listed).toMatchObject({ code: site.code, timing: 'late_unexplained', reason: null });
    // Nor does completing it leave the reason unsaid.
    const finish = async () => completeProject(site.secretary, { ...(await site.on()), on: dayOf(c()) });
    expect((await refused(site, finish)).reason).toBe('project.delay_unexplained');
    await explain();
    expect(await shown(site)).toMatchObject({
      timing: 'late',
      delays: [{ reason: '连续降雨，步道基础返工', newDueOn: null }],
    });
    await finish();
    expect(await shown(site)).toMatchObject({ status: 'completed', timing: 'late' });
  });

  it('is postponed with a reason, and the first one stays beside it', async () => {
    const site = await running(c(), { dueOn: dayOf(c(), 10) });
    const first = dayOf(c(), 10);
    const postpone = async (newDueOn: string) =>
      postponeProject(site.secretary, { ...(await site.on()), newDueOn, reason: '等河道清淤完成以后再铺步道' });
    expect((await refused(site, () => postpone(first))).reason).toBe('project.not_later');
    await postpone(dayOf(c(), 40));
    c().clock.advance(11 * dayMs);
    expect(await shown(site)).toMatchObject({
      timing: 'on_time',
      firstDueOn: first,
      dueOn: dayOf(c(), 29),
      delays: [{ missedOn: first, newDueOn: dayOf(c(), 29) }],
    });
    c().clock.advance(30 * dayMs);
    expect((await shown(site)).timing).toBe('late_unexplained');
    expect((await refused(site, () => postpone(dayOf(c(), -1)))).reason).toBe('project.date_past');
  });
});
