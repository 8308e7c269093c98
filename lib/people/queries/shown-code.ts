import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { smsWay } from '@/lib/sms/way';
import { loginCodeOf } from '../login-codes';
import { loginCode } from '../tables';

/** The code that no message carries, for the screen of a demo; null wherever messages are really sent, and when it is over. */
export async function shownCode(ctx: Context, input: { codeId: string }): Promise<string | null> {
  if ((await smsWay(ctx)) !== 'screen') return null;
  const rows = await ctx.db
    .select({ id: loginCode.id })
    .from(loginCode)
    .where(and(eq(loginCode.id, input.codeId), isNull(loginCode.usedAt), gt(loginCode.expiresAt, Date.now())));
  return rows[0] ? loginCodeOf(rows[0].id) : null;
}
