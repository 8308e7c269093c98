import { planPeople } from './plan-drafts';
import { deckRows, ratingRows, verifyRows } from './plan-open-close';
import { deskRows, offerRows } from './plan-open-desk';
import { openKit, openOrder } from './plan-open-script';
import { signRows, workRows } from './plan-open-work';
import type { PlannedOrder } from './plan-order';
import { wordPicker } from './plan-words';
import { seededRandom } from './random';

/**
 * The orders that are open when the demo begins, so that each screen has something to do: every state, and in each the
 * situations that look different. All steps carry their own time, told backwards from `now`. Pure.
 * @param now epoch milliseconds; Monday 2024-01-15 08:20 unless the demo runs on the real clock
 */
export function openOrders({ seed, now }: { seed: number; now: number }): PlannedOrder[] {
  const random = seededRandom(seed);
  const people = planPeople(random.fork('people'));
  const kit = openKit(now, people, wordPicker(random.fork('open/words')), random.fork('open'));
  const rows = [deskRows, offerRows, signRows, workRows, verifyRows, ratingRows, deckRows].flatMap((part) => part(kit));
  return rows.map((row, index) => openOrder(kit, row, index));
}
