import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import type { ViewFilter } from '../input';
import { deskPerson } from '../policy';
import { deskView } from '../tables';

export interface OwnView {
  id: string;
  name: string;
  filter: ViewFilter;
}

/** The views that this person saved, the oldest first. */
export async function listViews(ctx: Context): Promise<OwnView[]> {
  const { personId } = deskPerson(ctx.actor);
  return ctx.db
    .select({ id: deskView.id, name: deskView.name, filter: deskView.filter })
    .from(deskView)
    .where(eq(deskView.personId, personId))
    .orderBy(asc(deskView.createdAt), asc(deskView.id));
}
