import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context, Role } from '@/lib/kernel/context';
import { account, membership, person } from '../tables';

/** What the public reads of a grid worker, and no more. */
export interface GridWorkerCard {
  name: string;
  nameEn: string | null;
  /** The number on which the role is reached; null when the register has none. */
  phone: string | null;
}

/**
 * The one role whose holders the public may know by name and phone: a cell's worker has to be posted where people gather
 * (滨州市社会治理网格化服务管理条例 7). Any other role stays closed here, whoever asks.
 */
const postedRole: Role = 'grid_worker';

/** Who works in a cell on the domain's today, by name; nobody whose role ended or whose account was disabled. Public. */
export async function findGridWorkers(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { cellCode: string },
): Promise<GridWorkerCard[]> {
  const on = shanghaiDate(ctx.now());
  const rows = await ctx.db
    .selectDistinct({ id: person.id, name: person.displayName, nameEn: person.nameEn, phone: person.phone })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(account, eq(account.personId, membership.personId))
    .where(
      and(
        eq(membership.role, postedRole),
        eq(membership.areaCode, input.cellCode),
        lte(membership.validFrom, on),
        or(isNull(membership.validTo), gte(membership.validTo, on)),
        isNull(account.disabledAt),
      ),
    )
    .orderBy(person.displayName, person.id);
  return rows.map(({ name, nameEn, phone }) => ({ name, nameEn, phone }));
}
