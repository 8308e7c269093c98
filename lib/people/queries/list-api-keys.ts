import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageAccounts } from '../policy';
import { person, session } from '../tables';

export interface ApiKeyView {
  sessionId: string;
  personId: string;
  /** The system that uses it. */
  label: string;
  scope: string[];
  /** Real clock, epoch milliseconds. */
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
}

/** API keys that could still be used, newest first; the keys themselves are kept nowhere. @throws forbidden `account.admin_only` */
export async function listApiKeys(ctx: Context): Promise<ApiKeyView[]> {
  if (!mayManageAccounts(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const rows = await ctx.db
    .select({ session, name: person.displayName })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(and(eq(session.kind, 'api_key'), isNull(session.revokedAt), gt(session.expiresAt, Date.now())))
    .orderBy(desc(session.createdAt), desc(session.id));
  return rows.map(({ session: key, name }) => ({
    sessionId: key.id,
    personId: key.personId,
    label: key.label ?? name,
    scope: key.scope ?? [],
    createdAt: key.createdAt,
    lastSeenAt: key.lastSeenAt,
    expiresAt: key.expiresAt,
  }));
}
