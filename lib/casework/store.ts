import { and, asc, type Column, eq, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/lib/kernel/context';
import { enqueue } from '@/lib/outbox/store';
import { canonical, chainedEvent, eventHash, genesisHash, toldData } from './chain';
import { caseEvent, caseSerial } from './tables';

/** The columns by which every case is moved, whatever its kind. */
export interface CaseHead {
  id: string;
  status: string;
  version: number;
  lastSeq: number;
  lastHash: string;
}

interface HeadColumns {
  id: Column;
  status: Column;
  version: Column;
  lastSeq: Column;
}

export interface CaseEventInput {
  type: string;
  /** As `actorKey` names them; never a name. */
  actor: string;
  relation: string;
  /** Ids, counts, dates and closed words. No personal data. */
  data: Record<string, unknown>;
  at: number;
}

export type CaseEventRow = typeof caseEvent.$inferSelect;

/** The head of a case that has no event yet. */
export const unborn = { lastSeq: 0, lastHash: genesisHash } as const;

/** The next event of a case, chained to the one before. */
export function nextEvent(
  kind: string,
  head: Pick<CaseHead, 'id' | 'lastSeq' | 'lastHash'>,
  from: string | null,
  to: string,
  event: CaseEventInput,
): CaseEventRow {
  const data = canonical(toldData(event.data));
  const row = {
    seq: head.lastSeq + 1,
    type: event.type,
    actor: event.actor,
    relation: event.relation,
    from,
    to,
    data,
    at: event.at,
    prevHash: head.lastHash,
  };
  const { from: fromStatus, to: toStatus, ...rest } = row;
  return { kind, caseId: head.id, ...rest, fromStatus, toStatus, hash: eventHash(chainedEvent(row)) };
}

/** Writes an event and its outbox row; the head's guarded update in the same transaction keeps two from the same place. */
export async function appendEvent(tx: Tx, event: CaseEventRow): Promise<void> {
  await tx.insert(caseEvent).values(event);
  await enqueue(tx, event.type, { kind: event.kind, caseId: event.caseId, seq: event.seq });
}

/** The columns of a head after an event. A quiet one raises no version: it makes nobody's open page stale. */
export const movedTo = <S extends string>(head: CaseHead, event: CaseEventRow, to: S, quiet: boolean) => ({
  status: to,
  version: quiet ? head.version : head.version + 1,
  lastSeq: event.seq,
  lastHash: event.hash,
});

/** The head as it was loaded: the condition of every guarded update. */
export const unmoved = (table: HeadColumns, head: CaseHead): SQL | undefined =>
  and(
    eq(table.id, head.id),
    eq(table.status, head.status),
    eq(table.version, head.version),
    eq(table.lastSeq, head.lastSeq),
  );

/** The next number of a series without gaps. */
export async function nextCaseSerial(tx: Tx, key: string): Promise<number> {
  const [row] = await tx
    .insert(caseSerial)
    .values({ key, last: 1 })
    .onConflictDoUpdate({ target: caseSerial.key, set: { last: sql`${caseSerial.last} + 1` } })
    .returning();
  if (!row) throw new Error('a serial gave no row');
  return row.last;
}

/** The whole history of a case, oldest first. */
export const eventsOf = (db: Pick<Reader, 'select'>, kind: string, caseId: string): Promise<CaseEventRow[]> =>
  db
    .select()
    .from(caseEvent)
    .where(and(eq(caseEvent.kind, kind), eq(caseEvent.caseId, caseId)))
    .orderBy(asc(caseEvent.seq));

/** One event of a case; undefined when there is none of that number. */
export async function eventAt(
  db: Pick<Reader, 'select'>,
  kind: string,
  caseId: string,
  seq: number,
): Promise<CaseEventRow | undefined> {
  const [event] = await db
    .select()
    .from(caseEvent)
    .where(and(eq(caseEvent.kind, kind), eq(caseEvent.caseId, caseId), eq(caseEvent.seq, seq)));
  return event;
}
