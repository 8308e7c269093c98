import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { getAnswer } from './get-answer';

/** Whether a photo stands in what this reader may read of an answer. */
export async function isAnswerPhoto(ctx: Context, input: { code: string; uploadId: string }): Promise<boolean> {
  try {
    const { said } = await getAnswer(ctx, { code: input.code });
    return said.some(({ photos }) => photos.includes(input.uploadId));
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
}
