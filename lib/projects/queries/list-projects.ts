import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { listInput } from '../input';
import { type Status, statuses } from '../status';
import { project, projectDelay } from '../tables';
import { type Timing, timingOf } from '../view';

export interface ProjectListItem {
  code: string;
  title: { zh: string; en: string };
  communityCode: string;
  place: string;
  status: Status;
  budgetFen: number;
  spentFen: number;
  plannedOn: string;
  firstDueOn: string;
  dueOn: string;
  completedOn: string | null;
  timing: Timing;
  /** The latest that was said of a date that was not kept; null where nothing was. */
  reason: string | null;
  openedAt: number;
}

export interface ProjectList {
  items: ProjectListItem[];
  nextCursor: string | null;
}

/** The projects of a community, or of all, the latest first. Every one is public. */
export async function listProjects(ctx: Context, raw: z.input<typeof listInput>): Promise<ProjectList> {
  const { community, status, cursor, limit } = parse(listInput, raw);
  const wanted = statuses.filter((one) => status?.split(',').includes(one));
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const rows = await ctx.db
    .select()
    .from(project)
    .where(
      and(
        community ? eq(project.communityCode, community) : undefined,
        wanted.length > 0 ? inArray(project.status, wanted) : undefined,
        from
          ? or(lt(project.openedAt, from.at), and(eq(project.openedAt, from.at), lt(project.id, from.id)))
          : undefined,
      ),
    )
    .orderBy(desc(project.openedAt), desc(project.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const delays =
    page.length === 0
      ? []
      : await ctx.db
          .select()
          .from(projectDelay)
          .where(
            inArray(
              projectDelay.projectId,
              page.map((row) => row.id),
            ),
          )
          .orderBy(desc(projectDelay.at), desc(projectDelay.id));
  const today = shanghaiDate(ctx.now());
  const last = page.at(-1);
  return {
    items: page.map((row) => {
      const own = delays.filter((one) => one.projectId === row.id);
      const delayExplained = own.some((one) => one.missedOn === row.dueOn);
      return {
        code: row.code,
        title: { zh: row.title, en: row.titleEn ?? row.title },
        communityCode: row.communityCode,
        place: row.place,
        status: row.status,
        budgetFen: row.budgetFen,
        spentFen: row.spentFen,
        plannedOn: row.plannedOn,
        firstDueOn: row.firstDueOn,
        dueOn: row.dueOn,
        completedOn: row.completedOn,
        timing: timingOf(row, { today, delayExplained }),
        reason: own[0]?.reason ?? null,
        openedAt: row.openedAt,
      };
    }),
    nextCursor: rows.length > limit && last ? writeCaseCursor({ at: last.openedAt, id: last.id }) : null,
  };
}
