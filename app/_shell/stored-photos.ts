import { getTranslations } from 'next-intl/server';
import type { Context } from '@/lib/kernel/context';
import { type InputIssue, isDomainError } from '@/lib/kernel/errors';
import { type Locale, reasonWords } from '@/lib/transport/words';
import { storeUpload } from '@/lib/uploads/commands/store-upload';
import { maxUploadBytes } from '@/lib/uploads/input';

/** The most photos of one piece. */
export const photosPerPiece = 6;

export interface StoredPhotos {
  /** Ids per piece: those kept from an earlier try and not dropped, then the new ones. */
  ids: Record<string, string[]>;
  /** A photo that could not be taken, at its own field; the others are stored all the same. */
  issues: InputIssue[];
}

const filesOf = (form: FormData, field: string) =>
  form.getAll(field).filter((part): part is File => typeof part !== 'string' && part.size > 0);

const listOf = (form: FormData, field: string) =>
  form.getAll(field).filter((part): part is string => typeof part === 'string' && part !== '');

/**
 * Stores the photos of a form one by one: a bad one says so at its field and takes none of the others with it. `photo.KIND`
 * are new files, `kept.KIND` ids of an earlier try, `drop` ids that were ticked to be left out.
 */
export async function storedPhotos(ctx: Context, form: FormData, locale: Locale): Promise<StoredPhotos> {
  const t = await getTranslations('work');
  const dropped = new Set(listOf(form, 'drop'));
  const kinds = new Set<string>();
  for (const name of form.keys()) {
    const [prefix, kind] = name.split('.');
    if (kind && (prefix === 'photo' || prefix === 'kept')) kinds.add(kind);
  }
  const found: StoredPhotos = { ids: {}, issues: [] };
  for (const kind of kinds) {
    const ids = listOf(form, `kept.${kind}`).filter((id) => !dropped.has(id));
    for (const file of filesOf(form, `photo.${kind}`)) {
      const refused = await storeOne(ctx, file, ids);
      if (!refused) continue;
      const words = reasonWords(locale, refused.reason, 'invalid', refused.params);
      const message = t('photo_refused', { name: file.name, reason: words });
      found.issues.push({ path: `photo.${kind}`, reason: refused.reason, message });
    }
    if (ids.length > 0) found.ids[kind] = ids;
  }
  return found;
}

type Refused = { reason: string; params?: Record<string, string | number> };

/** Adds the photo's id to `ids`, or says why it was not taken. */
async function storeOne(ctx: Context, file: File, ids: string[]): Promise<Refused | null> {
  if (ids.length >= photosPerPiece) return { reason: 'upload.too_many', params: { limit: photosPerPiece } };
  if (file.size > maxUploadBytes)
    return { reason: 'upload.too_large', params: { megabytes: maxUploadBytes / 1024 ** 2 } };
  try {
    ids.push((await storeUpload(ctx, { bytes: Buffer.from(await file.arrayBuffer()) })).id);
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { reason: error.reason, params: error.details.params };
  }
}
