export type ImageKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif']);

/** What a file is by its first bytes; its name and its declared type say nothing. */
export function sniffImage(bytes: Buffer): ImageKind {
  if (bytes.length < 12) return 'other';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  const at = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp';
  if (at(4, 8) === 'ftyp' && heifBrands.has(at(8, 12))) return 'heic';
  return 'other';
}

/** Whether a file is a PDF by its first bytes. One that begins with anything else is none to us, whatever readers forgive. */
export const isPdf = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 5) === '%PDF-';
