import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { documentPath, readKept } from '../files';
import { uploadId } from '../input';
import { document } from '../tables';

export interface OpenedDocument {
  stream: ReadableStream<Uint8Array>;
  bytes: number;
  name: string;
}

/**
 * Opens one document for reading. Who may see it is known to whoever owns the record it belongs to: `allow` says so, and
 * a document that may not be seen is not there.
 * @throws not_found `upload.document_unknown`
 */
export async function openDocument(
  ctx: Context,
  input: { id: string; allow: (document: { id: string; createdBy: string; attached: boolean }) => Promise<boolean> },
): Promise<OpenedDocument> {
  const missing = () => new DomainError('not_found', 'upload.document_unknown');
  if (!uploadId.safeParse(input.id).success) throw missing();
  const [row] = await ctx.db.select().from(document).where(eq(document.id, input.id));
  if (!row) throw missing();
  const { id, createdBy, attachedAt } = row;
  if (!(await input.allow({ id, createdBy, attached: attachedAt !== null }))) throw missing();
  const opened = await readKept(documentPath(id));
  if (!opened) throw missing();
  return { ...opened, name: row.name };
}
