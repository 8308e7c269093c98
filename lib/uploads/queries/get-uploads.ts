import { inArray } from 'drizzle-orm';
import type { Context, Tx } from '@/lib/kernel/context';
import { upload } from '../tables';

export interface UploadView {
  id: string;
  sha256: string;
  width: number;
  height: number;
  bytes: number;
  createdAt: number;
  createdBy: string;
  attached: boolean;
}

// An hour before the sweep would take it, a photo can no longer be attached: what was just accepted cannot vanish.
const attachableMs = 23 * 3_600_000;

/** The photos of `ids` that exist, in the order asked for. Pass a transaction as `db` to read inside it. */
export async function getUploads(db: Pick<Tx, 'select'>, ids: string[]): Promise<UploadView[]> {
  if (ids.length === 0) return [];
  const rows = await db.select().from(upload).where(inArray(upload.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { sha256, width, height, bytes, createdAt, createdBy } = row;
    return [{ id, sha256, width, height, bytes, createdAt, createdBy, attached: row.attachedAt !== null }];
  });
}

/** Those of `ids` that can not be attached: unknown, or too old and about to be swept. Empty when all is well. */
export async function unusableUploads(db: Pick<Tx, 'select'>, ids: string[]): Promise<string[]> {
  const found = await getUploads(db, ids);
  const usable = new Set(found.filter((u) => u.attached || Date.now() - u.createdAt < attachableMs).map((u) => u.id));
  return ids.filter((id) => !usable.has(id));
}

/** Other photos with the same pixels as each of `ids`: the same-photo warning of the verifier. id → ids of its doubles. */
export async function findSamePhotos(ctx: Context, input: { ids: string[] }): Promise<Map<string, string[]>> {
  const asked = await getUploads(ctx.db, input.ids);
  if (asked.length === 0) return new Map();
  const hashes = [...new Set(asked.map((u) => u.sha256))];
  const rows = await ctx.db
    .select({ id: upload.id, sha256: upload.sha256 })
    .from(upload)
    .where(inArray(upload.sha256, hashes))
    .orderBy(upload.id);
  return new Map(
    asked.map((u) => [u.id, rows.filter((row) => row.sha256 === u.sha256 && row.id !== u.id).map((row) => row.id)]),
  );
}
