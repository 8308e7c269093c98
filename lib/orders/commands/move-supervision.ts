import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { act } from '../act';
import { askAgain, goUp } from '../issuing';
import { nextRung } from '../ladder';
import { ladderStaff } from '../queries/ladder-staff';
import { supervisionNotice } from '../tables';
import type { OrderSummary } from '../view';

/**
 * A notice that nobody answered by its time, or whose owner lives no more, goes up one step; one whose day to look again
 * has come is due anew (M10). Whoever comes second finds it moved.
 * @throws conflict `supervision.moved_on`
 */
export async function moveSupervision(ctx: Context, input: { id: string; code: string }): Promise<OrderSummary> {
  return act(ctx, 'supervise', { code: input.code }, async (on) => {
    const { tx, order, now } = on;
    const [seen] = await tx.select().from(supervisionNotice).where(eq(supervisionNotice.id, input.id));
    if (!seen || seen.endedAt !== null) throw new DomainError('conflict', 'supervision.moved_on');
    if (seen.repliedAt !== null) {
      if (seen.checkAt === null || seen.checkAt > now) throw new DomainError('conflict', 'supervision.moved_on');
      return askAgain(on, seen);
    }
    const staff = await ladderStaff({ db: tx, now: ctx.now }, order);
    const lives = Object.values(staff).some((step) => step.some(({ personId }) => personId === seen.ownerId));
    if (lives && seen.replyBy >= now) throw new DomainError('conflict', 'supervision.moved_on');
    const rung = nextRung(order.status, seen.step, staff, !lives);
    // Nobody lived on any step, and nobody does now: it stays as it is until its time comes.
    if (!rung && !lives && seen.replyBy >= now) throw new DomainError('conflict', 'supervision.moved_on');
    return goUp(on, seen, rung, staff);
  });
}
