import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { branchInCharge, isValidOn, type OrgNode } from '../policy';
import { forestOverCell } from './party-forest';
import { partyOrgNames } from './party-org-names';

interface Named {
  zh: string;
  en: string;
}

export interface BranchAccount {
  /** Who verifies now; null when nobody can. */
  org: Named | null;
  /** The next one above it that could, to whom an order goes after the verify limit. */
  parent: Named | null;
  /** The nearest organisation, where another has to stand in for it: its time is over, or it has no verifier. */
  absent: { name: Named; why: 'ended' | 'unstaffed'; endedOn: string | null } | null;
}

/**
 * Who verifies in a cell today, and why it is not the organisation that stands nearest (3.1.1), for the words beside a
 * list. Dates `YYYY-MM-DD`; one that has not begun yet is nobody's absence.
 */
export async function explainBranch(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { cellCode: string },
): Promise<BranchAccount> {
  const today = shanghaiDate(ctx.now());
  const forest = await forestOverCell(ctx.db, input.cellCode, today);
  const { org, parent, chain } = branchInCharge(forest, input.cellCode, today);
  const nearest = chain
    .map((code) => forest.orgs.get(code))
    .find((one): one is OrgNode => one !== undefined && one.validFrom <= today);
  const absent = nearest && nearest.code !== org ? nearest : null;
  const codes = [org, parent, absent?.code].filter((code): code is string => Boolean(code));
  const names = await partyOrgNames(ctx.db, [...new Set(codes)]);
  const named = (code: string | null | undefined) => (code ? (names.get(code) ?? null) : null);
  const name = named(absent?.code);
  const hasEnded = absent !== null && !isValidOn(absent, today);
  return {
    org: named(org),
    parent: named(parent),
    absent: name && {
      name,
      why: hasEnded ? 'ended' : 'unstaffed',
      endedOn: hasEnded ? (absent?.validTo ?? null) : null,
    },
  };
}
