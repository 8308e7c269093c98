import { ChannelFault } from '@/lib/channels/message';
import { openChannels } from '@/lib/channels/open';
import { sendOutside } from '@/lib/channels/send';
import type { Context } from '@/lib/kernel/context';
import { type Doors, deliverNotices } from '@/lib/notices/commands/deliver-notices';
import { httpSms } from '@/lib/sms/gateway';

/** What the gateway said when it did not take a message, as every other channel says it. */
function faultOf(error: unknown): ChannelFault {
  if (error instanceof Error && error.name === 'TimeoutError') return new ChannelFault('timeout');
  const status = error instanceof Error ? /answered (\d{3})$/.exec(error.message)?.[1] : undefined;
  return status ? new ChannelFault('http', status) : new ChannelFault('unreachable');
}

/** Sends what waits to be sent outside, over the network. @returns how many messages were taken */
export async function deliverOutside(
  ctx: Context,
  clock: { now: () => number; dice: () => number; limitMs?: number } = { now: Date.now, dice: Math.random },
): Promise<number> {
  const open = await openChannels(ctx);
  const doors: Doors = {
    open,
    now: clock.now,
    dice: clock.dice,
    outside: (to, message, now) => sendOutside(open.targets, to, message, now, clock.limitMs),
    async sms(phone, text, id) {
      if (!open.gateway) throw new ChannelFault('off');
      try {
        await httpSms(open.gateway).send(phone, text, id);
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
  return deliverNotices(ctx, doors);
}
