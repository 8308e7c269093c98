import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { standingParts } from '../facts';
import { keepsPapers, standingOf } from '../policy';
import { deliberation, deliberationFile } from '../tables';

/** Whether this caller may read a document of a deliberation: one that is public, or any for those who keep the papers. */
export async function mayReadDocument(ctx: Context, { id }: { id: string }): Promise<boolean> {
  const rows = await ctx.db
    .select({ row: deliberation, isPublic: deliberationFile.isPublic })
    .from(deliberationFile)
    .innerJoin(deliberation, eq(deliberation.id, deliberationFile.deliberationId))
    .where(eq(deliberationFile.uploadId, id))
    .orderBy(deliberationFile.id);
  for (const { row, isPublic } of rows) {
    const standing = standingOf(ctx.actor, row, await standingParts(ctx.db, ctx.actor, row));
    if (standing.sees && (isPublic || keepsPapers(standing))) return true;
  }
  return false;
}
