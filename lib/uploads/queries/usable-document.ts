import { and, eq, gt, isNull } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { document } from '../tables';

// An hour before the sweep would take it, a document can no longer be attached: what was just accepted cannot vanish.
const attachableMs = 23 * 3_600_000;

/**
 * A document that this actor handed in and nobody attached, for a record that takes it in. Reads inside the record's
 * transaction. @throws not_found `upload.document_unknown`
 */
export async function usableDocument(
  db: Pick<Tx, 'select'>,
  actor: Actor,
  id: string,
): Promise<{ id: string; name: string; bytes: number; sha256: string }> {
  const [row] = await db
    .select({ id: document.id, name: document.name, bytes: document.bytes, sha256: document.sha256 })
    .from(document)
    .where(
      and(
        eq(document.id, id),
        eq(document.createdBy, actorKey(actor)),
        isNull(document.attachedAt),
        gt(document.createdAt, Date.now() - attachableMs),
      ),
    );
  if (!row) throw new DomainError('not_found', 'upload.document_unknown');
  return row;
}
