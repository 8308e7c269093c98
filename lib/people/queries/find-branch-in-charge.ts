import { eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { branchInCharge } from '../policy';
import { partyOrg } from '../tables';
import { forestOverCell } from './party-forest';

export interface BranchView {
  /** The organisation that verifies now; null when none of the chain can. */
  org: { code: string; nameZh: string; nameEn: string } | null;
  /** The next one above it that could. */
  parentCode: string | null;
  /** Every organisation over the cell, nearest first, able or not. */
  chain: string[];
}

/**
 * Who verifies in a cell on a date (default the domain's today): the nearest organisation in the tree that is valid and
 * has at least one active verifier (3.1.1).
 */
export async function findBranchInCharge(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { cellCode: string; on?: string },
): Promise<BranchView> {
  const on = input.on ?? shanghaiDate(ctx.now());
  const forest = await forestOverCell(ctx.db, input.cellCode, on);
  const { org, parent, chain } = branchInCharge(forest, input.cellCode, on);
  if (org === null) return { org: null, parentCode: null, chain };
  const [named] = await ctx.db
    .select({ code: partyOrg.code, nameZh: partyOrg.nameZh, nameEn: partyOrg.nameEn })
    .from(partyOrg)
    .where(eq(partyOrg.code, org));
  return { org: named ?? null, parentCode: parent, chain };
}
