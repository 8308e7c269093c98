import { eq } from 'drizzle-orm';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { type IssueApiKeyInput, issueApiKeyInput } from '../input';
import { mayManageAccounts } from '../policy';
import { countPersons, insertPerson, insertSession } from '../store';
import { account } from '../tables';
import { makeToken, tokenHash } from '../tokens';

const dayMs = 86_400_000;

export interface IssuedApiKey {
  sessionId: string;
  /** The system as a person of the register: give it memberships like anybody else. */
  personId: string;
  /** Shown once: only its hash is kept. */
  key: string;
  /** Real clock, epoch milliseconds. */
  expiresAt: number;
}

/**
 * Issues a key with a scope and an expiry for another system. It acts as a person of its own that has no account, so
 * that nobody can issue a key to act as a colleague.
 * @throws forbidden `account.admin_only`, not_found `person.unknown`, rule `api_key.person_has_account`
 */
export async function issueApiKey(ctx: Context, input: IssueApiKeyInput): Promise<IssuedApiKey> {
  if (!mayManageAccounts(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const { label, personId: given, scope, validDays } = parse(issueApiKeyInput, input);
  const key = makeToken('api_key');
  const sessionId = newId();
  const personId = given ?? newId();
  const now = Date.now();
  const expiresAt = now + validDays * dayMs;
  await ctx.transaction(async (tx) => {
    if (given === undefined) {
      await insertPerson(tx, { id: personId, displayName: label, createdAt: ctx.now() });
    } else {
      if ((await countPersons(tx, [given])) === 0) throw new DomainError('not_found', 'person.unknown');
      if ((await tx.$count(account, eq(account.personId, given))) > 0) {
        throw new DomainError('rule', 'api_key.person_has_account');
      }
    }
    await insertSession(tx, {
      id: sessionId,
      personId,
      kind: 'api_key',
      tokenHash: tokenHash(key),
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      label,
      scope,
    });
    await writeAudit(tx, ctx, {
      action: 'api_key.issued',
      subjectKind: 'person',
      subjectId: personId,
      data: { sessionId, scope, validDays },
    });
  });
  return { sessionId, personId, key, expiresAt };
}
