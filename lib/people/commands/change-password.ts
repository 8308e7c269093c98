import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { clear, hit } from '@/lib/throttle/throttle';
import { type ChangePasswordInput, changePasswordInput } from '../input';
import { hashPassword, passwordFits, refuseWeakPassword } from '../passwords';
import { findAccount } from '../queries/find-account';
import { replacePassword, revokeSessionsOf } from '../store';

/**
 * Changes one's own password and ends every other session of this person.
 * @throws unauthenticated `auth.sign_in_required`, forbidden `password.current_wrong`, too_many `throttle.login`,
 *   invalid `password.too_short` | `password.too_few_kinds` | `password.too_long` | `password.same_as_before`
 */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'auth.sign_in_required');
  const { current, next } = parse(changePasswordInput, input);
  const own = await findAccount(ctx, { personId: actor.personId });
  if (!own || own.disabledAt !== null) throw new DomainError('forbidden', 'password.no_account');
  // A browser left open must not become a place to guess the password at leisure.
  await hit(ctx, 'login', own.login);
  if (!(await passwordFits(own.passwordHash, current))) throw new DomainError('forbidden', 'password.current_wrong');
  await clear(ctx, 'login', own.login);
  if (await passwordFits(own.passwordHash, next)) throw new DomainError('invalid', 'password.same_as_before');
  refuseWeakPassword(next);
  const passwordHash = await hashPassword(next);
  await ctx.transaction(async (tx) => {
    const changed = await replacePassword(tx, own.id, own.passwordHash, { passwordHash, passwordChangedAt: ctx.now() });
    if (!changed) throw new DomainError('conflict', 'password.changed_meanwhile');
    await revokeSessionsOf(tx, actor.personId, Date.now(), { except: actor.sessionId });
    await writeAudit(tx, ctx, { action: 'password.changed', subjectKind: 'account', subjectId: own.id });
  });
}
