import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { plainInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/** What was decided may be carried out: published, its notice over, objections answered, and filed where it has to be. */
export async function beginImplementation(ctx: Context, raw: z.input<typeof plainInput>): Promise<DeliberationSummary> {
  const input = parse(plainInput, raw);
  return act(ctx, 'begin', input, ({ tx, row, permit, now }) =>
    move(tx, row, permit, { to: 'publish_result', data: {}, actor: ctx.actor, at: now }),
  );
}
