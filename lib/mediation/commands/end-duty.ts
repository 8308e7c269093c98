import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { dateOfDay, dayOfDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { dutyEndInput } from '../input';
import { mayOpen } from '../policy';
import { endDutyOn } from '../store';
import { legalDuty } from '../tables';

/**
 * Ends an entry of the legal duty roster: from the day after `on` nobody is asked any more. What was asked stays with its
 * case under the same name.
 * @throws not_found no such entry here · forbidden only the secretary does · rule a day before the entry began · conflict it
 *   ends by then already
 */
export async function endDuty(
  ctx: Context,
  raw: z.input<typeof dutyEndInput>,
): Promise<{ id: string; validTo: string }> {
  const input = parse(dutyEndInput, raw);
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'mediation.duty_end', key: input.clientId, input }, async () => {
      const [entry] = await tx.select().from(legalDuty).where(eq(legalDuty.id, input.id));
      if (!entry) throw new DomainError('not_found', 'mediation.duty_unknown');
      if (!mayOpen(ctx.actor, entry.communityCode)) throw new DomainError('forbidden', 'mediation.only_secretary');
      if (input.on < dateOfDay(dayOfDate(entry.validFrom) - 1)) {
        throw new DomainError('rule', 'mediation.duty_before', { params: { from: entry.validFrom } });
      }
      if (!(await endDutyOn(tx, entry.id, input.on))) throw new DomainError('conflict', 'mediation.duty_over');
      return { id: entry.id, validTo: input.on };
    }),
  );
}
