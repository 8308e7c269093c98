import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { closable } from '../queries/concerned-by';
import { closeNoInfo } from './close-no-info';
import { closeUnrated } from './close-unrated';

/** Closes what the clock closes: rating windows and unanswered questions that are over. @returns how many */
export async function closeDueOrders(ctx: Context): Promise<number> {
  let closed = 0;
  let fault: unknown;
  for (const { code, status } of await closable(ctx)) {
    try {
      await (status === 'need_info' ? closeNoInfo(ctx, { code }) : closeUnrated(ctx, { code }));
      closed++;
    } catch (error) {
      // Somebody answered in the same moment, or another worker was first: the order is as it should be.
      // A fault is reported after the others had their turn: one broken order keeps none of them open.
      if (!isDomainError(error)) fault ??= error;
    }
  }
  if (fault) throw fault;
  return closed;
}
