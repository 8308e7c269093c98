import { and, desc, eq, gte, like, lt, or } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type ListAuditInput, listAuditInput } from '../input';
import { mayReadAudit } from '../policy';
import { auditEntry } from '../tables';

export interface AuditView {
  id: string;
  /** Epoch milliseconds of the domain's clock. */
  at: number;
  /** A person's id, or `system:clock`; names are not kept in the trail. */
  actorId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  data: Record<string, unknown>;
  requestId: string;
}

const dayMs = 86_400_000;
const startOfDay = (date: string) => Date.parse(`${date}T00:00:00+08:00`);

/**
 * The audit trail, newest first. For the audit administrator alone.
 * @throws forbidden `audit.auditor_only`, invalid `audit.cursor_unreadable`
 */
export async function listAudit(
  ctx: Context,
  raw: ListAuditInput,
): Promise<{ items: AuditView[]; nextCursor: string | null }> {
  if (!mayReadAudit(ctx.actor)) throw new DomainError('forbidden', 'audit.auditor_only');
  const { action, subject, actor, from, to, cursor, limit } = parse(listAuditInput, raw);
  const before = cursor === undefined ? null : readCursor(cursor);
  const rows = await ctx.db
    .select()
    .from(auditEntry)
    .where(
      and(
        // `_` is a letter of the verbs; as a wildcard it could only find too much, which the next line would show.
        action ? like(auditEntry.action, `${action}%`) : undefined,
        subject ? or(eq(auditEntry.subjectId, subject), eq(auditEntry.subjectKind, subject)) : undefined,
        actor ? eq(auditEntry.actorId, actor) : undefined,
        from ? gte(auditEntry.at, startOfDay(from)) : undefined,
        to ? lt(auditEntry.at, startOfDay(to) + dayMs) : undefined,
        before
          ? or(lt(auditEntry.at, before.at), and(eq(auditEntry.at, before.at), lt(auditEntry.id, before.id)))
          : undefined,
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.at}_${last.id}` : null };
}

function readCursor(cursor: string): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!at || !id) throw new DomainError('invalid', 'audit.cursor_unreadable');
  return { at: Number(at), id };
}
