import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { personNames } from '@/lib/people/queries/person-names';
import { lookMs } from '../input';
import { deskPerson } from '../policy';
import { deskLook } from '../tables';

export interface Looker {
  zh: string;
  en: string;
}

/** Colleagues who have this order open now, each once; the caller has read the order. On the real clock. */
export async function listLookers(ctx: Context, { code }: { code: string }): Promise<Looker[]> {
  const { personId } = deskPerson(ctx.actor);
  const rows = await ctx.db
    .selectDistinct({ id: deskLook.personId })
    .from(deskLook)
    .where(
      and(eq(deskLook.orderCode, code), gt(deskLook.seenAt, Date.now() - lookMs.over), ne(deskLook.personId, personId)),
    )
    .orderBy(asc(deskLook.personId));
  const names = await personNames(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => names.get(id) ?? []);
}
