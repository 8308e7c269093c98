import type { Context } from '@/lib/kernel/context';
import { removeOldCodes } from '../code-store';
import { codeKeptMs } from '../login-codes';

/** Forgets one-time codes, and the numbers they went to, a day after their end. @returns how many; the worker calls it */
export const sweepLoginCodes = (ctx: Context): Promise<number> =>
  ctx.transaction((tx) => removeOldCodes(tx, Date.now() - codeKeptMs));
