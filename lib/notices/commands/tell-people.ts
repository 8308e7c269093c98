import type { Context } from '@/lib/kernel/context';
import { addNotices } from '../store';

/** Writes one line into the inboxes of these people; a repeat of `dedupe` makes none. `code` leads to the case. */
export async function tellPeople(
  ctx: Context,
  notice: { personIds: readonly string[]; kind: string; code: string; dedupe: string; at: number },
): Promise<void> {
  const { personIds, code, ...line } = notice;
  await ctx.transaction((tx) => addNotices(tx, personIds, { ...line, orderCode: code }));
}
