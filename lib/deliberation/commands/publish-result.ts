import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { resultInput } from '../input';
import { publishAccounts } from '../publication';
import type { DeliberationSummary } from '../view';

/** 实施结果公开: what came of it, with the accounts. @throws rule more was used than was left */
export async function publishResult(ctx: Context, raw: z.input<typeof resultInput>): Promise<DeliberationSummary> {
  const written = parse(resultInput, raw);
  return act(ctx, 'publish_result', written, ({ tx, row, permit, now }) =>
    publishAccounts(ctx, { tx, row, permit, written, now }),
  );
}
