import { promise as promiseOf } from '@/lib/calendar/promise';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import type { Context } from '@/lib/kernel/context';
import { getItem, type ItemRow } from '@/lib/taxonomy/queries/get-item';
import type { WordsSaid } from '@/lib/taxonomy/queries/suggest-item';
import { limitsOf } from '../clocks';
import type { Channel, Urgency } from '../status';
import { takenAs } from '../taken-as';

export interface OrderPreview {
  /** Best first, with the words that spoke for it. */
  suggestions: { item: ItemRow; because: string[] }[];
  /** The item that the order would get, and its urgency: U1 whenever the words speak of danger (3.9). */
  item: ItemRow;
  urgency: Urgency;
  emergencies: WordsSaid['emergencies'];
  /** What the resident would be promised now, epoch milliseconds; null for a shift whose hours are not known yet. */
  promise: { acceptBy: number; finishBy: number } | null;
}

/** What `submit` would make of these words in that channel now; nothing is written. @throws invalid `item.unknown` */
export async function previewOrder(
  ctx: Context,
  input: { words: string; item?: string; channel: Channel },
): Promise<OrderPreview> {
  const { item, urgency, said: found } = await takenAs(ctx.db, input);
  const suggestions = [];
  for (const { code, because } of found.items) suggestions.push({ item: await getItem(ctx.db, code), because });
  const limits = limitsOf(item, urgency);
  const shift = { shiftStartsAt: null, shiftEndsAt: null };
  const promised =
    limits.finish.unit === 'shift_end'
      ? null
      : promiseOf(limits, urgency, ctx.now(), await loadWorkingCalendar(ctx.db), shift);
  return {
    suggestions,
    item,
    urgency,
    emergencies: found.emergencies,
    promise: promised && { acceptBy: promised.acceptBy, finishBy: promised.finishBy },
  };
}
