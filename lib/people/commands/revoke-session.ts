import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageAccounts } from '../policy';
import { revokeSessionsOf } from '../store';

/**
 * Ends one session of a person, or all of them: one's own, or anybody's by a system administrator.
 * @returns how many ended now
 * @throws unauthenticated `auth.sign_in_required`, forbidden `account.admin_only`
 */
export async function revokeSession(
  ctx: Context,
  input: { personId: string; sessionId?: string },
): Promise<{ ended: number }> {
  const { actor } = ctx;
  if (actor.kind === 'anonymous') throw new DomainError('unauthenticated', 'auth.sign_in_required');
  const own = actor.kind === 'person' && actor.personId === input.personId;
  if (!own && !mayManageAccounts(actor)) throw new DomainError('forbidden', 'account.admin_only');
  return ctx.transaction(async (tx) => {
    const which = input.sessionId === undefined ? {} : { only: input.sessionId };
    const ended = await revokeSessionsOf(tx, input.personId, Date.now(), which);
    if (ended.length > 0) {
      await writeAudit(tx, ctx, {
        action: 'session.revoked',
        subjectKind: 'person',
        subjectId: input.personId,
        data: { sessions: ended },
      });
    }
    return { ended: ended.length };
  });
}
