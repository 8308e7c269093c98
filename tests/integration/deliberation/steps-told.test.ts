import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { addSources } from '@/lib/deliberation/commands/add-sources';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { attachDocument } from '@/lib/deliberation/commands/attach-document';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { endDeliberation } from '@/lib/deliberation/commands/end-deliberation';
import { handOnDecision } from '@/lib/deliberation/commands/hand-on-decision';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { publishResult } from '@/lib/deliberation/commands/publish-result';
import { casesOfOrder } from '@/lib/deliberation/queries/cases-of-order';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { mayReadDocument } from '@/lib/deliberation/queries/may-read-document';
import { titlesOfCases } from '@/lib/deliberation/queries/titles-of-cases';
import { notice } from '@/lib/notices/tables';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { orders } from '@/lib/orders/tables';
import { outboxMessage } from '@/lib/outbox/tables';
import { openProject } from '@/lib/projects/commands/open-project';
import { attachDocument as keepDocument } from '@/lib/uploads/commands/attach-document';
import { storeDocument } from '@/lib/uploads/commands/store-document';
import { sweepDocuments } from '@/lib/uploads/commands/sweep-documents';
import { openDocument } from '@/lib/uploads/queries/open-document';
import { document } from '@/lib/uploads/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { dayMs, hallAt, openHall, pass, poli, refused } from '@/tests/support/deliberations';
import { placeInC, plainItem, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' });

/** An order of somebody with an account. */
async function reportedBy(key: string): Promise<string> {
  const { code } = await submitOrder(await c().as(key), {
    item: plainItem,
    words: '小区里停车太乱，外面的车占了我们的位子。',
    place: placeInC,
    clientId: randomUUID(),
  });
  return code;
}

async function drained(): Promise<void> {
  while ((await drainOutbox(c().ctx())) > 0);
  const left = (await c().engine.reader.select().from(outboxMessage)).filter(({ state }) => state !== 'done');
  expect(left.map(({ topic, lastError }) => [topic, lastError])).toEqual([]);
}

const toldTo = async (key: string, code: string): Promise<string[]> => {
  const rows = await c().engine.reader.select().from(notice).where(eq(notice.orderCode, code)).orderBy(notice.id);
  return rows.filter((row) => row.personId === c().idOf(key)).map((row) => row.kind.replace('deliberation.', ''));
};

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

describe('whoever sent a source order', () => {
  it('is told of every step from the first vote to the accounts, once, and nobody else is', async () => {
    const asked = await reportedBy('wangguilan');
    const nameless = await submitted(c());
    const hall = await openHall(c(), { needsFiling: false, belowMarket: false, orders: [asked, nameless.code] });
    await drained();
    // A draft is nobody's business yet.
    expect(await toldTo('wangguilan', hall.code)).toEqual([]);
    const shownBeside = async () => casesOfOrder(anyone(), { order: nameless.code });
    expect(await shownBeside()).toEqual([]);
    expect(await casesOfOrder(hall.clerk, { order: nameless.code })).toEqual([]);
    expect((await titlesOfCases(anyone(), [hall.code])).size).toBe(0);
    await pass(c(), hall, 'propose', { present: 5, yes: 5, no: 0, abstain: 0 });
    await drained();
    const later = await reportedBy('zhoujianguo');
    await addSources(hall.clerk, { ...(await hall.on()), orders: [later] });
    await pass(c(), hall, 'consult', { present: 9, yes: 4, no: 5, abstain: 0 });
    await pass(c(), hall, 'consult', { present: 9, yes: 9, no: 0, abstain: 0 });
    await pass(c(), hall, 'review', { present: 112, yes: 112, no: 0, abstain: 0 });
    await pass(c(), hall, 'resolve', { present: 147, yes: 147, no: 0, abstain: 0 });
    // Who has no account reads it beside the order that their code opens.
    const decided = { code: hall.code, title: { zh: '规范四个小区停车' }, status: 'publish_resolution' };
    expect(await shownBeside()).toMatchObject([{ ...decided, isPublished: false }]);
    await publishResolution(hall.secretary, await hall.on());
    expect(await shownBeside()).toMatchObject([{ ...decided, isPublished: true }]);
    expect((await titlesOfCases(anyone(), [hall.code, 'PL-YS-1999-001'])).get(hall.code)?.zh).toBe('规范四个小区停车');
    await objectToResolution(anyone(), { code: hall.code, clientId: randomUUID(), words: '收费写得不清楚' });
    await drained();
    const objection = (await getDeliberation(hall.clerk, { code: hall.code })).objections[0]?.id ?? '';
    await answerObjection(hall.clerk, {
      ...(await hall.on()),
      objection,
      publicWords: '收费写得不清楚',
      answer: '价目另行张贴在公开栏',
    });
    c().clock.advance(8 * dayMs);
    await beginImplementation(hall.secretary, await hall.on());
    const order = await submitted(c());
    await handOnDecision(hall.secretary, { ...(await hall.on()), orders: [order.code] });
    await publishResult(hall.secretary, {
      ...(await hall.on()),
      points: ['停车秩序好转'],
      words: '',
      figures: [{ kind: 'count', label: '外单位车辆', amount: 3, unit: '辆次' }],
    });
    await drained();

    const steps = ['consulted', 'reviewed', 'resolved', 'published', 'begun', 'handed_on', 'result_published'];
    expect(await toldTo('wangguilan', hall.code)).toEqual(['proposed', 'vote_failed', ...steps]);
    expect(await toldTo('zhoujianguo', hall.code)).toEqual(['source_added', 'vote_failed', ...steps]);
    expect(await toldTo('annakeller', hall.code)).toEqual([]);
    // Those who have to answer within three days, and nobody outside.
    for (const keeper of ['shuji', 'limin', 'chenchen']) {
      expect(await toldTo(keeper, hall.code), keeper).toEqual(['objected']);
    }
    // What came again is told no second time.
    await c().engine.transaction((tx) =>
      tx.update(outboxMessage).set({ state: 'pending', availableAt: 0 }).returning({ id: outboxMessage.id }),
    );
    await drained();
    expect(await toldTo('wangguilan', hall.code)).toEqual(['proposed', 'vote_failed', ...steps]);
    expect(await toldTo('shuji', hall.code)).toEqual(['objected']);
    expect((await getDeliberation(hall.clerk, { code: hall.code })).handedOn).toEqual([order.code]);
    expect((await getDeliberation(anyone(), { code: hall.code })).handedOn).toEqual([]);
  });

  it('is told when it is withdrawn, unless nobody ever knew of it', async () => {
    const because = '有人提出新的情况，需要另行商议';
    const [one, other] = [await reportedBy('annakeller'), await reportedBy('annakeller')];
    const draft = await openHall(c(), { orders: [one] });
    const known = await hallAt(c(), 'consult', { orders: [other] });
    for (const hall of [draft, known]) {
      await endDeliberation(hall.secretary, 'withdraw', { ...(await hall.on()), reason: because });
    }
    await drained();
    expect(await toldTo('annakeller', draft.code)).toEqual([]);
    expect(await toldTo('annakeller', known.code)).toEqual(['proposed', 'withdrawn']);
  });

  it('is no order of another community, none that is not there, and none that is sealed', async () => {
    const hall = await openHall(c());
    const add = (codes: string[]) => async () => addSources(hall.clerk, { ...(await hall.on()), orders: codes });
    expect((await refused(hall, add(['PL19990101-0001']))).reason).toBe('order.not_found');
    const { code } = await submitted(c());
    await c().engine.transaction((tx) =>
      tx.update(orders).set({ sealed: true }).where(eq(orders.code, code)).returning({ id: orders.id }),
    );
    expect((await refused(hall, add([code]))).reason).toBe('order.not_found');
  });
});

describe('a project that carries it out', () => {
  it('is named beside the decision that it was opened for', async () => {
    const hall = await hallAt(c(), 'publish_resolution');
    const project = await openProject(hall.secretary, {
      clientId: randomUUID(),
      community: poli,
      title: '沿河停车位',
      words: '沿河增设停车位',
      place: '沿河路',
      budgetFen: 60_000_000,
      fundings: ['collective'],
      dueOn: '2030-10-31',
      deliberation: hall.code,
    });
    await drained();
    expect((await getDeliberation(anyone(), { code: hall.code })).projectCode).toBe(project.code);
    await c().engine.transaction((tx) =>
      tx.update(outboxMessage).set({ state: 'pending', availableAt: 0 }).returning({ id: outboxMessage.id }),
    );
    const { version } = await hall.on();
    await drained();
    expect((await hall.on()).version).toBe(version);
  });
});

describe('documents', () => {
  it('join a case, for those who keep the papers alone unless it is said that everybody may read them', async () => {
    const hall = await hallAt(c(), 'consult');
    const minutes = await storeDocument(hall.clerk, { bytes: pdf, name: '会议记录.PDF' });
    expect(minutes.name).toBe('会议记录.pdf');
    const shown = await storeDocument(hall.clerk, { bytes: pdf, name: '../../决议 公告"\n.pdf' });
    expect(shown.name).toBe('决议 公告.pdf');
    const meeting = (await getDeliberation(hall.clerk, { code: hall.code })).meetings[0]?.id;
    await attachDocument(hall.clerk, { ...(await hall.on()), document: minutes.id, meeting });
    await attachDocument(hall.clerk, { ...(await hall.on()), document: shown.id, isPublic: true });
    await drained();
    const names = async (ctx: Parameters<typeof getDeliberation>[0]) =>
      (await getDeliberation(ctx, { code: hall.code })).files.map(({ name }) => name);
    expect(await names(hall.clerk)).toEqual(['会议记录.pdf', '决议 公告.pdf']);
    for (const ctx of [anyone(), await c().as('wangguilan'), await c().as('jiedao')]) {
      expect(await names(ctx)).toEqual(['决议 公告.pdf']);
      expect(await mayReadDocument(ctx, { id: minutes.id })).toBe(false);
      expect(await mayReadDocument(ctx, { id: shown.id })).toBe(true);
    }
    expect(await mayReadDocument(hall.secretary, { id: minutes.id })).toBe(true);
    const read = await openDocument(anyone(), { id: shown.id, allow: () => mayReadDocument(anyone(), shown) });
    expect(Buffer.from(await new Response(read.stream).arrayBuffer())).toEqual(pdf);
    const closed = openDocument(anyone(), { id: minutes.id, allow: () => mayReadDocument(anyone(), minutes) });
    await expect(closed).rejects.toMatchObject({ code: 'not_found' });
    // Attached documents are never swept.
    const old = (id: string) =>
      c().engine.transaction((tx) =>
        tx
          .update(document)
          .set({ createdAt: Date.now() - 2 * dayMs })
          .where(eq(document.id, id))
          .returning(),
      );
    const lost = await storeDocument(hall.clerk, { bytes: pdf, name: 'a.pdf' });
    for (const { id } of [minutes, shown, lost]) await old(id);
    expect(await sweepDocuments(c().ctx())).toBe(1);
    expect(await keepDocument(c().ctx(), { id: lost.id })).toBe(false);
    expect(await keepDocument(c().ctx(), { id: shown.id })).toBe(true);
  });

  it('are what they say, of staff, of who attaches them, and used once', async () => {
    const hall = await openHall(c());
    const store = async (key: string, bytes: Buffer, name = 'minutes.pdf') =>
      storeDocument(await c().as(key), { bytes, name });
    await expect(store('chenchen', Buffer.from('PK\x03\x04 a zip that says it is a PDF'))).rejects.toMatchObject({
      code: 'wrong_type',
      reason: 'upload.document_wrong_type',
    });
    await expect(store('chenchen', Buffer.from(' %PDF-1.7'))).rejects.toMatchObject({ code: 'wrong_type' });
    await expect(store('chenchen', Buffer.alloc(0))).rejects.toMatchObject({ reason: 'upload.document_empty' });
    const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024 + 1 - pdf.length)]);
    await expect(store('chenchen', large)).rejects.toMatchObject({ code: 'too_large' });
    const fits = await store('chenchen', large.subarray(0, 10 * 1024 * 1024));
    for (const key of ['wangguilan', 'liuyang']) {
      await expect(store(key, pdf), key).rejects.toMatchObject({ reason: 'upload.document_staff_only' });
    }
    const attach =
      (id: string, more = {}) =>
      async () =>
        attachDocument(hall.clerk, { ...(await hall.on()), document: id, ...more });
    const others = await store('limin', pdf);
    expect((await refused(hall, attach(others.id))).reason).toBe('upload.document_unknown');
    expect((await refused(hall, attach(randomUUID()))).reason).toBe('upload.document_unknown');
    expect((await refused(hall, attach(fits.id, { meeting: 'of-another-case' }))).reason).toBe(
      'deliberation.no_such_meeting',
    );
    await attach(fits.id)();
    await drained();
    expect((await refused(hall, attach(fits.id))).reason).toBe('upload.document_unknown');
    // A resident does not learn that the draft is there.
    const resident = await c().as('wangguilan');
    await expect(attachDocument(resident, { ...(await hall.on()), document: others.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
