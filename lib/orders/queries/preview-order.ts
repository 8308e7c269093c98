import { promise as promiseOf } from '@/lib/calendar/promise';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import type { Context } from '@/lib/kernel/context';
import { getItem, type ItemRow } from '@/lib/taxonomy/queries/get-item';
import { suggestItem } from '@/lib/taxonomy/queries/suggest-item';
import { limitsOf } from '../clocks';
import type { Urgency } from '../status';

export interface OrderPreview {
  /** Best first, with the words that spoke for it. */
  suggestions: { item: ItemRow; because: string[] }[];
  /** The item that the order would get, and its urgency: U1 whenever the words speak of danger (3.9). */
  item: ItemRow;
  urgency: Urgency;
  emergencies: { word: string; call: string }[];
  /** What the resident would be promised now, epoch milliseconds; null for a shift whose hours are not known yet. */
  promise: { acceptBy: number; finishBy: number } | null;
}

/** What `submit` would make of these words now; nothing is written. @throws invalid `item.unknown` */
export async function previewOrder(ctx: Context, input: { words: string; item?: string }): Promise<OrderPreview> {
  const found = await suggestItem(ctx.db, input.words);
  const suggestions = [];
  for (const { code, because } of found.items) suggestions.push({ item: await getItem(ctx.db, code), because });
  const item = await getItem(ctx.db, input.item ?? found.chosen);
  const urgency: Urgency = found.emergencies.length > 0 ? 'U1' : item.urgency;
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
