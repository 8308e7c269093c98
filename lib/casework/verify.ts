import { and, asc, type Column, eq, gt, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { canonical, chainedEvent, eventHash, genesisHash } from './chain';
import { caseEvent } from './tables';

/** What does not fit in one history, and at which event. */
export interface ChainFault {
  seq?: number;
  what: 'hash' | 'link' | 'gap' | 'bytes' | 'head' | 'state' | 'no_history';
}

interface Head {
  code: string;
  status: string;
  lastSeq: number;
  lastHash: string;
}

type ChainRow = Parameters<typeof chainedEvent>[0] & { hash: string };

function intactBytes(event: ChainRow): 'ok' | 'bytes' | 'hash' {
  try {
    if (canonical(JSON.parse(event.data)) !== event.data) return 'bytes';
    return eventHash(chainedEvent(event)) === event.hash ? 'ok' : 'hash';
  } catch {
    // Not JSON any more, or a time outside the calendar: changed bytes all the same.
    return 'bytes';
  }
}

function saidCode(event: ChainRow): unknown {
  try {
    return (JSON.parse(event.data) as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}

/** Recomputes one history, oldest event first, and holds it against the head that it should end in. */
export function chainFaults(head: Head, events: readonly ChainRow[], options: { namesCode: boolean }): ChainFault[] {
  const faults: ChainFault[] = [];
  const say = (what: ChainFault['what'], seq?: number) => faults.push({ ...(seq ? { seq } : {}), what });
  let prevHash = genesisHash;
  let expected = 1;
  for (const event of events) {
    if (event.seq !== expected) say('gap', event.seq);
    if (event.prevHash !== prevHash) say('link', event.seq);
    const bytes = intactBytes(event);
    if (bytes !== 'ok') say(bytes, event.seq);
    prevHash = event.hash;
    expected = event.seq + 1;
  }
  const last = events.at(-1);
  if (!last) say('no_history');
  else if (head.lastSeq !== last.seq || head.lastHash !== last.hash) say('head', last.seq);
  else if (head.status !== last.to) say('state', last.seq);
  const first = events[0];
  // The number stands on slips and in messages: the first event says which one was given.
  if (options.namesCode && first?.seq === 1 && saidCode(first) !== head.code) say('head', first.seq);
  return faults;
}

/** What the history says of a row that is kept outside it, or what such a row makes now; any of `digests` will do. */
export interface Paper {
  key: string;
  /** Null where the event is of a time before it said so. */
  digests: string[] | null;
}

/** Texts, rolls and ballots of one kind of case, whose digests stand in its history. */
export interface CasePapers {
  told(event: { type: string; data: string }): Paper[];
  kept(db: Reader, caseIds: string[]): Promise<(Paper & { caseId: string })[]>;
}

/** The head of one kind of case, by its columns; `namesCode`: its first event says which number was given. */
export interface CaseHeads {
  kind: string;
  papers?: CasePapers;
  head: { id: Column; code: Column; status: Column; lastSeq: Column; lastHash: Column };
  namesCode: boolean;
}

export interface CaseFault {
  case: string;
  seq?: number;
  what: ChainFault['what'] | 'orphan' | 'paper';
}

export interface CasesReport {
  cases: number;
  events: number;
  misfits: CaseFault[];
}

const pageSize = 100;

type HeadRow = Head & { id: string };

/** Heads by id, in the order of their ids. A table of any slice: only its columns are known here. */
function headsWhere(db: Reader, { head }: CaseHeads, which: SQL | undefined): Promise<HeadRow[]> {
  return db
    .select({
      id: sql<string>`${head.id}`,
      code: sql<string>`${head.code}`,
      status: sql<string>`${head.status}`,
      lastSeq: sql<number>`${head.lastSeq}`,
      lastHash: sql<string>`${head.lastHash}`,
    })
    .from(sql`${head.id.table}`)
    .where(which)
    .orderBy(asc(head.id))
    .limit(pageSize);
}

/**
 * Rows that no event tells of, and events whose row is gone or changed. Rows are read before the events and again after, so
 * that a case that is worked on meanwhile has for each row its event, and for each event its row.
 */
function paperFaults(told: readonly (Paper & { seq: number })[], before: readonly Paper[], after: readonly Paper[]) {
  const faults: { seq?: number; what: 'paper' }[] = [];
  const fits = (row: Paper | undefined, digests: string[]) => row?.digests?.some((one) => digests.includes(one));
  for (const { seq, key, digests } of told) {
    if (digests === null) continue;
    const row = after.find((one) => one.key === key);
    if (!fits(row, digests)) faults.push({ seq, what: 'paper' });
  }
  if (before.some(({ key }) => !told.some((one) => one.key === key))) faults.push({ what: 'paper' });
  return faults;
}

async function checkPage(db: Reader, of: CaseHeads, page: HeadRow[], report: CasesReport): Promise<void> {
  const ids = page.map(({ id }) => id);
  const rowsBefore = (await of.papers?.kept(db, ids)) ?? [];
  const events = await db
    .select()
    .from(caseEvent)
    .where(and(eq(caseEvent.kind, of.kind), inArray(caseEvent.caseId, ids)))
    .orderBy(asc(caseEvent.caseId), asc(caseEvent.seq));
  const rowsAfter = (await of.papers?.kept(db, ids)) ?? [];
  // Whoever was worked on between the two reads has a head of later; whoever was not must end where the head says.
  const again = new Map((await headsWhere(db, of, inArray(of.head.id, ids))).map((head) => [head.id, head]));
  for (const before of page) {
    const head = again.get(before.id);
    const rows = events.flatMap(({ caseId, fromStatus, toStatus, ...event }) =>
      caseId === before.id ? [{ ...event, from: fromStatus, to: toStatus }] : [],
    );
    const moved = head !== undefined && head.lastSeq > before.lastSeq;
    const own = moved ? rows.filter(({ seq }) => seq <= before.lastSeq) : rows;
    report.cases++;
    report.events += own.length;
    const faults = chainFaults(before, own, of);
    // What a broken history says is no measure for anything beside it.
    const told =
      faults.length > 0
        ? null
        : rows.flatMap((event) => (of.papers?.told(event) ?? []).map((one) => ({ ...one, seq: event.seq })));
    const ofCase = (paper: { caseId: string }) => paper.caseId === before.id;
    const papers = told ? paperFaults(told, rowsBefore.filter(ofCase), rowsAfter.filter(ofCase)) : [];
    report.misfits.push(...[...faults, ...papers].map((fault) => ({ case: before.code, ...fault })));
  }
}

/**
 * Recomputes every hash of every case of these kinds, and finds histories that belong to none. Reads only, in pages;
 * nothing is locked, and cases that are worked on meanwhile never look as if they did not fit.
 */
export async function verifyCases(db: Reader, kinds: readonly CaseHeads[]): Promise<CasesReport> {
  const report: CasesReport = { cases: 0, events: 0, misfits: [] };
  for (const of of kinds) {
    for (let after = ''; ; ) {
      const page = await headsWhere(db, of, gt(of.head.id, after));
      const last = page.at(-1);
      if (!last) break;
      await checkPage(db, of, page, report);
      after = last.id;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const lost = await db
      .selectDistinct({ id: caseEvent.caseId })
      .from(caseEvent)
      .where(
        and(
          eq(caseEvent.kind, of.kind),
          sql`not exists (select 1 from ${of.head.id.table} where ${of.head.id} = ${caseEvent.caseId})`,
        ),
      );
    report.misfits.push(...lost.map(({ id }) => ({ case: id, what: 'orphan' as const })));
  }
  const unknown = await db
    .selectDistinct({ kind: caseEvent.kind, id: caseEvent.caseId })
    .from(caseEvent)
    .where(
      notInArray(
        caseEvent.kind,
        kinds.map(({ kind }) => kind),
      ),
    );
  report.misfits.push(...unknown.map(({ kind, id }) => ({ case: `${kind} ${id}`, what: 'orphan' as const })));
  return report;
}
