import { assembleJobs } from './plan-assemble';
import type { Draft } from './plan-draft';
import { draftOf, planPeople } from './plan-drafts';
import { decideFates } from './plan-fates';
import { handsOf } from './plan-hands';
import type { PlannedOrder } from './plan-order';
import { pinnedOrders } from './plan-pinned';
import { quotas } from './plan-quota';
import { lifeOf } from './plan-steps';
import { markUnnamed } from './plan-unnamed';
import { withTypo, wordPicker } from './plan-words';
import type { Serials } from './plan-writer';
import { type Random, seededRandom } from './random';

export { openOrders } from './plan-open';

/**
 * The 440 orders of the history, 2023-07-01 … 2024-01-12, each with its whole life, in the order of submission. Pure:
 * the same seed gives the same plan. All of it is over before 2024-01-15 08:00.
 * @throws RangeError when the quotas cannot be met, which is a mistake in the tables and not in the seed
 */
export function planDemoOrders({ seed }: { seed: number }): PlannedOrder[] {
  const random = seededRandom(seed);
  const people = planPeople(random.fork('people'));
  const words = wordPicker(random.fork('words'));
  const drafting = random.fork('drafts');
  let alerts = 0;
  const drafts = assembleJobs(random.fork('jobs'), pinnedOrders).map((job, index) => {
    const nth = job.channel === 'power' ? alerts++ : 0;
    return draftOf(job, `h-${String(index + 1).padStart(3, '0')}`, nth, people, words, drafting);
  });
  drafts.sort((a, b) => a.order.submittedAt - b.order.submittedAt);
  decideFates(drafts, random.fork('fates'));
  addTypos(drafts, random.fork('typos'));
  // After the slips: what the program suggests is read from the words as they are sent.
  markUnnamed(drafts, random.fork('unnamed'));
  const hands = handsOf(people.known.volunteers, words, random.fork('hands'));
  const tools = { words, hands, serials: serialNumbers() };
  return drafts.map((draft) => lifeOf(draft, tools, random.fork(`life/${draft.key}`)));
}

/** 001 is taken by the two stories of the source. */
function serialNumbers(): Serials {
  const last = new Map<string, number>();
  return {
    next(item, year) {
      // The studio numbers its sheets through, whatever the dispute is about.
      const key = item.startsWith('11') ? `${year}/11` : `${year}/${item}`;
      const number = (last.get(key) ?? (['0603', '0803'].includes(item) && year === 2023 ? 1 : 0)) + 1;
      last.set(key, number);
      return number;
    },
  };
}

/** Residents slip on the keyboard; what staff notes is read over once more. */
function addTypos(drafts: readonly Draft[], random: Random): void {
  const typed = drafts.filter(
    (d) => ['web', 'chat', 'representative'].includes(d.channel) && !d.story && d.item.code !== '1303',
  );
  let left: number = quotas.typos;
  for (const draft of random.shuffle(typed)) {
    if (left === 0) return;
    const words = withTypo(draft.order.words, random);
    if (!words || words === draft.order.words) continue;
    draft.order = { ...draft.order, words, typo: true };
    left--;
  }
}
