import { dayNumber, shanghaiTime, weekdayOfDay } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import { workingPeriods } from '@/lib/calendar/working-time';
import type { RuleConditions, RuleEffect } from './input';

/** One line of why a rule hit or cannot: a message key below `routing` and its values. */
export interface RouteLine {
  key: string;
  params: Record<string, string | number>;
}

/** Of an order, what rules ask for. `at` is the moment of the report. */
export interface RouteFacts {
  item: string;
  category: string;
  cell: string;
  at: number;
  words: string;
  channel: string;
  urgency: string;
}

/** A rule that is asked, and what is wrong with it: a rule that is broken never hits, and is never silently passed over. */
export interface AskedRule {
  id: string;
  version: number;
  name: string;
  conditions: RuleConditions;
  effect: RuleEffect;
  faults: RuleFault[];
}

/** Something that a rule names and that is no longer there. `part` is the condition, or `target`. */
export interface RuleFault extends RouteLine {
  part: 'items' | 'categories' | 'cells' | 'target';
}

export interface Verdict {
  hit: { rule: AskedRule; reasons: RouteLine[] } | null;
  /** Rules that came before it, would have spoken, and are broken. */
  broken: AskedRule[];
}

const because = (key: string, params: RouteLine['params'] = {}): RouteLine => ({
  key: `routing.because.${key}`,
  params,
});

export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A time of day, `to` not included; over midnight where `from` is the later. */
export const isWithin = (minute: number, from: number, to: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

/** 1 = Monday … 7 = Sunday, as the conditions count. */
const weekdayAt = (at: number): number => weekdayOfDay(dayNumber(at)) || 7;

/** Whether a moment lies in the working hours of a workday (3.2). */
export function isWorkingAt(at: number, cal: WorkingCalendar): boolean {
  const date = new Date(dayNumber(at) * 86_400_000).toISOString().slice(0, 10);
  const minute = minuteOf(shanghaiTime(at));
  return cal.isWorkday(date) && workingPeriods.some(({ from, to }) => minute >= from && minute < to);
}

const sameText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The first of the words that stands in the text, width and case of letters aside. */
export const wordIn = (words: readonly string[], text: string): string | undefined =>
  words.find((word) => sameText(text).includes(sameText(word)));

type Part = Exclude<keyof RuleConditions, 'from' | 'to' | 'categories'> | 'clock';

/** Each condition by itself: a line of why it holds, null where it asks nothing, false where it does not hold. */
const parts: Record<Part, (c: RuleConditions, f: RouteFacts, cal: WorkingCalendar) => RouteLine | null | false> = {
  // An item and a category are one question: what the order is about.
  items: (c, f) => {
    if (c.items.length === 0 && c.categories.length === 0) return null;
    if (c.items.includes(f.item)) return because('item', { code: f.item });
    return c.categories.includes(f.category) ? because('category', { code: f.category }) : false;
  },
  cells: (c, f) => (c.cells.length === 0 ? null : c.cells.includes(f.cell) && because('cell', { code: f.cell })),
  clock: (c, f) => {
    if (c.from === undefined || c.to === undefined) return null;
    const time = shanghaiTime(f.at);
    return (
      isWithin(minuteOf(time), minuteOf(c.from), minuteOf(c.to)) && because('time', { from: c.from, to: c.to, time })
    );
  },
  worked: (c, f, cal) =>
    c.worked === 'any' ? null : isWorkingAt(f.at, cal) === (c.worked === 'working') && because(c.worked),
  weekdays: (c, f) =>
    c.weekdays.length === 0
      ? null
      : c.weekdays.includes(weekdayAt(f.at)) && because('weekday', { day: weekdayAt(f.at) }),
  words: (c, f) => {
    if (c.words.length === 0) return null;
    const word = wordIn(c.words, f.words);
    return word !== undefined && because('word', { word });
  },
  channels: (c, f) =>
    c.channels.length === 0
      ? null
      : c.channels.some((one) => one === f.channel) && because('channel', { code: f.channel }),
  urgencies: (c, f) =>
    c.urgencies.length === 0
      ? null
      : c.urgencies.some((one) => one === f.urgency) && because('urgency', { code: f.urgency }),
};

/**
 * Why a rule hits, condition by condition; null when it does not. A rule that asks nothing hits everything and says so.
 * @param without conditions that are taken to hold, because what they name is gone
 */
export function reasonsOf(
  conditions: RuleConditions,
  facts: RouteFacts,
  cal: WorkingCalendar,
  without: readonly string[] = [],
): RouteLine[] | null {
  const lines: RouteLine[] = [];
  for (const [part, holds] of Object.entries(parts)) {
    if (without.includes(part)) continue;
    const line = holds(conditions, facts, cal);
    if (line === false) return null;
    if (line) lines.push(line);
  }
  return lines.length > 0 ? lines : [because('everything')];
}

/** Asks the rules in their order: the first that holds and is whole hits; broken ones before it are named. */
export function judge(rules: readonly AskedRule[], facts: RouteFacts, cal: WorkingCalendar): Verdict {
  const broken: AskedRule[] = [];
  for (const rule of rules) {
    const gone = rule.faults.map(({ part }) => (part === 'categories' ? 'items' : part));
    const reasons = reasonsOf(rule.conditions, facts, cal, gone);
    if (!reasons) continue;
    if (rule.faults.length === 0) return { hit: { rule, reasons }, broken };
    broken.push(rule);
  }
  return { hit: null, broken };
}
