import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** What a file input takes. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

let made = 0;

/** A small JPEG that no other photo of the run equals, as a phone would take it. */
export async function takePhoto(name = 'photo'): Promise<PickedFile> {
  made += 1;
  const size = { width: 96, height: 72 };
  const noise = randomBytes(size.width * size.height * 3);
  const buffer = await sharp(noise, { raw: { ...size, channels: 3 } })
    .resize(640, 480)
    .jpeg({ quality: 70 })
    .toBuffer();
  return { name: `${name}-${made}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** The same with what a phone writes into it: whose it is and where it was taken. */
export async function takeLocatedPhoto(name: string): Promise<PickedFile> {
  const photo = await takePhoto(name);
  const buffer = await sharp(photo.buffer)
    .withExif({ IFD0: { Model: 'Phone of somebody' }, IFD3: { GPSLatitude: '34/1 20/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg({ quality: 70 })
    .toBuffer();
  return { ...photo, buffer };
}

/** A file that calls itself a photo and is a text. */
export const notAPhoto: PickedFile = {
  name: 'notes.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('this is a text and no image'),
};

/** Twelve million bytes behind the first bytes of a JPEG: over the limit of one photo. */
export const hugePhoto = (): PickedFile => ({
  name: 'huge.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(12_000_000, 0x41)]),
});
