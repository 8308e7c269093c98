import { writeAudit } from '@/lib/audit/store';
import type { Context, Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { sessionEndsAt } from './sessions';
import { type AccountRow, insertSession, updateAccount } from './store';
import { makeToken, tokenHash } from './tokens';

export interface SignedIn {
  sessionId: string;
  personId: string;
  /** Shown once: only its hash is kept. Null for a browser. */
  token: string | null;
  /** Real clock, epoch milliseconds. */
  expiresAt: number;
}

/** Writes the session of an account that has proven itself, notes the sign-in for its owner, and its trace. */
export async function openSession(
  tx: Tx,
  ctx: Context,
  account: Pick<AccountRow, 'id' | 'personId' | 'kind' | 'lastLogins'>,
  how: { as: 'browser' | 'token'; by?: 'phone_code' },
): Promise<SignedIn> {
  const now = Date.now();
  const sessionId = newId();
  const token = how.as === 'token' ? makeToken('token') : null;
  const expiresAt = sessionEndsAt(account.kind, now);
  await insertSession(tx, {
    id: sessionId,
    personId: account.personId,
    kind: token === null ? account.kind : 'token',
    tokenHash: token === null ? null : tokenHash(token),
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
  });
  await updateAccount(tx, account.id, { lastLogins: [ctx.now(), ...account.lastLogins].slice(0, 5) });
  await writeAudit(tx, ctx, {
    action: 'sign_in.accepted',
    subjectKind: 'account',
    subjectId: account.id,
    data: { ...how },
  });
  return { sessionId, personId: account.personId, token, expiresAt };
}
