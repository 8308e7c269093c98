import type { z } from 'zod';
import { shanghaiDate, startOfDay } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { agreementsOf, partiesOf } from '../facts';
import { signInput } from '../input';
import { partyNumber, pastDay } from '../said';
import { markParty, move } from '../store';
import type { MediationSummary } from '../view';

/** One party signed the latest version on paper, by hand, seal or fingerprint (29). @throws rule it is signed already */
export async function signAgreement(ctx: Context, raw: z.input<typeof signInput>): Promise<MediationSummary> {
  const input = parse(signInput, raw);
  return act(ctx, 'sign', input, async ({ tx, row, permit, now }) => {
    partyNumber(await partiesOf(tx, row.id), input.party);
    const [agreement] = await agreementsOf(tx, row.id);
    if (!agreement) throw new Error('a step without its agreement');
    const on = pastDay(input.on, now, shanghaiDate(agreement.at));
    const at = Math.min(now, startOfDay(on));
    const signed = await markParty(tx, { mediationId: row.id, ordinal: input.party }, 'signedAt', at);
    if (!signed) throw new DomainError('rule', 'mediation.signed_already');
    const data = { party: input.party, version: agreement.version, on };
    return move(tx, row, permit, { data, actor: ctx.actor, at: now });
  });
}
