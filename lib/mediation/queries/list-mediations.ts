import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { personNames } from '@/lib/people/queries/person-names';
import { listInput } from '../input';
import { visibleTo } from '../policy';
import { type Status, statuses } from '../status';
import { mediation } from '../tables';

export interface MediationListItem {
  code: string;
  title: string;
  communityCode: string;
  status: Status;
  mediator: { zh: string; en: string } | null;
  openedAt: number;
  /** `YYYY-MM-DD`. */
  plannedUntil: string;
  settledOn: string | null;
  confirmUntil: string | null;
  confirmAppliedOn: string | null;
  confirmedOn: string | null;
}

export interface MediationList {
  items: MediationListItem[];
  nextCursor: string | null;
}

/** The mediations that this caller stands inside of, the latest first. Whoever stands in none gets none, and no count. */
export async function listMediations(ctx: Context, raw: z.input<typeof listInput>): Promise<MediationList> {
  const { community, status, cursor, limit } = parse(listInput, raw);
  const wanted = statuses.filter((one) => status?.split(',').includes(one));
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const rows = await ctx.db
    .select()
    .from(mediation)
    .where(
      and(
        visibleTo(ctx.actor, ctx.db),
        community ? eq(mediation.communityCode, community) : undefined,
        wanted.length > 0 ? inArray(mediation.status, wanted) : undefined,
        from
          ? or(lt(mediation.openedAt, from.at), and(eq(mediation.openedAt, from.at), lt(mediation.id, from.id)))
          : undefined,
      ),
    )
    .orderBy(desc(mediation.openedAt), desc(mediation.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const names = await personNames(ctx.db, [...new Set(page.flatMap((row) => row.mediatorId ?? []))]);
  return {
    items: page.map((row) => ({
      code: row.code,
      title: row.title,
      communityCode: row.communityCode,
      status: row.status,
      mediator: names.get(row.mediatorId ?? '') ?? null,
      openedAt: row.openedAt,
      plannedUntil: row.plannedUntil,
      settledOn: row.settledOn,
      confirmUntil: row.confirmUntil,
      confirmAppliedOn: row.confirmAppliedOn,
      confirmedOn: row.confirmedOn,
    })),
    nextCursor: rows.length > limit && last ? writeCaseCursor({ at: last.openedAt, id: last.id }) : null,
  };
}
