import type { Context } from '@/lib/kernel/context';
import { removeOldSessions } from '../store';

const keptMs = 180 * 24 * 3_600_000;

/** Forgets sessions that ended over 180 days ago; the audit rows stay. @returns how many; the worker calls it */
export const sweepSessions = (ctx: Context): Promise<number> =>
  ctx.transaction((tx) => removeOldSessions(tx, Date.now() - keptMs));
