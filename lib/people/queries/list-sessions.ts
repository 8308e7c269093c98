import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Context, SessionKind } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageAccounts } from '../policy';
import { session } from '../tables';

export interface SessionView {
  sessionId: string;
  kind: SessionKind;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
  label: string | null;
  scope: string[] | null;
  /** The one that asks. */
  current: boolean;
}

/** Sessions, tokens and keys of a person that could still be used, newest first: one's own, or anybody's by an administrator. */
export async function listSessions(ctx: Context, input: { personId: string }): Promise<SessionView[]> {
  const { actor } = ctx;
  const own = actor.kind === 'person' && actor.personId === input.personId;
  if (!own && !mayManageAccounts(actor)) throw new DomainError('forbidden', 'account.admin_only');
  const rows = await ctx.db
    .select()
    .from(session)
    .where(and(eq(session.personId, input.personId), isNull(session.revokedAt), gt(session.expiresAt, Date.now())))
    .orderBy(desc(session.createdAt), desc(session.id));
  return rows.map(({ id, kind, createdAt, lastSeenAt, expiresAt, label, scope }) => ({
    sessionId: id,
    kind,
    createdAt,
    lastSeenAt,
    expiresAt,
    label,
    scope,
    current: own && actor.sessionId === id,
  }));
}
