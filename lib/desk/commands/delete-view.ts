import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { deleteViewInput } from '../input';
import { deskPerson } from '../policy';
import { removeView } from '../store';

/** The view is a name for an address: no order is touched. @throws not_found `desk.view_unknown`, also for somebody else's */
export async function deleteView(ctx: Context, raw: z.input<typeof deleteViewInput>): Promise<{ id: string }> {
  const { personId } = deskPerson(ctx.actor);
  const { id } = parse(deleteViewInput, raw);
  await ctx.transaction((tx) => removeView(tx, id, personId));
  return { id };
}
