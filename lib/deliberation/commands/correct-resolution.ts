import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { correctInput } from '../input';
import { publishText, refuseUnvoted } from '../publication';
import type { DeliberationSummary } from '../view';

/**
 * A published resolution is never edited: a version with its reason stands beside the one before.
 * @throws rule once it is carried out, a text that nobody voted on
 */
export async function correctResolution(ctx: Context, raw: z.input<typeof correctInput>): Promise<DeliberationSummary> {
  const written = parse(correctInput, raw);
  return act(ctx, 'correct', written, async ({ tx, row, permit, now }) => {
    await refuseUnvoted(tx, row, written);
    return publishText(ctx, { tx, row, permit, written, now });
  });
}
