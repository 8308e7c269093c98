import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { resumable } from '../queries/concerned-by';
import { resumeOrder } from './resume-order';

/** Lets go on what was suspended until now. Safe to run again and in several processes. @returns how many */
export async function resumeDueOrders(ctx: Context): Promise<number> {
  let resumed = 0;
  let fault: unknown;
  for (const { code } of await resumable(ctx)) {
    try {
      await resumeOrder(ctx, { code });
      resumed++;
    } catch (error) {
      // Somebody resumed it by hand in the same moment. A fault is reported after the others had their turn.
      if (!isDomainError(error)) fault ??= error;
    }
  }
  if (fault) throw fault;
  return resumed;
}
