import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { saveViewInput, viewLimits } from '../input';
import { deskPerson } from '../policy';
import { insertView } from '../store';

/**
 * 存为视图: keeps how the queue is narrowed and sorted now, under a name.
 * @throws rule `desk.views_full`, conflict `desk.view_name_taken`
 */
export async function saveView(ctx: Context, raw: z.input<typeof saveViewInput>): Promise<{ id: string }> {
  const { personId } = deskPerson(ctx.actor);
  const { name, filter } = parse(saveViewInput, raw);
  return ctx.transaction(async (tx) => {
    const row = { id: newId(), personId, name, filter, createdAt: ctx.now() };
    const { id } = await insertView(tx, row, viewLimits.perPerson);
    return { id };
  });
}
