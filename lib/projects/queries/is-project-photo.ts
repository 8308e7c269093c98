import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { projectPhoto } from '../tables';

/** Whether a photo shows the work of a project: then everybody may see it. */
export async function isProjectPhoto(ctx: Context, { uploadId }: { uploadId: string }): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: projectPhoto.projectId })
    .from(projectPhoto)
    .where(eq(projectPhoto.uploadId, uploadId))
    .limit(1);
  return rows.length > 0;
}
