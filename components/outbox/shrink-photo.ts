const longestSide = 1600;
/** What is smaller than this is not worth the loss. */
const smallBytes = 400_000;

async function drawn(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const sheet = canvas.getContext('2d');
    if (!sheet) return file;
    // What was clear becomes paper, not black.
    sheet.fillStyle = '#fff';
    sheet.fillRect(0, 0, canvas.width, canvas.height);
    sheet.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
    if (!bytes || bytes.size >= file.size) return file;
    return new File([bytes], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } finally {
    picture.close();
  }
}

/**
 * A photo as a JPEG of at most 1600 pixels a side, upright and without its place; the same file when it is small, or when
 * this browser cannot draw it (HEIC): then the server says in words what is wrong.
 */
const shrinkPhoto = async (file: File): Promise<File> =>
  file.size <= smallBytes ? file : drawn(file).catch(() => file);

/** The fields of a form with its photos made small, one after the other: a phone has little memory. */
export async function shrunk(fields: [string, FormDataEntryValue][]): Promise<[string, FormDataEntryValue][]> {
  const done: [string, FormDataEntryValue][] = [];
  for (const [name, value] of fields) done.push([name, typeof value === 'string' ? value : await shrinkPhoto(value)]);
  return done;
}
