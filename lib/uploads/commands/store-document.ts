import { createHash } from 'node:crypto';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hit } from '@/lib/throttle/throttle';
import { documentPath, removeDocument, writeDurably } from '../files';
import { maxDocumentBytes, maxDocumentName } from '../input';
import { isPdf } from '../sniff';
import { insertDocument } from '../store';

export interface StoredDocument {
  id: string;
  /** Of the bytes as they came: a document is kept as it was handed in. */
  sha256: string;
  name: string;
  bytes: number;
}

/** What is shown as a name: the last part, without what steers a terminal or an address, and not longer than a line. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const told = last.replace(/[\p{C}"<>|:*?]/gu, '').trim();
  const stem = told.replace(/\.pdf$/i, '').slice(0, maxDocumentName - 4);
  return `${stem === '' ? 'document' : stem}.pdf`;
}

const isStaff = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && actor.memberships.some(({ role }) => role !== 'resident' && role !== 'volunteer'));

/**
 * Keeps one document of staff: at most 10 MB of PDF by content. It is never opened by the program and never shown inside
 * a page. The file is on disk before the row is, so a row always has its file.
 * @throws forbidden `upload.document_staff_only`, too_large `upload.document_too_large`, wrong_type
 *   `upload.document_wrong_type`, invalid `upload.document_empty`, too_many `throttle.upload_address`
 */
export async function storeDocument(ctx: Context, input: { bytes: Buffer; name: string }): Promise<StoredDocument> {
  const { bytes } = input;
  const { actor } = ctx;
  if (!isStaff(actor)) throw new DomainError('forbidden', 'upload.document_staff_only');
  if (bytes.length === 0) throw new DomainError('invalid', 'upload.document_empty');
  if (bytes.length > maxDocumentBytes) {
    throw new DomainError('too_large', 'upload.document_too_large', { params: { megabytes: 10 } });
  }
  if (!isPdf(bytes)) throw new DomainError('wrong_type', 'upload.document_wrong_type');
  if (actor.kind !== 'system') await hit(ctx, 'upload.address', ctx.caller.address);
  const stored = {
    id: newId(),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: plainName(input.name),
    bytes: bytes.length,
  };
  await writeDurably(documentPath(stored.id), bytes);
  try {
    await ctx.transaction((tx) =>
      insertDocument(tx, { ...stored, createdAt: Date.now(), createdBy: actorKey(actor), attachedAt: null }),
    );
  } catch (error) {
    await removeDocument(stored.id);
    throw error;
  }
  return stored;
}
