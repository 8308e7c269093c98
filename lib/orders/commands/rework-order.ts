import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { addClock } from '../clock-store';
import { limitsOf, shiftForLay } from '../clocks';
import { takeQuota } from '../counter-store';
import { reworkInput } from '../input';
import { verifyingOrg } from '../policy';
import { claimQuotaKey } from '../quota';
import { addNote, addParts } from '../store';
import type { OrderSummary } from '../view';

/** 验单退回: the finish moves by exactly the time the order lay with the verifiers, on the limit's own clock (3.1.2). */
export async function reworkOrder(ctx: Context, raw: z.input<typeof reworkInput>): Promise<OrderSummary> {
  const input = parse(reworkInput, raw);
  return act(ctx, 'rework', input, async ({ tx, order, now, calendar }) => {
    if (ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.not_for_you.rework');
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.words,
      at: now,
    });
    await addParts(tx, order.id, 'verified', [ctx.actor.personId], now);
    const { finish } = limitsOf(await getItem(tx, order.itemCode), order.urgency);
    const lay = { from: order.evidenceAt ?? now, to: now };
    const due = shiftForLay(order.finishBy ?? now, finish, order.urgency, lay, await calendar());
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'finish',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    // The volunteer holds it again, also as a fourth: the work was theirs already.
    if (order.holderKind === 'volunteer' && order.assigneePerson) {
      await takeQuota(tx, claimQuotaKey(order.assigneePerson));
    }
    const count = order.reworkCount + 1;
    return {
      to: 'in_progress',
      set: { reworkCount: count, outcome: null, finishBy: due.at, verifyBy: null, dueAt: due.at },
      data: { reason: input.reason, note, count, finishBy: due.at, org: verifyingOrg(ctx.actor) },
    };
  });
}
