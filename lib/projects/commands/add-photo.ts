import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { photosToPublish } from '@/lib/orders/queries/photos-to-publish';
import { act } from '../act';
import { refuseDayToCome } from '../days';
import { photoInput } from '../input';
import { addPhoto as keep, move } from '../store';
import type { ProjectSummary } from '../view';

/**
 * A photo of the work, public from now on. Only one that its sender has just stored: the photos of an order belong to
 * the people in it and never become public this way.
 * @throws not_found `upload.not_found` · rule a day to come
 */
export async function addPhoto(ctx: Context, raw: z.input<typeof photoInput>): Promise<ProjectSummary> {
  const input = parse(photoInput, raw);
  return act(ctx, 'add_photo', input, async ({ tx, row, permit, now }) => {
    const { upload, words, takenOn } = input;
    refuseDayToCome(takenOn, now);
    if ((await photosToPublish(tx, ctx.actor, [upload])).length === 0) {
      throw new DomainError('not_found', 'upload.not_found');
    }
    if (!(await keep(tx, { projectId: row.id, uploadId: upload, words, takenOn, at: now }))) {
      throw new DomainError('not_found', 'upload.not_found');
    }
    return move(tx, row, permit, { data: { upload }, actor: ctx.actor, at: now });
  });
}
