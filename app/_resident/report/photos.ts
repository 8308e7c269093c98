import { getTranslations } from 'next-intl/server';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import { limits } from '@/lib/orders/input';
import { refusedState } from '@/lib/transport/action';
import { storePhotos } from '@/lib/transport/upload-endpoint';
import { uploadId } from '@/lib/uploads/input';
import { unusableUploads } from '@/lib/uploads/queries/get-uploads';

export interface TakenPhotos {
  ids: string[];
  /** What was wrong with the others, in the reader's words. */
  issues: InputIssue[];
}

const chosenFiles = (form: FormData): File[] =>
  ['camera', 'album'].flatMap((name) =>
    form.getAll(name).filter((part): part is File => typeof part !== 'string' && part.size > 0),
  );

/** Photos of earlier tries that the form still names, unless they are to go. One that was swept meanwhile is left out. */
async function keptPhotos(ctx: Context, form: FormData): Promise<string[]> {
  if (form.get('dropPhotos')) return [];
  const named = form.getAll('kept').filter((id): id is string => uploadId.safeParse(id).success);
  const ids = [...new Set(named)].slice(0, limits.requestPhotos);
  const gone = ids.length > 0 ? await unusableUploads(ctx.db, ids) : [];
  return ids.filter((id) => !gone.includes(id));
}

/** Stores the photos one by one, so that a bad one does not take the good ones with it. */
export async function takePhotosOf(ctx: Context, form: FormData): Promise<TakenPhotos> {
  const ids = await keptPhotos(ctx, form);
  const issues: InputIssue[] = [];
  for (const file of chosenFiles(form)) {
    if (ids.length === limits.requestPhotos) {
      const t = await getTranslations('report.error');
      issues.push({ path: 'photos', reason: 'upload.too_many', message: t('photos', { most: limits.requestPhotos }) });
      break;
    }
    const single = new FormData();
    single.append('photo', file);
    try {
      ids.push(...(await storePhotos(ctx, single, 'photo', 1)).map((photo) => photo.id));
    } catch (error) {
      const { reason = '', message = '' } = await refusedState(error, ctx, {}, 'photo of /report/submit');
      issues.push({ path: 'photos', reason, message });
    }
  }
  return { ids, issues: issues.slice(0, 1) };
}
