import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { chainedEvent, eventHash, genesisHash } from '@/lib/casework/chain';
import { caseEvent } from '@/lib/casework/tables';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { addMilestone } from '@/lib/projects/commands/add-milestone';
import { addPhoto } from '@/lib/projects/commands/add-photo';
import { addSources } from '@/lib/projects/commands/add-sources';
import { completeProject } from '@/lib/projects/commands/complete-project';
import { correctSpend } from '@/lib/projects/commands/correct-spend';
import { openProject } from '@/lib/projects/commands/open-project';
import { postponeProject } from '@/lib/projects/commands/postpone-project';
import { reachMilestone } from '@/lib/projects/commands/reach-milestone';
import { recordSpend } from '@/lib/projects/commands/record-spend';
import { startProject } from '@/lib/projects/commands/start-project';
import { stopProject } from '@/lib/projects/commands/stop-project';
import { findProject } from '@/lib/projects/facts';
import { getProject } from '@/lib/projects/queries/get-project';
import { isProjectPhoto } from '@/lib/projects/queries/is-project-photo';
import { listProjects } from '@/lib/projects/queries/list-projects';
import { project, projectSource } from '@/lib/projects/tables';
import { attachUploads } from '@/lib/uploads/commands/attach-uploads';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { upload } from '@/lib/uploads/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { dayMs } from '@/tests/support/deliberations';
import { rowOf, submitted } from '@/tests/support/orders';
import { dayOf, park, payOf, planned, refused, running, type Site } from '@/tests/support/projects';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });
const shown = (site: Site) => getProject(anyone(), { code: site.code });

const pay = (site: Site, fen: number, more: Parameters<typeof payOf>[3] = {}) => payOf(c(), site, fen, more);

async function photoOf(ctx: Parameters<typeof storeUpload>[0], red: number): Promise<string> {
  const bytes = await sharp({ create: { width: 20, height: 15, channels: 3, background: { r: red, g: 9, b: 3 } } })
    .jpeg()
    .toBuffer();
  return (await storeUpload(ctx, { bytes })).id;
}

const drain = async () => {
  while ((await drainOutbox(c().ctx())) > 0);
};

