import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { deliberationFile } from '../tables';

export interface FileView {
  /** Of the document, read at `/documents/ID`. */
  document: string;
  name: string;
  meeting: string | null;
  isPublic: boolean;
  at: number;
}

/** The documents of a case: those that everybody may read, or all of them for who keeps the papers. */
export async function filesOf(ctx: Context, deliberationId: string, keeps: boolean): Promise<FileView[]> {
  const rows = await ctx.db
    .select()
    .from(deliberationFile)
    .where(eq(deliberationFile.deliberationId, deliberationId))
    .orderBy(asc(deliberationFile.at), asc(deliberationFile.id));
  return rows
    .filter((row) => keeps || row.isPublic)
    .map((row) => ({
      document: row.uploadId,
      name: row.name,
      meeting: row.meetingId,
      isPublic: row.isPublic,
      at: row.at,
    }));
}
