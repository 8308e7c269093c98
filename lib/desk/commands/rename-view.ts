import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError, isUniqueViolation } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { renameViewInput } from '../input';
import { deskPerson } from '../policy';
import { nameView } from '../store';

/** @throws not_found `desk.view_unknown`, also for somebody else's; conflict `desk.view_name_taken` */
export async function renameView(ctx: Context, raw: z.input<typeof renameViewInput>): Promise<{ id: string }> {
  const { personId } = deskPerson(ctx.actor);
  const { id, name } = parse(renameViewInput, raw);
  try {
    await ctx.transaction((tx) => nameView(tx, id, personId, name));
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('conflict', 'desk.view_name_taken');
    throw error;
  }
  return { id };
}
