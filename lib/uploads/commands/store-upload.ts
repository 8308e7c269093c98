import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hit } from '@/lib/throttle/throttle';
import { photoPath, removePhoto, writeDurably } from '../files';
import { maxUploadBytes } from '../input';
import { normalisePhoto } from '../normalise';
import { oneAtATime } from '../one-at-a-time';
import { insertUpload } from '../store';

export interface StoredUpload {
  id: string;
  sha256: string;
  width: number;
  height: number;
  /** Of the kept file, not of the one sent. */
  bytes: number;
}

/**
 * Keeps one photo: at most 8 MB of JPEG, PNG or WebP by content; kept as WebP of at most 1600 px and a thumbnail of
 * 480 px, without position and EXIF. The files are on disk before the row is, so a row always has its files.
 * @throws too_large `upload.too_large`, wrong_type `upload.heic` | `upload.wrong_type`,
 *   invalid `upload.empty` | `upload.unreadable` | `upload.too_many_pixels`, too_many `throttle.upload_address`
 */
export async function storeUpload(ctx: Context, input: { bytes: Buffer }): Promise<StoredUpload> {
  const { bytes } = input;
  if (bytes.length === 0) throw new DomainError('invalid', 'upload.empty');
  if (bytes.length > maxUploadBytes)
    throw new DomainError('too_large', 'upload.too_large', { params: { megabytes: 8 } });
  if (ctx.actor.kind !== 'system') await hit(ctx, 'upload.address', ctx.caller.address);
  const id = newId();
  const photo = await oneAtATime(() => normalisePhoto(bytes));
  await writeDurably(photoPath(id, 'full'), photo.full);
  await writeDurably(photoPath(id, 'thumb'), photo.thumb);
  const { sha256, width, height } = photo;
  const kept = photo.full.length;
  try {
    await ctx.transaction((tx) =>
      insertUpload(tx, {
        id,
        sha256,
        mime: 'image/webp',
        width,
        height,
        bytes: kept,
        createdAt: Date.now(),
        createdBy: actorKey(ctx.actor),
        attachedAt: null,
      }),
    );
  } catch (error) {
    await removePhoto(id);
    throw error;
  }
  return { id, sha256, width, height, bytes: kept };
}
