import type { Context } from '@/lib/kernel/context';
import { claim, markDone, markFailed, type OutboxMessage } from '@/lib/outbox/store';
import { handlersOf } from './registry';

const batch = 50;
const leaseMs = 60_000;

// At once, so that their commits share a flush to the disk; few, so that a request never waits for long behind them.
const lanes = 8;

/** What must stay in order: the messages of one order or case; a message of neither stands for itself. */
const laneOf = ({ id, payload }: OutboxMessage): string => String(payload.orderId ?? payload.caseId ?? id);

async function deliver(ctx: Context, message: OutboxMessage): Promise<void> {
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

/**
 * Does what waits in the outbox: the messages of one order or case in the order of their writing, those of several
 * beside each other. @returns how many messages were taken
 */
export async function drainOutbox(ctx: Context): Promise<number> {
  const messages = await ctx.transaction((tx) => claim(tx, Date.now(), batch, leaseMs));
  const waiting = new Map<string, OutboxMessage[]>();
  for (const message of messages) {
    const lane = laneOf(message);
    waiting.set(lane, [...(waiting.get(lane) ?? []), message]);
  }
  const queue = [...waiting.values()];
  const work = async () => {
    for (let own = queue.shift(); own; own = queue.shift()) {
      for (const message of own) await deliver(ctx, message);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return messages.length;
}
