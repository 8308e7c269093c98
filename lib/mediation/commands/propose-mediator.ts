import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { kinOf } from '@/lib/people/queries/kin-of';
import { personsByPhone } from '@/lib/people/queries/persons-by-phone';
import { act } from '../act';
import { findMediation, partiesOf } from '../facts';
import { proposeInput } from '../input';
import { listMediators } from '../queries/list-mediators';
import { clearParties, move } from '../store';
import type { MediationSummary } from '../view';

/**
 * Names the mediator, or another one (19). Nobody mediates for themselves, their household or whom they declared a tie
 * with; a party is known by their account and by their phone. Everybody consents to a new one, who until then learns the
 * title and the parties, and the one before mediates on.
 * @throws rule not a mediator of this community · rule a conflict of interest
 */
export async function proposeMediator(ctx: Context, raw: z.input<typeof proposeInput>): Promise<MediationSummary> {
  const input = parse(proposeInput, raw);
  const found = await findMediation(ctx.db, input.code);
  const choices = found ? await listMediators(ctx, { community: found.communityCode }) : [];
  return act(ctx, 'propose_mediator', input, async ({ tx, row, permit, now }) => {
    const chosen = choices.find((one) => one.personId === input.mediator);
    if (!chosen) throw new DomainError('rule', 'mediation.no_mediator_here');
    const parties = await partiesOf(tx, row.id);
    const phones = parties.flatMap((party) => party.phone ?? []);
    const persons = [...parties.flatMap((party) => party.personId ?? []), ...(await personsByPhone(tx, phones))];
    const kin = await kinOf(tx, chosen);
    if (persons.some((id) => id === chosen.personId || kin.has(id))) {
      throw new DomainError('rule', 'mediation.conflict');
    }
    const kind = chosen.isElder ? input.kind : 'committee';
    // Who mediates goes on until everybody has agreed to another; naming them again takes the other's proposal back.
    const sits = row.status !== 'applied' && row.mediatorId === chosen.personId;
    await clearParties(tx, row.id, 'agreedProposedAt');
    return move(tx, row, permit, {
      set: sits
        ? { proposedMediatorId: null, proposedKind: null }
        : { proposedMediatorId: chosen.personId, proposedKind: kind },
      data: { mediator: chosen.personId, kind },
      actor: ctx.actor,
      at: now,
    });
  });
}
