import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { receiveInput } from '../input';
import { ownUnit } from '../policy';
import { markReceived, move } from '../store';
import type { LetterSummary } from '../view';

/** 签收: the receipt of one unit, given once by whoever of it is first. */
export async function receiveLetter(ctx: Context, raw: z.input<typeof receiveInput>): Promise<LetterSummary> {
  const input = parse(receiveInput, raw);
  return act(ctx, 'receive', input, async ({ tx, row, facts, permit, now }) => {
    const own = ownUnit(ctx.actor, facts.units);
    if (!own) throw new DomainError('forbidden', 'letter.not_for_you');
    await markReceived(tx, row.id, own.unitCode, actorKey(ctx.actor), now);
    return move(tx, row, permit, { data: { unit: own.unitCode }, actor: ctx.actor, at: now });
  });
}
