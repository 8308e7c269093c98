import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { dutyInput } from '../input';
import { mayOpen } from '../policy';
import { addDuty } from '../store';

/** Writes who of 三官一律 can be asked, from which day to which (M19). @throws forbidden only the secretary does */
export async function enterDuty(ctx: Context, raw: z.input<typeof dutyInput>): Promise<{ id: string }> {
  const input = parse(dutyInput, raw);
  if (!mayOpen(ctx.actor, input.community)) throw new DomainError('forbidden', 'mediation.only_secretary');
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'mediation.duty', key: input.clientId, input }, async () => {
      const id = newId();
      await addDuty(tx, {
        id,
        communityCode: input.community,
        kind: input.kind,
        name: input.name,
        office: input.office,
        phone: input.phone ?? null,
        personId: null,
        validFrom: input.validFrom,
        validTo: input.validTo ?? null,
      });
      return { id };
    }),
  );
}
