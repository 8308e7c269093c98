import type { Locale } from '@/components/preferences';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import { type BranchAccount, explainBranch } from '@/lib/people/queries/explain-branch';
import { formatDate } from '../_order/when';
import type { StaffContext } from '../_shell/enter';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';

type ChargedOrder = Pick<OrderListItem, 'status' | 'cell' | 'dueAt' | 'counts' | 'comeback'>;

/** Whether the reader looks at the cell from above, by their organisation. */
export const isParentOf = (ctx: StaffContext, cell: string | undefined): boolean =>
  cell !== undefined && ctx.actor.verifiesCellsAsParent.includes(cell);

/** Who verifies in the cells of these orders, by cell; each cell is asked once. */
export async function chargeOf(
  ctx: StaffContext,
  orders: readonly Pick<OrderListItem, 'cell'>[],
): Promise<ReadonlyMap<string, BranchAccount>> {
  const cells = [...new Set(orders.flatMap(({ cell }) => cell ?? []))];
  return new Map(
    await Promise.all(cells.map(async (cellCode) => [cellCode, await explainBranch(ctx, { cellCode })] as const)),
  );
}

/**
 * Why an order lies with more than its branch, or with another (3.1.2): reopened twice, past the verify limit, a branch
 * that ended or has nobody. The same sentence on both sides; null where the branch verifies in time.
 */
export function chargeSentence(
  order: ChargedOrder,
  account: BranchAccount | undefined,
  reader: { isParent: boolean; now: number; locale: Locale; t: Translate },
): string | null {
  if (!account || order.status !== 'awaiting_verification') return null;
  const { isParent, now, locale, t } = reader;
  const name = (named: { zh: string; en: string }) => nameIn(locale, named);
  const above = account.parent ?? account.org;
  // A complaint about the community stays with the branch, so only a parent's reader is told.
  if (isParent && above && (order.counts?.reopen ?? 0) >= 2) return t('verify.charge.reopened', { org: name(above) });
  const { absent, org, parent } = account;
  const isLate = order.dueAt ? Date.parse(order.dueAt) < now : false;
  if (isLate && parent) return t('verify.charge.late', { parent: name(parent) });
  if (!absent || !org) return null;
  const names = { branch: name(absent.name), org: name(org) };
  return absent.why === 'ended' && absent.endedOn
    ? t('verify.charge.ended', { ...names, day: formatDate(Date.parse(`${absent.endedOn}T12:00:00+08:00`), locale) })
    : t('verify.charge.unstaffed', names);
}
