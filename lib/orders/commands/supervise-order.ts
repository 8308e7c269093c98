import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { findHandler } from '@/lib/people/queries/find-handler';
import { act } from '../act';
import { issue } from '../issuing';
import type { Rung, Staff } from '../ladder';
import { ladderStaff } from '../queries/ladder-staff';
import { ladderSteps } from '../status';
import { superviseInput } from '../supervision-input';
import type { OrderSummary } from '../view';

const atField = (path: string, reason: string) =>
  new DomainError('invalid', reason, { issues: [{ path, reason, message: reason }] });

/** The step on which somebody stands, with nobody beside: a notice by a person names its owner. */
function rungOf(personId: string | null | undefined, staff: Staff): Rung | null {
  for (const step of ladderSteps) {
    const owner = staff[step].find((one) => one.personId === personId);
    if (owner && step !== 'admin') return { step, owner, beside: [] };
  }
  return null;
}

/**
 * 督办 by the street or a supervisor: a numbered notice to one named owner, who stands on this order's ladder today and
 * may see it. @throws invalid `supervision.owner_not_in_charge`, `supervision.reply_by_past`
 */
export async function superviseOrder(ctx: Context, raw: z.input<typeof superviseInput>): Promise<OrderSummary> {
  const input = parse(superviseInput, raw);
  return act(ctx, 'supervise', input, async (on) => {
    const { tx, order, now } = on;
    if (input.replyBy <= now) throw atField('replyBy', 'supervision.reply_by_past');
    const staff = await ladderStaff({ db: tx, now: ctx.now }, order);
    const owner = await findHandler(tx, { person: input.owner }, shanghaiDate(now));
    const rung = rungOf(owner?.personId, staff);
    if (!rung?.owner.named) throw atField('owner', 'supervision.owner_not_in_charge');
    const { colour, words, replyBy } = input;
    return issue(ctx, on, staff, {
      ground: 'person',
      key: `person:${order.lastSeq + 1}`,
      colour,
      rung,
      words,
      replyBy,
    });
  });
}
