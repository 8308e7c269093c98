import { and, asc, desc, eq, exists, inArray, lt, or, sql } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { partyOrgNames } from '@/lib/people/queries/party-org-names';
import { personNames } from '@/lib/people/queries/person-names';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { readCursor, writeCursor } from '../cursor';
import type { Status } from '../status';
import { orderEvent, orderNote, orderPart, orders } from '../tables';
import { visibleTo } from '../visible';
import type { Named } from './holders-of';

/** One decision of a verifier as the log tells it. */
export interface VerdictEntry {
  code: string;
  /** Its place in the order's chained history. */
  seq: number;
  itemName: Named;
  passed: boolean;
  /** Epoch milliseconds. */
  at: number;
  who: Named | null;
  /** In whose name. */
  org: Named | null;
  isOwn: boolean;
  /** Of a return: one of `reworkReasons`. */
  reason: string | null;
  /** Kinds of evidence that a pass waived. */
  waived: string[];
  /** Why it was sent back, or why a piece was waived. */
  words: string | null;
  /** Where the order stands now. */
  status: Status;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * 验单记录: who passed or sent back what, when and why, the newest first: every verdict on the orders that this reader
 * verified, also those of others. @throws invalid `input.cursor`, unauthenticated `session.missing`
 */
export async function listVerdicts(
  ctx: Context,
  input: { limit: number; cursor?: string },
): Promise<{ items: VerdictEntry[]; nextCursor: string | null }> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const from = input.cursor ? readCursor(input.cursor) : null;
  const rows = await ctx.db
    .select({ event: orderEvent, code: orders.code, item: orders.itemCode, status: orders.status })
    .from(orderEvent)
    .innerJoin(orders, eq(orders.id, orderEvent.orderId))
    .where(
      and(
        inArray(orderEvent.type, ['order.passed', 'order.reworked']),
        visibleTo(actor, ctx.db, ctx.now()),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(orderPart)
            .where(
              and(
                eq(orderPart.orderId, orders.id),
                eq(orderPart.personId, actor.personId),
                eq(orderPart.part, 'verified'),
              ),
            ),
        ),
        from
          ? or(lt(orderEvent.at, from.at), and(eq(orderEvent.at, from.at), lt(orderEvent.orderId, from.id)))
          : undefined,
      ),
    )
    .orderBy(desc(orderEvent.at), desc(orderEvent.orderId), asc(orderEvent.seq))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    items: await told(ctx, actor.personId, page),
    nextCursor: last ? writeCursor({ at: last.event.at, id: last.event.orderId }) : null,
  };
}

interface Row {
  event: typeof orderEvent.$inferSelect;
  code: string;
  item: string;
  status: string;
}

async function told(ctx: Context, reader: string, rows: Row[]): Promise<VerdictEntry[]> {
  const dataOf = (row: Row): Record<string, unknown> => JSON.parse(row.event.data);
  const noteIds = rows.flatMap((row) => text(dataOf(row).note) ?? []);
  const orgCodes = [...new Set(rows.flatMap((row) => text(dataOf(row).org) ?? []))];
  const items = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const people = await personNames(ctx.db, [...new Set(rows.map((row) => row.event.actor))]);
  const orgs = await partyOrgNames(ctx.db, orgCodes);
  const notes =
    noteIds.length > 0
      ? await ctx.db
          .select({ id: orderNote.id, words: orderNote.words })
          .from(orderNote)
          .where(inArray(orderNote.id, noteIds))
          .orderBy(orderNote.id)
      : [];
  const wordsOf = new Map(notes.map((note) => [note.id, note.words]));
  return rows.map((row) => {
    const data = dataOf(row);
    return {
      code: row.code,
      seq: row.event.seq,
      itemName: items.get(row.item) ?? { zh: row.item, en: row.item },
      passed: row.event.type === 'order.passed',
      at: row.event.at,
      who: people.get(row.event.actor) ?? null,
      org: orgs.get(text(data.org) ?? '') ?? null,
      isOwn: row.event.actor === reader,
      reason: text(data.reason),
      waived: Array.isArray(data.waived) ? data.waived.filter((kind): kind is string => typeof kind === 'string') : [],
      words: wordsOf.get(text(data.note) ?? '') ?? null,
      status: row.status as Status,
    };
  });
}
