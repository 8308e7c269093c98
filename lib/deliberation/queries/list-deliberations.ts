import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { listInput } from '../input';
import { noticeDaysLeft } from '../notice';
import { visibleTo } from '../policy';
import { packOf } from '../rule-packs';
import { type Status, statuses } from '../status';
import { deliberation } from '../tables';

export interface DeliberationListItem {
  code: string;
  title: { zh: string; en: string };
  communityCode: string;
  status: Status;
  openedAt: number;
  publishedAt: number | null;
  /** Last day of the notice period, `YYYY-MM-DD`. */
  noticeUntil: string | null;
  /** Days of it that are left, the day of publication not counting; null before there is one. */
  noticeDaysLeft: number | null;
  endedAt: number | null;
}

export interface DeliberationList {
  items: DeliberationListItem[];
  nextCursor: string | null;
}

/** What this caller may see, the latest first; for everybody, signed in or not, the cases that are public. */
export async function listDeliberations(ctx: Context, raw: z.input<typeof listInput>): Promise<DeliberationList> {
  const { community, status, cursor, limit } = parse(listInput, raw);
  const wanted = statuses.filter((one) => status?.split(',').includes(one));
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const rows = await ctx.db
    .select()
    .from(deliberation)
    .where(
      and(
        visibleTo(ctx.actor),
        community ? eq(deliberation.communityCode, community) : undefined,
        wanted.length > 0 ? inArray(deliberation.status, wanted) : undefined,
        from
          ? or(
              lt(deliberation.openedAt, from.at),
              and(eq(deliberation.openedAt, from.at), lt(deliberation.id, from.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(deliberation.openedAt), desc(deliberation.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      code: row.code,
      title: { zh: row.title, en: row.titleEn ?? row.title },
      communityCode: row.communityCode,
      status: row.status,
      openedAt: row.openedAt,
      publishedAt: row.publishedAt,
      noticeUntil: row.noticeUntil,
      noticeDaysLeft: row.noticeUntil
        ? noticeDaysLeft(row.noticeUntil, packOf(row.packId).publicDays, ctx.now())
        : null,
      endedAt: row.endedAt,
    })),
    nextCursor: rows.length > limit && last ? writeCaseCursor({ at: last.openedAt, id: last.id }) : null,
  };
}
