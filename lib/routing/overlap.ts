import { workingPeriods } from '@/lib/calendar/working-time';
import { channels } from '@/lib/kernel/channels';
import type { RuleConditions, RuleEffect } from './input';
import { isWithin, minuteOf } from './match';

/** All that a condition could name, so that "every item but these" can be told from "every item". */
export interface RuleWorld {
  /** item → its category */
  items: ReadonlyMap<string, string>;
  cells: readonly string[];
}

export interface Compared {
  id: string;
  conditions: RuleConditions;
  effect: RuleEffect;
}

/** What a list says of one rule beside the others; `by` is the other rule. */
export type Finding =
  /** Nothing can be like this: the time of day lies outside of the working hours that are asked for. */
  | { kind: 'never' }
  /** An earlier rule takes everything that this one could. */
  | { kind: 'dead'; by: string }
  /** Both can hold and they lead elsewhere; the earlier one wins. `exception`: it lies wholly inside the later one. */
  | { kind: 'conflict'; by: string; exception: boolean };

const dayMinutes = 24 * 60;
const isWorkingMinute = (minute: number) => workingPeriods.some(({ from, to }) => minute >= from && minute < to);

/**
 * The moments of a day as minutes, twice: of a day that is worked, in working hours; and outside of them. A holiday makes
 * any minute one outside; a Saturday that is worked makes any weekday one inside, so weekdays are a question of their own.
 */
function momentsOf({ from, to, worked }: RuleConditions): Set<number> {
  const moments = new Set<number>();
  for (let minute = 0; minute < dayMinutes; minute++) {
    if (from !== undefined && to !== undefined && !isWithin(minute, minuteOf(from), minuteOf(to))) continue;
    if (worked !== 'off' && isWorkingMinute(minute)) moments.add(minute);
    if (worked !== 'working') moments.add(dayMinutes + minute);
  }
  return moments;
}

interface Space {
  sets: ReadonlySet<string | number>[];
  words: readonly string[];
}

const orAll = <T>(said: readonly T[], all: readonly T[]): Set<T> => new Set(said.length > 0 ? said : all);

function spaceOf(conditions: RuleConditions, world: RuleWorld): Space {
  const { items, categories } = conditions;
  const asksItem = items.length + categories.length > 0;
  const found = [...world.items].filter(([item, category]) => items.includes(item) || categories.includes(category));
  return {
    sets: [
      new Set(asksItem ? found.map(([item]) => item) : world.items.keys()),
      orAll(conditions.cells, world.cells),
      momentsOf(conditions),
      orAll(conditions.weekdays, [1, 2, 3, 4, 5, 6, 7]),
      orAll<string>(conditions.channels, channels),
      orAll<string>(conditions.urgencies, ['U1', 'U2', 'U3', 'U4']),
    ],
    words: conditions.words.map((word) => word.normalize('NFKC').toLowerCase()),
  };
}

const isEmpty = (space: Space) => space.sets.some((set) => set.size === 0);
const isPart = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) => [...a].every((one) => b.has(one));
const meets = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) => [...a].some((one) => b.has(one));

/** A text with one of `a` has always one of `b`: each word of `a` holds one of `b` inside it. No words ask nothing. */
const wordsWithin = (a: readonly string[], b: readonly string[]) =>
  b.length === 0 || (a.length > 0 && a.every((one) => b.some((other) => one.includes(other))));

const within = (a: Space, b: Space) =>
  a.sets.every((set, i) => isPart(set, b.sets[i] ?? new Set())) && wordsWithin(a.words, b.words);

// A report may hold any words beside each other, so words never keep two rules apart.
const overlaps = (a: Space, b: Space) => a.sets.every((set, i) => meets(set, b.sets[i] ?? new Set()));

const leadsAlike = (a: RuleEffect, b: RuleEffect) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Dead and conflicting rules of a list in its order, those that are switched off left out by the caller. Decided on the
 * closed conditions alone: one earlier rule has to take all of a later one; several together are not looked at.
 */
export function findingsOf(rules: readonly Compared[], world: RuleWorld): Map<string, Finding[]> {
  const spaces = rules.map((rule) => spaceOf(rule.conditions, world));
  const found = new Map<string, Finding[]>(rules.map((rule) => [rule.id, []]));
  const note = (id: string, finding: Finding) => void found.get(id)?.push(finding);
  for (const [i, rule] of rules.entries()) {
    const own = spaces[i];
    if (!own) continue;
    if (isEmpty(own)) {
      note(rule.id, { kind: 'never' });
      continue;
    }
    for (const [k, earlier] of rules.slice(0, i).entries()) {
      const before = spaces[k];
      if (!before || isEmpty(before)) continue;
      if (within(own, before)) {
        note(rule.id, { kind: 'dead', by: earlier.id });
        continue;
      }
      if (leadsAlike(rule.effect, earlier.effect) || !overlaps(own, before)) continue;
      const exception = within(before, own);
      note(rule.id, { kind: 'conflict', by: earlier.id, exception });
      note(earlier.id, { kind: 'conflict', by: rule.id, exception });
    }
  }
  return found;
}
