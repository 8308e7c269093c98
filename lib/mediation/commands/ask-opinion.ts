import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { namedIn, numberIn } from '@/lib/casework/public-words';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { isValidOn } from '@/lib/people/policy';
import { act } from '../act';
import { partiesOf } from '../facts';
import { askInput } from '../input';
import { addOpinion, move } from '../store';
import { legalDuty } from '../tables';
import type { MediationSummary } from '../view';

/**
 * Asks somebody of the legal duty roster (M19). They learn the question and not the parties.
 * @throws rule who is asked is not on duty today · rule a party's name or phone stands in the question
 */
export async function askOpinion(ctx: Context, raw: z.input<typeof askInput>): Promise<MediationSummary> {
  const input = parse(askInput, raw);
  return act(ctx, 'ask_opinion', input, async ({ tx, row, permit, now }) => {
    const [duty] = await tx.select().from(legalDuty).where(eq(legalDuty.id, input.duty));
    if (!duty || duty.communityCode !== row.communityCode || !isValidOn(duty, shanghaiDate(now))) {
      throw new DomainError('rule', 'mediation.not_on_duty');
    }
    const parties = await partiesOf(tx, row.id);
    const told = parties.flatMap((party) => [party.name, party.phone ?? '']);
    if (namedIn(input.question, told) !== null || numberIn(input.question) !== null) {
      throw new DomainError('rule', 'mediation.names_in_question');
    }
    const id = newId();
    await addOpinion(tx, {
      id,
      mediationId: row.id,
      dutyId: duty.id,
      question: input.question,
      opinion: null,
      askedAt: now,
      answeredAt: null,
    });
    return move(tx, row, permit, { data: { opinion: id }, actor: ctx.actor, at: now });
  });
}
