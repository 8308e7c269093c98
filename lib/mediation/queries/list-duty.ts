import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { worksHere } from '@/lib/people/policy';
import { dutyListInput } from '../input';
import type { DutyKind } from '../status';
import { legalDuty } from '../tables';

export interface DutyView {
  id: string;
  kind: DutyKind;
  name: string;
  office: string;
  phone: string | null;
  /** `YYYY-MM-DD`; the last day counts. */
  validFrom: string;
  validTo: string | null;
}

/** The legal duty roster of a community, for those who work with it. @throws forbidden for anybody else */
export async function listDuty(ctx: Context, raw: { community: string }): Promise<DutyView[]> {
  const { community } = parse(dutyListInput, raw);
  if (!worksHere(ctx.actor)) throw new DomainError('forbidden', 'person.staff_only');
  const rows = await ctx.db
    .select()
    .from(legalDuty)
    .where(eq(legalDuty.communityCode, community))
    .orderBy(asc(legalDuty.validFrom), asc(legalDuty.id));
  return rows.map(({ communityCode: _community, personId: _person, ...row }) => row);
}
