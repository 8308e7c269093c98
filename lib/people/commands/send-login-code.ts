import type { Context } from '@/lib/kernel/context';
import { findLoginCode, markCodeSent } from '../code-store';
import { codeLifeMs, loginCodeOf } from '../login-codes';

/**
 * Sends the message of one code; the worker calls it. A code that was sent, used or replaced is left alone. One that ran
 * out before the gateway took it is a fault that somebody must see, so it ends among the dead messages.
 * @throws when the gateway does not take it, or it is too late
 */
export async function sendLoginCode(
  ctx: Context,
  input: { codeId: string },
  send: (phone: string, values: { code: string; minutes: number }) => Promise<void>,
): Promise<void> {
  const found = await ctx.transaction((tx) => findLoginCode(tx, input.codeId));
  if (!found || found.sentAt !== null || found.usedAt !== null) return;
  if (found.expiresAt <= Date.now()) throw new Error('the code ran out before it could be sent');
  await send(found.phone, { code: loginCodeOf(found.id), minutes: codeLifeMs / 60_000 });
  await ctx.transaction((tx) => markCodeSent(tx, found.id, Date.now()));
}
