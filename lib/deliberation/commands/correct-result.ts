import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { correctResultInput } from '../input';
import { publishAccounts } from '../publication';
import type { DeliberationSummary } from '../view';

/** A result with its reason beside the one before. @throws rule more was used than was left */
export async function correctResult(
  ctx: Context,
  raw: z.input<typeof correctResultInput>,
): Promise<DeliberationSummary> {
  const written = parse(correctResultInput, raw);
  return act(ctx, 'correct_result', written, ({ tx, row, permit, now }) =>
    publishAccounts(ctx, { tx, row, permit, written, now }),
  );
}
