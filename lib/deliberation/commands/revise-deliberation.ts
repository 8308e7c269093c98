import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { reviseInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/** Changes what a case is called and what it will need, before anybody has voted on anything. */
export async function reviseDeliberation(ctx: Context, raw: z.input<typeof reviseInput>): Promise<DeliberationSummary> {
  const { code, version, clientId, ...set } = parse(reviseInput, raw);
  return act(ctx, 'revise', { code, version, clientId, ...set }, ({ tx, row, permit, now }) =>
    move(tx, row, permit, { set, data: { fields: Object.keys(set).sort() }, actor: ctx.actor, at: now }),
  );
}
