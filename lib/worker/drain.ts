import type { Context } from '@/lib/kernel/context';
import { claim, markDone, markFailed } from '@/lib/outbox/store';
import { handlersOf } from './registry';

const batch = 50;
const leaseMs = 60_000;

/** Does what waits in the outbox, in order of its writing. @returns how many messages were taken */
export async function drainOutbox(ctx: Context): Promise<number> {
  const messages = await ctx.transaction((tx) => claim(tx, Date.now(), batch, leaseMs));
  for (const message of messages) {
    try {
      const handlers = handlersOf(message.topic);
      if (handlers.length === 0) throw new Error(`no handler for ${message.topic}`);
      for (const handle of handlers) await handle(ctx, message.topic, message.payload);
      await ctx.transaction((tx) => markDone(tx, message.id));
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      await ctx.transaction((tx) => markFailed(tx, message, Date.now(), words));
    }
  }
  return messages.length;
}
