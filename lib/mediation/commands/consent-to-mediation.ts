import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { allConsented } from '../conditions';
import { mediationFacts, partiesOf, partyOf } from '../facts';
import { consentInput } from '../input';
import { partyNumber, saidBy } from '../said';
import { markParty, move, seatMediator } from '../store';
import type { MediationSummary } from '../view';

/**
 * One party's consent, to be mediated at all or to who is proposed as mediator, each for itself. With the last one of all
 * the mediator takes the seat, in the place of the one before, and the case is agreed.
 * @throws rule no mediator is named · rule it stood there already · rule the secretary did not say how and when
 */
export async function consentToMediation(ctx: Context, raw: z.input<typeof consentInput>): Promise<MediationSummary> {
  const input = parse(consentInput, raw);
  return act(ctx, 'consent', input, async ({ tx, row, permit, now }) => {
    const parties = await partiesOf(tx, row.id);
    partyNumber(parties, input.party);
    const { how, on, at } = saidBy(permit.relation, partyOf(ctx.actor, parties), input, now);
    const { proposedMediatorId: mediator, proposedKind: kind } = row;
    const isOfMediator = input.to === 'mediator';
    if (isOfMediator && mediator === null) {
      throw new DomainError('rule', row.mediatorId ? 'mediation.consented_already' : 'mediation.no_mediator');
    }
    const of = { mediationId: row.id, ordinal: input.party };
    const marked = await markParty(tx, of, isOfMediator ? 'agreedProposedAt' : 'agreedAt', at);
    if (!marked) throw new DomainError('rule', 'mediation.consented_already');
    const seated = allConsented(await mediationFacts(tx, row, now));
    if (seated) await seatMediator(tx, row.id);
    return move(tx, row, permit, {
      to: seated ? 'agreed' : row.status,
      ...(seated && {
        set: { mediatorId: mediator, mediatorKind: kind, proposedMediatorId: null, proposedKind: null },
      }),
      data: { party: input.party, to: input.to, how, on, ...(isOfMediator && mediator && { mediator }) },
      actor: ctx.actor,
      at: now,
    });
  });
}
