import type { Reader } from '@/lib/kernel/context';
import { getItem, type ItemRow } from '@/lib/taxonomy/queries/get-item';
import { suggestItem, type WordsSaid } from '@/lib/taxonomy/queries/suggest-item';
import { unnamedItem } from '@/lib/taxonomy/suggest';
import { limitsOf } from './clocks';
import type { Channel, Urgency } from './status';

/** What an order is taken for: its item, its urgency, and what was chosen where that could not be taken. */
export interface TakenAs {
  item: ItemRow;
  urgency: Urgency;
  /** The item that a resident chose, where it is a shift, whose hours are set at the desk. */
  wished: string | null;
  said: WordsSaid;
}

/**
 * Item and urgency of a report. Words of danger make it U1 whatever the item says (3.9). The limit of a shift is its
 * hours (3.2), which a resident cannot know: what they send without hours is taken as a suggestion, and the desk makes
 * the shift of it. Who types for others is asked for the hours instead.
 * @throws invalid `item.unknown`
 */
export async function takenAs(
  db: Reader,
  input: { words: string; item?: string; channel: Channel; shiftEndsAt?: number },
): Promise<TakenAs> {
  const said = await suggestItem(db, input.words);
  const best = input.shiftEndsAt === undefined ? said.chosen : (said.items[0]?.code ?? said.chosen);
  const chosen = await getItem(db, input.item ?? best);
  const urgencyOf = (item: ItemRow): Urgency => (said.emergencies.some(({ sure }) => sure) ? 'U1' : item.urgency);
  const isShift = limitsOf(chosen, urgencyOf(chosen)).finish.unit === 'shift_end';
  if (!isShift || input.channel !== 'web' || input.shiftEndsAt !== undefined) {
    return { item: chosen, urgency: urgencyOf(chosen), wished: null, said };
  }
  const item = await getItem(db, unnamedItem);
  return { item, urgency: urgencyOf(item), wished: chosen.code, said };
}
