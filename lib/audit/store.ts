import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { auditEntry } from './tables';

export interface AuditInput {
  /** Business verb, past tense: `calendar.day_set`, `contact.revealed`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** No personal data: what changed, from what to what. */
  data?: Record<string, unknown>;
}

/** Writes one audit row in the caller's transaction, so that the change and its trace stand or fall together. */
export async function writeAudit(tx: Tx, ctx: Context, entry: AuditInput): Promise<void> {
  await tx.insert(auditEntry).values({
    id: newId(),
    at: ctx.now(),
    actorId: actorKey(ctx.actor),
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    data: entry.data ?? {},
    requestId: ctx.requestId,
  });
}
