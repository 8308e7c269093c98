import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { DomainError } from '@/lib/kernel/errors';
import { longestSide, maxUploadPixels, thumbnailSide } from './input';
import { sniffImage } from './sniff';

sharp.concurrency(1);
sharp.cache(false);

export interface NormalisedPhoto {
  full: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
  /** Over the upright pixels at the kept size: the same photo with other metadata gives the same value. */
  sha256: string;
}

/** Refuses by content. @throws wrong_type `upload.heic`, `upload.wrong_type` */
function refuseByContent(bytes: Buffer): void {
  const kind = sniffImage(bytes);
  if (kind === 'heic') throw new DomainError('wrong_type', 'upload.heic');
  if (kind === 'other') throw new DomainError('wrong_type', 'upload.wrong_type');
}

/**
 * Decodes once, turns upright, scales down to 1600 px and encodes anew, which leaves position, EXIF and whatever else
 * was hidden in the file behind.
 * @throws wrong_type by content, invalid `upload.too_many_pixels` or `upload.unreadable`
 */
export async function normalisePhoto(bytes: Buffer): Promise<NormalisedPhoto> {
  refuseByContent(bytes);
  try {
    const image = sharp(bytes, { limitInputPixels: maxUploadPixels, failOn: 'error', sequentialRead: true });
    const { format, width = 0, height = 0 } = await image.metadata();
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp')
      throw new DomainError('wrong_type', 'upload.wrong_type');
    if (width * height > maxUploadPixels) throw new DomainError('invalid', 'upload.too_many_pixels');
    const { data, info } = await image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
    const full = await sharp(data, raw).webp({ quality: 80 }).toBuffer();
    const thumb = await sharp(data, raw)
      .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer();
    const sha256 = createHash('sha256')
      .update(`${info.width}x${info.height}x${info.channels}\n`)
      .update(data)
      .digest('hex');
    return { full, thumb, width: info.width, height: info.height, sha256 };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // sharp names what is wrong with the file in English and by library; the person needs to know what to do.
    const reason = /pixel limit/i.test(String(error)) ? 'upload.too_many_pixels' : 'upload.unreadable';
    throw new DomainError('invalid', reason);
  }
}
