import type { Context } from '@/lib/kernel/context';
import { removeExpired } from '../store';

/** Forgets every draft that is over. @returns how many; the worker calls it */
export const sweepDrafts = (ctx: Context): Promise<number> => ctx.transaction((tx) => removeExpired(tx, Date.now()));