describe('坡里沿河公园, from the list to the last day', () => {
  it('is promised, begun, paid for, shown and completed in public', async () => {
    const site = await planned(c());
    expect(site.code).toMatch(/^PL-BS-2024-\d{3}$/);
    expect(await shown(site)).toMatchObject({ status: 'planned', budgetFen: 60_000_000, firstDueOn: '2024-10-31' });

    expect((await refused(site, () => pay(site, 100))).reason).toBe('project.not_in_state');
    await startProject(site.secretary, { ...(await site.on()), on: dayOf(c()) });
    await addMilestone(site.clerk, { ...(await site.on()), title: '步道铺设', dueOn: '2024-05-31' });
    await addMilestone(site.clerk, { ...(await site.on()), title: '路灯安装', dueOn: '2024-08-31' });
    await pay(site, 18_600_050);
    await pay(site, 400_000, { label: '路灯设计', receiptNo: '票-002' });

    expect(
      await refused(site, async () => completeProject(site.secretary, { ...(await site.on()), on: dayOf(c()) })),
    ).toEqual({ reason: 'project.milestones_open', params: { count: 2 } });
    for (const ordinal of [1, 2]) {
      await reachMilestone(site.clerk, { ...(await site.on()), ordinal, on: dayOf(c()), words: '' });
    }
    expect(
      (
        await refused(site, async () =>
          reachMilestone(site.clerk, { ...(await site.on()), ordinal: 2, on: dayOf(c()) }),
        )
      ).reason,
    ).toBe('project.no_open_milestone');

    c().clock.advance(30 * dayMs);
    await completeProject(site.secretary, { ...(await site.on()), on: dayOf(c(), -1) });
    const done = await shown(site);
    expect(done).toMatchObject({
      status: 'completed',
      completedOn: dayOf(c(), -1),
      spentFen: 19_000_050,
      timing: 'on_time',
      abilities: [],
      sourceCodes: null,
    });
    // The number of a receipt is for those who keep the papers.
    expect(done.spends.map((one) => one.receiptNo)).toEqual([null, null]);
    expect((await getProject(site.clerk, site)).spends.map((one) => one.receiptNo).sort()).toEqual([
      '票-001',
      '票-002',
    ]);

    // Nothing of it is missing from the history, and every event fits the one before.
    const row = await findProject(site.secretary.db, site.code);
    const events = await site.secretary.db
      .select()
      .from(caseEvent)
      .where(eq(caseEvent.caseId, row?.id ?? ''))
      .orderBy(asc(caseEvent.seq));
    let prev = genesisHash;
    for (const { fromStatus, toStatus, ...event } of events) {
      expect(event.prevHash).toBe(prev);
      expect(event.hash).toBe(eventHash(chainedEvent({ ...event, from: fromStatus, to: toStatus })));
      prev = event.hash;
    }
    expect(prev).toBe(row?.lastHash);
    expect(events).toHaveLength(9);
    // No word that somebody typed stands in what can never be erased.
    expect(events.map((event) => event.data).join('')).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('what is refused', () => {
  const opening = (more: Parameters<typeof park>[0]) => async () =>
    openProject(await c().as('shuji'), park(more)).then(
      () => null,
      (error: unknown) => (isDomainError(error) ? { code: error.code, reason: error.reason } : error),
    );

  it('a budget that is none, a date in the past, an unknown decision, an order of nobody, and nothing is left of it', async () => {
    const before = (await c().ctx().db.select().from(project)).length;
    for (const budgetFen of [0, -1, 1.5, 2_000_000_001]) {
      expect(await opening({ budgetFen })()).toEqual({ code: 'invalid', reason: 'input.invalid' });
    }
    expect(await opening({ dueOn: dayOf(c(), -1) })()).toEqual({ code: 'rule', reason: 'project.date_past' });
    expect(await opening({ dueOn: '2024-02-30' })()).toEqual({ code: 'invalid', reason: 'input.invalid' });
    expect(await opening({ deliberation: 'PL-YS-2024-998' })()).toEqual({
      code: 'rule',
      reason: 'project.no_decision',
    });
    expect(await opening({ orders: ['PL-2024-9999'] })()).toEqual({ code: 'not_found', reason: 'order.not_found' });
    expect(await c().ctx().db.select().from(project)).toHaveLength(before);
    // A number that was drawn for a refused one is not lost.
    const [one, two] = [await planned(c()), await planned(c())];
    expect(Number(two.code.slice(-3)) - Number(one.code.slice(-3))).toBe(1);
  });

  it('whoever is neither secretary nor clerk, and the clerk where the secretary decides', async () => {
    const site = await running(c());
    for (const key of ['zhaoqiang', 'liuyang', 'wangguilan', 'jiedao']) {
      const ctx = await c().as(key);
      const spend = recordSpend(ctx, {
        ...(await site.on()),
        on: dayOf(c()),
        label: '步道石材',
        amountFen: 1,
        receiptNo: '1',
      });
      await expect(spend).rejects.toMatchObject({ code: 'forbidden', reason: 'project.not_for_you' });
      await expect(openProject(ctx, park())).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(
      (await refused(site, async () => stopProject(site.clerk, { ...(await site.on()), reason: '河道改造，不再建设' })))
        .reason,
    ).toBe('project.not_for_you');
    await expect(openProject(site.clerk, park())).rejects.toMatchObject({ reason: 'project.not_for_you' });
  });

  it('a day that is still to come', async () => {
    const site = await running(c());
    const tomorrow = dayOf(c(), 1);
    expect((await refused(site, () => pay(site, 1, { on: tomorrow }))).reason).toBe('project.day_to_come');
    expect(
      (await refused(site, async () => completeProject(site.secretary, { ...(await site.on()), on: tomorrow }))).reason,
    ).toBe('project.day_to_come');
    expect(
      (await refused(site, async () => completeProject(site.secretary, { ...(await site.on()), on: dayOf(c(), -1) })))
        .reason,
    ).toBe('project.before_start');
    expect(
      (
        await refused(site, async () =>
          addMilestone(site.clerk, { ...(await site.on()), title: '步道铺设', dueOn: dayOf(c(), -1) }),
        )
      ).reason,
    ).toBe('project.date_past');
  });

  it('the second of two who decide on what they saw', async () => {
    const site = await running(c());
    const seen = await site.on();
    const answers = await Promise.allSettled([
      postponeProject(site.secretary, {
        ...seen,
        clientId: randomUUID(),
        newDueOn: '2024-12-31',
        reason: '等河道清淤完成',
      }),
      stopProject(site.secretary, { ...seen, clientId: randomUUID(), reason: '河道改造，不再建设' }),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('nothing but payments and photos of before once it was stopped, and why stands in public', async () => {
    const site = await running(c());
    await stopProject(site.secretary, { ...(await site.on()), reason: '河道改造，不再建设' });
    // A bill that comes after the end counts, and what was entered wrongly is entered anew.
    await pay(site, 1);
    const [wrong] = (await shown(site)).spends;
    await correctSpend(site.secretary, { ...(await site.on()), spend: wrong?.id ?? '', reason: '金额打错了一位' });
    await pay(site, 10);
    expect(await shown(site)).toMatchObject({ status: 'stopped', delays: [{ reason: '河道改造，不再建设' }] });
  });
});

describe('photos', () => {
  it('are public, kept, and only ones that their sender stored for it', async () => {
    const site = await running(c());
    const id = await photoOf(site.clerk, 40);
    const add = async (photo: string, ctx = site.clerk) =>
      addPhoto(ctx, { ...(await site.on()), upload: photo, words: '步道铺到二号桥', takenOn: dayOf(c()) });
    expect(await isProjectPhoto(anyone(), { uploadId: id })).toBe(false);
    expect((await refused(site, () => add(id, site.secretary))).reason).toBe('upload.not_found');
    expect((await refused(site, () => add(newId()))).reason).toBe('upload.not_found');
    await add(id);
    expect(await isProjectPhoto(anyone(), { uploadId: id })).toBe(true);
    await drain();
    const [kept] = await site.clerk.db.select().from(upload).where(eq(upload.id, id));
    expect(kept?.attachedAt).not.toBeNull();
    // A photo that already belongs to something, an order for one, is not made public by it.
    const ofAnOrder = await photoOf(site.clerk, 90);
    await attachUploads(site.clerk, { ids: [ofAnOrder] });
    expect((await refused(site, () => add(ofAnOrder))).reason).toBe('upload.not_found');
    expect(await isProjectPhoto(anyone(), { uploadId: ofAnOrder })).toBe(false);
    // Nor in the moment before the worker has marked it as kept.
    const justSent = await photoOf(site.clerk, 120);
    await submitted(c(), { photos: [justSent] }, { actor: site.clerk.actor });
    expect((await refused(site, () => add(justSent))).reason).toBe('upload.not_found');
    expect(await isProjectPhoto(anyone(), { uploadId: justSent })).toBe(false);
    expect((await shown(site)).photos).toEqual([{ id, words: '步道铺到二号桥', takenOn: dayOf(c()) }]);
  });
});

describe('who asked for it', () => {
  it('is told of every step, once, with the number of the project', async () => {
    const resident = await c().as('wangguilan');
    const asked = await submitted(c(), {}, { actor: resident.actor });
    const other = await submitted(c());
    expect((await rowOf(c(), asked)).requesterId).toBe(c().idOf('wangguilan'));
    const site = await running(c(), { orders: [asked.code] });
    const kinds = async () =>
      (await listNotices(resident)).items
        .filter((one) => one.orderCode === site.code)
        .map((one) => one.kind)
        .sort();
    await drain();
    expect(await kinds()).toEqual(['project.opened', 'project.started']);
    await pay(site, 1_000);
    await addSources(site.clerk, { ...(await site.on()), orders: [other.code] });
    await postponeProject(site.secretary, { ...(await site.on()), newDueOn: '2024-12-31', reason: '等河道清淤完成' });
    await drain();
    expect(await kinds()).toEqual(['project.opened', 'project.postponed', 'project.started']);
    await completeProject(site.secretary, { ...(await site.on()), on: dayOf(c()) });
    await drain();
    await drain();
    expect(await kinds()).toEqual(['project.completed', 'project.opened', 'project.postponed', 'project.started']);
    // How many asked is public; their numbers are for those who keep the papers.
    expect(await shown(site)).toMatchObject({ sources: 2, sourceCodes: null });
    expect((await getProject(site.clerk, site)).sourceCodes).toEqual([asked.code, other.code].sort());
    const row = await findProject(site.clerk.db, site.code);
    expect(
      await site.clerk.db
        .select()
        .from(projectSource)
        .where(eq(projectSource.projectId, row?.id ?? '')),
    ).toHaveLength(2);
  });
});

describe('the list', () => {
  it('goes on where it ended, narrowed by state', async () => {
    await running(c());
    await planned(c());
    const all = (await listProjects(anyone(), { limit: 200 })).items;
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listProjects(anyone(), { limit: 3, cursor });
      paged.push(...page.items.map((one) => one.code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all.map((one) => one.code));
    const ongoing = (await listProjects(anyone(), { status: 'running,planned', limit: 200 })).items;
    expect(ongoing.map((one) => one.code)).toEqual(
      all.filter((one) => one.status === 'running' || one.status === 'planned').map((one) => one.code),
    );
    await expect(listProjects(anyone(), { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  });
});
