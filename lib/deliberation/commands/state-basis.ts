import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { basisInput } from '../input';
import { basisPoints, ownersShort } from '../owners';
import { addText, move } from '../store';
import { nextText } from '../texts';
import type { DeliberationSummary } from '../view';

/**
 * States on what ground the matter is decided: whether owners share the land (民法典 275), and if they do, their vote
 * (278) or the reason why there is none. Each statement is a version beside the one before, shown to everybody, and asked
 * for before anybody votes.
 * @throws rule the owners' vote did not reach a share of 278
 */
export async function stateBasis(ctx: Context, raw: z.input<typeof basisInput>): Promise<DeliberationSummary> {
  const input = parse(basisInput, raw);
  return act(ctx, 'state_basis', input, async ({ tx, row, permit, now }) => {
    const { basis, words, owners } = input;
    const short = owners && ownersShort(owners);
    if (short) throw new DomainError('rule', short.reason, { params: short.params });
    const written = { points: basisPoints(basis, owners), words };
    const text = await nextText(tx, row.id, 'basis', written, { byId: actorKey(ctx.actor), at: now });
    await addText(tx, text);
    return move(tx, row, permit, {
      set: { basis, basisWords: words || null },
      data: { basis, version: text.version, sha256: text.sha256 },
      actor: ctx.actor,
      at: now,
    });
  });
}
