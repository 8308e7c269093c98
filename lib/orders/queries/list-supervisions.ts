import { and, desc, eq, exists, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context, PersonActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { readCursor, writeCursor } from '../cursor';
import { loadFactsOfAll, type OrderRow } from '../facts';
import { standingOf } from '../policy';
import { listSupervisionsInput } from '../supervision-input';
import type { NoticeRow } from '../supervision-store';
import type { SupervisionView } from '../supervision-view';
import { orders, supervisionNotice, supervisionTold } from '../tables';
import { readsAsResident } from '../view';
import { visibleTo } from '../visible';
import { supervisionsOf } from './supervisions-of';

export interface SupervisionList {
  items: SupervisionView[];
  nextCursor: string | null;
}

const n = supervisionNotice;

function stateWhere(state: z.output<typeof listSupervisionsInput>['state'], now: number): SQL | undefined {
  switch (state) {
    case 'all':
      return undefined;
    case 'open':
      return and(isNull(n.endedAt), isNull(n.repliedAt));
    case 'late':
      return and(isNull(n.endedAt), isNull(n.repliedAt), or(lt(n.replyBy, now), gt(n.climbs, 0)));
    case 'answered':
      return isNotNull(n.repliedAt);
    case 'ended':
      return and(isNotNull(n.endedAt), isNull(n.repliedAt));
  }
}

const toldTo = (ctx: Context, personId: string): SQL =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(supervisionTold)
      .where(and(eq(supervisionTold.noticeId, n.id), eq(supervisionTold.personId, personId))),
  );

/** The notices that this person was told of, and those of orders that they see as staff; the newest first. */
export async function listSupervisions(
  ctx: Context,
  raw: z.input<typeof listSupervisionsInput>,
): Promise<SupervisionList> {
  const input = parse(listSupervisionsInput, raw);
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const { actor } = ctx;
  const now = ctx.now();
  const cursor = input.cursor ? readCursor(input.cursor) : null;
  const rows = await ctx.db
    .select({ notice: n, order: orders })
    .from(n)
    .innerJoin(orders, eq(orders.id, n.orderId))
    .where(
      and(
        or(toldTo(ctx, actor.personId), visibleTo(actor, ctx.db, now)),
        stateWhere(input.state, now),
        input.colour ? eq(n.colour, input.colour) : undefined,
        input.order ? and(eq(orders.code, input.order), visibleTo(actor, ctx.db, now)) : undefined,
        cursor ? or(lt(n.issuedAt, cursor.at), and(eq(n.issuedAt, cursor.at), lt(n.id, cursor.id))) : undefined,
      ),
    )
    .orderBy(desc(n.issuedAt), desc(n.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1)?.notice : undefined;
  return {
    items: await supervisionsOf(ctx, actor, await seenAs(ctx, actor, page)),
    nextCursor: last ? writeCursor({ at: last.issuedAt, id: last.id }) : null,
  };
}

export interface SeenNotice {
  notice: NoticeRow;
  order: OrderRow;
  /** They see the order itself, and as staff. */
  seesOrder: boolean;
}

/** What of these this person may know: as staff who see the order, or as somebody who was told. */
export async function seenAs(
  ctx: Context,
  actor: PersonActor,
  rows: { notice: NoticeRow; order: OrderRow }[],
): Promise<SeenNotice[]> {
  if (rows.length === 0) return [];
  const factsOf = await loadFactsOfAll(
    ctx.db,
    actor,
    rows.map(({ order }) => order),
    ctx.now(),
  );
  const told = await ctx.db
    .select({ noticeId: supervisionTold.noticeId })
    .from(supervisionTold)
    .where(
      and(
        eq(supervisionTold.personId, actor.personId),
        inArray(
          supervisionTold.noticeId,
          rows.map(({ notice }) => notice.id),
        ),
      ),
    );
  const mine = new Set(told.map(({ noticeId }) => noticeId));
  return rows.flatMap(({ notice, order }) => {
    const standing = standingOf(actor, order, factsOf(order));
    const seesOrder = standing.sees && !readsAsResident(standing) && !standing.relations.has('candidate');
    return seesOrder || (mine.has(notice.id) && !standing.relations.has('subject'))
      ? [{ notice, order, seesOrder }]
      : [];
  });
}
