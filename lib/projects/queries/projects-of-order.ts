import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { orderIdsOf } from '@/lib/orders/queries/order-ids-of';
import type { Status } from '../status';
import { project, projectSource } from '../tables';

export interface AnsweringProject {
  code: string;
  title: { zh: string; en: string };
  status: Status;
}

/** The projects that an order which the caller sees asked for, oldest first; every project is public. */
export async function projectsOfOrder(ctx: Context, { order }: { order: string }): Promise<AnsweringProject[]> {
  const id = (await orderIdsOf(ctx.db, [order])).get(order);
  if (id === undefined) return [];
  const rows = await ctx.db
    .select({ code: project.code, title: project.title, titleEn: project.titleEn, status: project.status })
    .from(projectSource)
    .innerJoin(project, eq(project.id, projectSource.projectId))
    .where(eq(projectSource.orderId, id))
    .orderBy(asc(project.openedAt), asc(project.id));
  return rows.map(({ code, title, titleEn, status }) => ({ code, title: { zh: title, en: titleEn ?? title }, status }));
}
