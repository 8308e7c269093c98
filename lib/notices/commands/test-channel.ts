import { writeAudit } from '@/lib/audit/store';
import { isOpen, openChannels } from '@/lib/channels/open';
import type { OutsideChannel } from '@/lib/channels/targets';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { addDeliveries } from '../delivery-store';
import { mayManageChannels } from '../policy';

/**
 * Puts down a test message for one target; it is tried once, whatever the hour. The same `clientId` again is the same test.
 * @throws forbidden `outbox.admin_only` · conflict `channel.off` where the target is not open (any more)
 */
export async function testChannel(
  ctx: Context,
  input: { channel: Exclude<OutsideChannel, 'sms'>; target: string; clientId: string },
): Promise<void> {
  if (!mayManageChannels(ctx.actor)) throw new DomainError('forbidden', 'outbox.admin_only');
  const { channel, target, clientId } = input;
  if (!isOpen(await openChannels(ctx), channel, target)) throw new DomainError('conflict', 'channel.off');
  await ctx.transaction(async (tx) => {
    const test = { kind: 'test', dedupe: `test:${clientId}`, orderId: null, seq: 0, at: ctx.now(), urgent: true };
    const isNew = await addDeliveries(tx, [{ ...test, channel, target }]);
    if (!isNew) return;
    const subjectId = `${channel} ${target}`;
    await writeAudit(tx, ctx, { action: 'channel.tested', subjectKind: 'channel', subjectId });
  });
}
