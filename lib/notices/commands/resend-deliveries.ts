import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { reviveDeliveries } from '../delivery-store';
import { mayManageChannels } from '../policy';

/**
 * Gives one message that was given up, or all of them, their tries anew. Pressed twice it is one; the id of each stays,
 * so that whoever had it after all can drop it. @returns how many · @throws forbidden `outbox.admin_only`
 */
export async function resendDeliveries(ctx: Context, input: { id?: string }): Promise<number> {
  if (!mayManageChannels(ctx.actor)) throw new DomainError('forbidden', 'outbox.admin_only');
  return ctx.transaction(async (tx) => {
    const count = await reviveDeliveries(tx, input);
    const subjectId = input.id ?? 'all';
    if (count > 0) {
      await writeAudit(tx, ctx, { action: 'delivery.resent', subjectKind: 'delivery', subjectId, data: { count } });
    }
    return count;
  });
}
