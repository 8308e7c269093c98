import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { caseEvent } from '@/lib/casework/tables';
import { type CaseFault, verifyCases } from '@/lib/casework/verify';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import { findDeliberation } from '@/lib/deliberation/facts';
import { deliberation, deliberationMeeting, deliberationRoll, deliberationText } from '@/lib/deliberation/tables';
import type { Tx } from '@/lib/kernel/context';
import { caseKinds } from '@/scripts/case-kinds';
import { sharedCommunity } from '@/tests/support/community';
import { hallAt, openHall, parkingPoints } from '@/tests/support/deliberations';

const c = sharedCommunity();
const verified = () => verifyCases(c().engine.reader, caseKinds);

/** What is found when somebody changes the database by hand; the change is undone. */
async function found(tamper: (tx: Tx) => Promise<unknown>): Promise<CaseFault[]> {
  const undo = new Error('undone');
  let misfits: CaseFault[] = [];
  await c()
    .engine.transaction(async (tx) => {
      await tamper(tx);
      misfits = (await verifyCases(tx as unknown as Parameters<typeof verifyCases>[0], caseKinds)).misfits;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return misfits;
}

describe('the history of cases', () => {
  it('is whole, and every change by hand is found with its case and event', async () => {
    const hall = await hallAt(c(), 'consult');
    const other = await openHall(c());
    const row = await findDeliberation(c().engine.reader, hall.code);
    const of = row?.id ?? '';
    const last = row?.lastSeq ?? 0;
    const report = await verified();
    expect(report.misfits).toEqual([]);
    expect(report.cases).toBe(2);
    expect(report.events).toBe(last + 2);

    const at = (seq: number) => and(eq(caseEvent.caseId, of), eq(caseEvent.seq, seq));
    const event = (seq: number, set: Partial<typeof caseEvent.$inferInsert>) => (tx: Tx) =>
      tx.update(caseEvent).set(set).where(at(seq)).returning();
    const head = (set: Partial<typeof deliberation.$inferInsert>) => (tx: Tx) =>
      tx.update(deliberation).set(set).where(eq(deliberation.id, of)).returning();
    const fault = (what: CaseFault['what'], seq?: number) => ({ case: hall.code, ...(seq ? { seq } : {}), what });

    expect(await found(event(3, { actor: 'person:somebody-else' }))).toEqual([fault('hash', 3)]);
    expect(await found(event(3, { data: '{ "meeting": "x" }' }))).toEqual([fault('bytes', 3)]);
    expect(await found(event(3, { prevHash: '0'.repeat(64) }))).toEqual([fault('link', 3), fault('hash', 3)]);
    expect(await found((tx) => tx.delete(caseEvent).where(at(3)).returning())).toEqual([
      fault('gap', 4),
      fault('link', 4),
    ]);
    expect(await found((tx) => tx.delete(caseEvent).where(at(last)).returning())).toEqual([fault('head', last - 1)]);
    expect(await found(head({ status: 'resolve' }))).toEqual([fault('state', last)]);
    expect(await found(head({ lastHash: 'f'.repeat(64) }))).toEqual([fault('head', last)]);
    expect(await found(head({ code: 'PL-YS-2024-999' }))).toEqual([{ case: 'PL-YS-2024-999', seq: 1, what: 'head' }]);
    expect(await found((tx) => tx.delete(caseEvent).where(eq(caseEvent.caseId, of)).returning())).toEqual([
      fault('no_history'),
    ]);
    expect(await found((tx) => tx.delete(deliberation).where(eq(deliberation.id, of)).returning())).toEqual([
      { case: of, what: 'orphan' },
    ]);
    const strange = async (tx: Tx) => {
      const [first] = await tx.select().from(caseEvent).where(at(1));
      if (first)
        await tx
          .insert(caseEvent)
          .values({ ...first, kind: 'nothing' })
          .returning();
    };
    expect(await found(strange)).toEqual([{ case: `nothing ${of}`, what: 'orphan' }]);

    // Work goes on meanwhile, and nothing looks as if it did not fit.
    const [busy] = await Promise.all([
      verified(),
      writePlan(other.clerk, { ...(await other.on()), points: parkingPoints, words: '' }),
    ]);
    expect(busy.misfits).toEqual([]);
  });
});

describe('what stands beside the history', () => {
  it('is found where it was changed by hand: a text, a roll, a count, a ballot, and a row that nobody wrote', async () => {
    const hall = await hallAt(c(), 'publish_resolution', { needsFiling: false, belowMarket: false });
    await publishResolution(hall.secretary, await hall.on());
    const row = await findDeliberation(c().engine.reader, hall.code);
    const of = eq(deliberationText.deliberationId, row?.id ?? '');
    expect((await verified()).misfits).toEqual([]);
    const at = (text: (typeof deliberationText.$inferSelect)['kind']) => and(of, eq(deliberationText.kind, text));
    const seqs = (faults: CaseFault[]) => faults.map(({ case: code, what, seq }) => [code, what, seq !== undefined]);
    const told = [[hall.code, 'paper', true]];
    for (const kind of ['plan', 'resolution', 'basis'] as const) {
      const tamper = (tx: Tx) =>
        tx
          .update(deliberationText)
          .set({ points: ['居民停车也收费'] })
          .where(at(kind))
          .returning();
      expect(seqs(await found(tamper)), kind).toEqual(told);
      const gone = (tx: Tx) => tx.delete(deliberationText).where(at(kind)).returning();
      expect(seqs(await found(gone)), kind).toEqual(told);
    }
    const extra = async (tx: Tx) => {
      const [text] = await tx.select().from(deliberationText).where(at('resolution'));
      if (text)
        await tx
          .insert(deliberationText)
          .values({ ...text, version: 2, points: ['居民停车也收费'] })
          .returning();
    };
    expect(await found(extra)).toEqual([{ case: hall.code, what: 'paper' }]);
    const [meeting] = await c()
      .engine.reader.select()
      .from(deliberationMeeting)
      .where(and(eq(deliberationMeeting.deliberationId, row?.id ?? ''), eq(deliberationMeeting.stage, 'resolve')));
    const ofMeeting = eq(deliberationMeeting.id, meeting?.id ?? '');
    expect(
      seqs(await found((tx) => tx.update(deliberationMeeting).set({ yes: 120 }).where(ofMeeting).returning())),
    ).toEqual(told);
    const seat = eq(deliberationRoll.meetingId, meeting?.id ?? '');
    const struck = (tx: Tx) =>
      tx
        .delete(deliberationRoll)
        .where(and(seat, eq(deliberationRoll.ordinal, 1)))
        .returning();
    expect(seqs(await found(struck))).toEqual(told);
  });
});
