import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { logUnexpected } from './log';

/** That somebody stands inside a mediation is itself a secret (人民调解法 15), also from those who read the audit. */
const untold: readonly string[] = ['mediation.not_for_you', 'mediation.barred', 'mediation.own_word_only'];

/**
 * Whoever is signed in and reaches for what is not theirs leaves an audit row (7.2: a direct call by address). Nobody
 * signed in has no rights to reach beyond, and is not written down. `code`: number of the order that was reached for, as
 * it was sent; the row names it where it has the shape of one.
 */
export async function noteRefusal(ctx: Context, error: unknown, what: string, code?: unknown): Promise<void> {
  if (ctx.actor.kind !== 'person' || !isDomainError(error) || error.code !== 'forbidden') return;
  if (untold.includes(error.reason)) return;
  const order = typeof code === 'string' && /^[A-Z]{2}\d{8}-\d{4,8}$/i.test(code) ? code.toUpperCase() : undefined;
  const data = { reason: error.reason, ...(order && { order }) };
  try {
    await ctx.transaction((tx) =>
      writeAudit(tx, ctx, { action: 'access.refused', subjectKind: 'verb', subjectId: what, data }),
    );
  } catch (failure) {
    // The refusal stands whether or not it could be noted.
    logUnexpected(failure, ctx.requestId);
  }
}
