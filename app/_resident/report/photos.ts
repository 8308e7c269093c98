import { getTranslations } from 'next-intl/server';
import type { Context } from '@/lib/kernel/context';
import { DomainError, type InputIssue } from '@/lib/kernel/errors';
import { limits } from '@/lib/orders/input';
import { refusedState } from '@/lib/transport/action';
import { storeUploadOnce } from '@/lib/uploads/commands/store-upload-once';
import { maxUploadBytes, uploadId } from '@/lib/uploads/input';
import { unusableUploads } from '@/lib/uploads/queries/get-uploads';
import type { PostedForm } from '../form-body';
import { one } from './fields';

export interface TakenPhotos {
  ids: string[];
  /** What was wrong with the others, in the reader's words. */
  issues: InputIssue[];
}

/** Photos of earlier tries that the form still names, unless they are to go. One that was swept meanwhile is left out. */
async function keptPhotos(ctx: Context, { fields }: PostedForm): Promise<string[]> {
  if (one(fields, 'dropPhotos')) return [];
  const named = [fields.kept ?? []].flat().filter((id) => uploadId.safeParse(id).success);
  const ids = [...new Set(named)].slice(0, limits.requestPhotos);
  const gone = ids.length > 0 ? await unusableUploads(ctx.db, ids) : [];
  return ids.filter((id) => !gone.includes(id));
}

/** Stores the photos one by one, so that a bad one, which is named, does not take the good ones with it. */
export async function takePhotosOf(ctx: Context, form: PostedForm): Promise<TakenPhotos> {
  const t = await getTranslations('report.error');
  const ids = await keptPhotos(ctx, form);
  const refused: string[] = [];
  let first = '';
  for (const { name, bytes } of form.files) {
    if (ids.length === limits.requestPhotos) {
      refused.push(t('photos', { most: limits.requestPhotos }));
      first ||= 'upload.too_many';
      break;
    }
    try {
      if (bytes === null) {
        throw new DomainError('too_large', 'upload.too_large', { params: { megabytes: maxUploadBytes / 2 ** 20 } });
      }
      const { id } = await storeUploadOnce(ctx, { bytes, key: one(form.fields, 'clientId') ?? '' });
      if (!ids.includes(id)) ids.push(id);
    } catch (error) {
      const { reason = '', message = '' } = await refusedState(error, ctx, {}, 'photo of /report/submit');
      refused.push(t('photo', { name: name.slice(-40), reason: message }));
      first ||= reason;
    }
  }
  return { ids, issues: refused.length > 0 ? [{ path: 'photos', reason: first, message: refused.join(' ') }] : [] };
}
