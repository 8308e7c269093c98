import type { Context } from '@/lib/kernel/context';
import { removeExpired } from '../store';

/** Forgets every draft that is over; the worker calls it. @returns how many, and the photos that they named */
export const sweepDrafts = (ctx: Context): Promise<{ count: number; photoIds: string[] }> =>
  ctx.transaction((tx) => removeExpired(tx, Date.now()));
