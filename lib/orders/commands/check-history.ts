import { mayReadAudit } from '@/lib/audit/policy';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { type HistoryReport, verifyHistory } from '../queries/verify-history';

/** As many misfits as the trail keeps; the command line lists all. */
const keptMisfits = 20;

/**
 * The audit administrator's check of the whole history (3.1.6, journey 7.4 step 10). That it was checked, and what was
 * found, is written into the audit trail as `history.verified`.
 * @throws forbidden `audit.auditor_only`
 */
export async function checkHistory(ctx: Context): Promise<HistoryReport> {
  if (!mayReadAudit(ctx.actor)) throw new DomainError('forbidden', 'audit.auditor_only');
  const report = await verifyHistory(ctx.db);
  await ctx.transaction((tx) =>
    writeAudit(tx, ctx, {
      action: 'history.verified',
      subjectKind: 'history',
      subjectId: 'orders',
      data: {
        orders: report.orders,
        events: report.events,
        days: report.days,
        misfits: report.misfits.length,
        first: report.misfits.slice(0, keptMisfits),
      },
    }),
  );
  return report;
}
