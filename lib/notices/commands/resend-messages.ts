import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { reviveDead } from '@/lib/outbox/store';
import { mayManageChannels } from '../policy';

/**
 * Gives one effect that gave up, or all of them, their tries anew; handlers are idempotent, and pressed twice it is one.
 * @returns how many · @throws forbidden `outbox.admin_only`
 */
export async function resendMessages(ctx: Context, input: { id?: string }): Promise<number> {
  if (!mayManageChannels(ctx.actor)) throw new DomainError('forbidden', 'outbox.admin_only');
  return ctx.transaction(async (tx) => {
    const count = await reviveDead(tx, input);
    const subjectId = input.id ?? 'all';
    if (count > 0) {
      await writeAudit(tx, ctx, {
        action: 'message.resent',
        subjectKind: 'outbox_message',
        subjectId,
        data: { count },
      });
    }
    return count;
  });
}
