import type { Context } from '@/lib/kernel/context';
import { forgetOldKeys } from '../store';

/** Forgets keys that nobody will send again. @returns how many; the worker calls it */
export const forgetReplays = (ctx: Context): Promise<number> => ctx.transaction((tx) => forgetOldKeys(tx));
