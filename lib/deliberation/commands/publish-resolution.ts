import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { publishInput } from '../input';
import { publishText } from '../publication';
import type { DeliberationSummary } from '../view';

/** 决议公开: the numbered points become public and the notice period begins. */
export async function publishResolution(ctx: Context, raw: z.input<typeof publishInput>): Promise<DeliberationSummary> {
  const written = parse(publishInput, raw);
  return act(ctx, 'publish', written, ({ tx, row, permit, now }) =>
    publishText(ctx, { tx, row, permit, written, now }),
  );
}
