import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { basisInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * States on what ground the matter is decided: whether owners share the land (民法典 275), and if they do, their vote
 * (278) or the reason why there is none. Stored, shown to everybody, and asked for before anybody votes.
 */
export async function stateBasis(ctx: Context, raw: z.input<typeof basisInput>): Promise<DeliberationSummary> {
  const input = parse(basisInput, raw);
  return act(ctx, 'state_basis', input, ({ tx, row, permit, now }) =>
    move(tx, row, permit, {
      set: { basis: input.basis, basisWords: input.words || null },
      data: { basis: input.basis },
      actor: ctx.actor,
      at: now,
    }),
  );
}
