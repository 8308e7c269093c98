import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { photoPath, readKept } from '../files';
import type { UploadSize } from '../input';
import { uploadId } from '../input';
import { getUploads, type UploadView } from './get-uploads';

export interface OpenedUpload {
  stream: ReadableStream<Uint8Array>;
  bytes: number;
  mime: string;
}

/**
 * Opens one photo for reading. Who may see it is known to whoever owns the record it belongs to: `allow` says so, and
 * a photo that may not be seen is not there.
 * @throws not_found `upload.not_found`
 */
export async function openUpload(
  ctx: Context,
  input: { id: string; size: UploadSize; allow: (photo: UploadView) => boolean | Promise<boolean> },
): Promise<OpenedUpload> {
  const missing = () => new DomainError('not_found', 'upload.not_found');
  if (!uploadId.safeParse(input.id).success) throw missing();
  const [photo] = await getUploads(ctx.db, [input.id]);
  if (!photo || !(await input.allow(photo))) throw missing();
  const opened = await readKept(photoPath(photo.id, input.size));
  if (!opened) throw missing();
  return { ...opened, mime: 'image/webp' };
}
