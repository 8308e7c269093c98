import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { dutyListInput } from '../input';
import { mediatesIn } from '../policy';
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

/** The legal duty roster of a community, for those who mediate there. @throws forbidden for anybody else */
export async function listDuty(ctx: Context, raw: { community: string }): Promise<DutyView[]> {
  const { community } = parse(dutyListInput, raw);
  const isTheirs = ctx.actor.kind === 'system' || mediatesIn(ctx.actor).includes(community);
  if (!isTheirs) throw new DomainError('forbidden', 'mediation.duty_not_yours');
  const rows = await ctx.db
    .select()
    .from(legalDuty)
    .where(eq(legalDuty.communityCode, community))
    .orderBy(asc(legalDuty.validFrom), asc(legalDuty.id));
  return rows.map(({ communityCode: _community, personId: _person, ...row }) => row);
}
