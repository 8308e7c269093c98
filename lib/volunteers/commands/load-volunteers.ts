import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { saveVolunteers } from '../store';

/** Registers volunteers, for seeds and imports; idempotent. */
export async function loadVolunteers(
  ctx: Context,
  rows: { personId: string; skills: string[]; adultFrom: string; registeredAt: number }[],
): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'volunteer.loader_only');
  await ctx.transaction((tx) => saveVolunteers(tx, rows));
}
