import type { z } from 'zod';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { lastDayOfTerm } from '@/lib/calendar/working-calendar';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { agreementsOf, partiesOf } from '../facts';
import { sealInput } from '../input';
import { pastDay } from '../said';
import { confirmDays } from '../status';
import { move, sealAgreementOf } from '../store';
import type { MediationSummary } from '../view';

/**
 * The mediator signed and the committee sealed: the agreement takes effect (29), and from that day the thirty days of
 * 司法确认 run (33). Of an oral one the day is that on which it was reached (30).
 * @throws rule a signature is missing · rule the day lies before the last signature
 */
export async function sealAgreement(ctx: Context, raw: z.input<typeof sealInput>): Promise<MediationSummary> {
  const input = parse(sealInput, raw);
  return act(ctx, 'seal', input, async ({ tx, row, permit, now }) => {
    const [agreement] = await agreementsOf(tx, row.id);
    if (!agreement) throw new Error('a step without its agreement');
    if (!agreement.oral && !input.mediatorSigned) throw new DomainError('rule', 'mediation.mediator_unsigned');
    const signed = (await partiesOf(tx, row.id)).flatMap((party) => party.signedAt ?? []);
    const earliest = shanghaiDate(agreement.oral ? row.openedAt : Math.max(...signed));
    const on = pastDay(input.on, now, earliest);
    const confirmUntil = lastDayOfTerm(on, confirmDays, await loadWorkingCalendar(tx));
    await sealAgreementOf(tx, { mediationId: row.id, version: agreement.version }, input.sealNo);
    return move(tx, row, permit, {
      to: 'settled',
      set: { settledOn: on, confirmUntil, endedAt: now },
      data: { version: agreement.version, on, confirmUntil },
      actor: ctx.actor,
      at: now,
    });
  });
}
