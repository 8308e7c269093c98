import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { partiesOf, partyOf } from '../facts';
import { refuseInput } from '../input';
import { partyNumber, saidBy } from '../said';
import { addEnd, markParty, move } from '../store';
import type { MediationSummary } from '../view';

/**
 * A party does not want it, or not any more (17, 23): the case stops at once, whatever the others say, and the other
 * ways are told. No reason is asked for.
 */
export async function refuseMediation(ctx: Context, raw: z.input<typeof refuseInput>): Promise<MediationSummary> {
  const input = parse(refuseInput, raw);
  return act(ctx, 'refuse', input, async ({ tx, row, permit, now }) => {
    const parties = await partiesOf(tx, row.id);
    partyNumber(parties, input.party);
    const { how, on, at } = saidBy(permit.relation, partyOf(ctx.actor, parties), input, now);
    await markParty(tx, { mediationId: row.id, ordinal: input.party }, 'refusedAt', at);
    await addEnd(tx, { mediationId: row.id, words: input.words, at: now });
    const data = { party: input.party, how, on };
    return move(tx, row, permit, { to: 'failed', set: { endedAt: now }, data, actor: ctx.actor, at: now });
  });
}
