import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { limits } from '@/lib/orders/input';
import { logUnexpected } from '@/lib/transport/log';
import { type Locale, reasonWords } from '@/lib/transport/words';
import { storeUploadOnce } from '@/lib/uploads/commands/store-upload-once';
import type { PostedFile } from '../_resident/form-body';
import type { Translate } from '../_shell/translate';

export interface StepPhotos {
  ids: string[];
  /** What was wrong with the others, by the name of the file. */
  refused: string[];
}

const tooLarge = () => new DomainError('too_large', 'upload.too_large', { params: { megabytes: 8 } });
const tooMany = () => new DomainError('invalid', 'upload.too_many', { params: { limit: limits.requestPhotos } });

/** Stores photos one by one: a bad one is named and takes none of the good ones with it. */
export async function storeStepPhotos(
  ctx: Context,
  input: { kept: string[]; files: PostedFile[]; key: string; locale: Locale; t: Translate },
): Promise<StepPhotos> {
  const { kept, files, key, locale, t } = input;
  const found: StepPhotos = { ids: [...kept], refused: [] };
  for (const { name, bytes } of files) {
    try {
      if (found.ids.length >= limits.requestPhotos) throw tooMany();
      if (bytes === null) throw tooLarge();
      const { id } = await storeUploadOnce(ctx, { bytes, key });
      if (!found.ids.includes(id)) found.ids.push(id);
    } catch (error) {
      const known = isDomainError(error) ? error : new DomainError('unavailable', 'upload.unreadable');
      if (known !== error) logUnexpected(error, ctx.requestId);
      const words = reasonWords(locale, known.reason, known.code, known.details.params);
      found.refused.push(t('track.photo_refused', { name: name.slice(-40), reason: words }));
      if (known.reason === 'upload.too_many') break;
    }
  }
  return found;
}
