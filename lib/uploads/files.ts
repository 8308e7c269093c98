import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { UploadSize } from './input';

// The bundler would otherwise trace the whole project for a folder that is known at run time only.
const root = () => path.resolve(/*turbopackIgnore: true*/ process.env.DATA_DIR ?? 'data/uploads');

/** The last two characters of a UUIDv7 are random: 256 folders of even size. */
function pathOf(id: string, ending: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('not an upload id');
  return path.join(root(), id.slice(-2), `${id}${ending}`);
}

export const photoPath = (id: string, size: UploadSize): string =>
  pathOf(id, size === 'full' ? '.webp' : '.thumb.webp');

export const documentPath = (id: string): string => pathOf(id, '.pdf');

async function syncFolder(folder: string) {
  const handle = await open(/*turbopackIgnore: true*/ folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** On disk under its name, or not there at all: temporary file, fsync, rename, fsync of the folder. */
export async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(/*turbopackIgnore: true*/ temporary, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  await syncFolder(folder);
}

/** The bytes of a kept file (`photoPath`, `documentPath`) as a web stream, or null when it is gone. */
export async function readKept(file: string): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number } | null> {
  const found = await stat(/*turbopackIgnore: true*/ file).catch(() => null);
  if (!found) return null;
  const source = createReadStream(/*turbopackIgnore: true*/ file);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      source.on('data', (chunk) => {
        controller.enqueue(new Uint8Array(Buffer.from(chunk)));
        if ((controller.desiredSize ?? 0) <= 0) source.pause();
      });
      source.on('end', () => controller.close());
      source.on('error', (error) => controller.error(error));
    },
    pull: () => {
      source.resume();
    },
    cancel: () => {
      source.destroy();
    },
  });
  return { stream, bytes: found.size };
}

export async function removePhoto(id: string): Promise<void> {
  await rm(photoPath(id, 'full'), { force: true });
  await rm(photoPath(id, 'thumb'), { force: true });
}

export const removeDocument = (id: string): Promise<void> => rm(documentPath(id), { force: true });
