import type { z } from 'zod';
import { refuseNamed } from '@/lib/casework/public-words';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { publishInput } from '../input';
import { namesInCase } from '../open-words';
import { publishText, textToPublish } from '../publication';
import type { DeliberationSummary } from '../view';

/**
 * 决议公开: what was voted on becomes public and the notice period begins.
 * @throws rule another text than the one that was voted on, without a reason
 */
export async function publishResolution(ctx: Context, raw: z.input<typeof publishInput>): Promise<DeliberationSummary> {
  const input = parse(publishInput, raw);
  return act(ctx, 'publish', input, async ({ tx, row, permit, now }) => {
    const written = await textToPublish(tx, row, input);
    // What was written before the rolls were may name somebody who came onto one since.
    const { points, pointsEn, words } = written;
    refuseNamed({ points, pointsEn, words }, await namesInCase(tx, row.id));
    return publishText(ctx, { tx, row, permit, written, now });
  });
}
