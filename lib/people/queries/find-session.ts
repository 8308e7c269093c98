import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context, SessionKind } from '@/lib/kernel/context';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { idleEnd, idleKindOf } from '../sessions';
import { account, session } from '../tables';
import { tokenHash } from '../tokens';

export interface LiveSession {
  id: string;
  personId: string;
  kind: SessionKind;
  lastSeenAt: number;
  /** Real clock, as all of these: the absolute end. */
  expiresAt: number;
  /** The absolute end, or earlier by idleness. */
  endsAt: number;
  /** The same if it is used now. */
  endsAfterUse: number;
  /** Of an API key: the endpoints it may use; null = all that its person may. */
  scope: string[] | null;
}

/**
 * The session that a cookie's id or a bearer token names, when it is alive: not revoked, not over, not idle for too
 * long, its account not disabled. All on the real clock. A token is found by its hash, so no secret is compared.
 */
export async function findSession(
  ctx: Context,
  by: { sessionId: string } | { token: string },
): Promise<LiveSession | null> {
  const now = Date.now();
  // A browser's session has no token and a token's row is no browser's: neither opens by the other's means.
  const where =
    'token' in by
      ? eq(session.tokenHash, tokenHash(by.token))
      : and(eq(session.id, by.sessionId), isNull(session.tokenHash));
  const rows = await ctx.db
    .select({ session, accountKind: account.kind, disabledAt: account.disabledAt })
    .from(session)
    .leftJoin(account, eq(account.personId, session.personId))
    .where(and(where, isNull(session.revokedAt), gt(session.expiresAt, now)));
  const row = rows[0];
  if (!row || row.disabledAt !== null) return null;
  const { id, personId, kind, lastSeenAt, expiresAt, scope } = row.session;
  const idleKind = idleKindOf(kind, row.accountKind);
  const always = { id, personId, kind, lastSeenAt, expiresAt, scope };
  if (idleKind === null) return { ...always, endsAt: expiresAt, endsAfterUse: expiresAt };
  const idleMs = (await getSetting(ctx, `session.idle.${idleKind}_minutes`)) * 60_000;
  if (now - lastSeenAt > idleMs) return null;
  const endsAt = Math.min(expiresAt, lastSeenAt + idleMs);
  const endsAfterUse = Math.min(expiresAt, idleEnd(lastSeenAt, now, idleMs));
  return { ...always, endsAt, endsAfterUse };
}
