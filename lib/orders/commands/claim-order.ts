import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { takeQuota } from '../counter-store';
import { endOffer } from '../hold-store';
import { plainActionInput } from '../input';
import { claimLimit, claimQuotaKey, refuseCooling } from '../quota';
import { addParts } from '../store';
import type { OrderSummary } from '../view';

/** 接单 by a volunteer: the first wins by one guarded update; three open claims at most, none in the day after two late releases (3.11). */
export async function claimOrder(ctx: Context, raw: z.input<typeof plainActionInput>): Promise<OrderSummary> {
  const input = parse(plainActionInput, raw);
  return act(ctx, 'claim', input, async ({ tx, order, now }) => {
    if (ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.not_for_you.claim');
    const { personId } = ctx.actor;
    await refuseCooling(tx, personId, now);
    if (!(await takeQuota(tx, claimQuotaKey(personId), claimLimit))) {
      throw new DomainError('rule', 'order.claim_limit', { params: { limit: claimLimit } });
    }
    await endOffer(tx, order.id, 'claim', now);
    await addParts(tx, order.id, 'handled', [personId], now);
    return {
      to: 'in_progress',
      set: {
        assigneePerson: personId,
        assigneeUnit: null,
        holderKind: 'volunteer',
        acceptedAt: now,
        dueAt: order.finishBy ?? order.dueAt,
      },
      data: { offer: order.offerId ?? '' },
    };
  });
}
