import { minutesPerWorkday } from './working-time';

export const urgencies = ['U1', 'U2', 'U3', 'U4'] as const;
export type Urgency = (typeof urgencies)[number];

export type LimitUnit = 'min' | 'h' | 'wh' | 'wd' | 'shift_end';
export type LimitLabel = 'on_site' | 'safe' | 'seen_in_person' | 'first_look' | 'fix' | 'reply';
export type MilestoneKind = 'on_site' | 'safe' | 'seen_in_person' | 'first_look';

/** `n unit [label]` (3.2). `amount` is 0 for `shift_end`, whose time is the order's own. */
export interface Limit {
  amount: number;
  unit: LimitUnit;
  label?: LimitLabel;
  /** A point on the way, met by `arrive`; not the finish. */
  milestone: boolean;
}

/** What one taxonomy item promises. */
export interface ItemLimits {
  accept: Limit;
  milestone: (Limit & { label: MilestoneKind }) | null;
  finish: Limit;
  /** The milestone stands alone in the taxonomy (0703, 0901), so the finish is the default of 24 h. */
  finishIsDefault: boolean;
}

/** `wall`: minutes of the clock on the wall, day and night. `working`: minutes of working time only. */
export type ClockKind = 'wall' | 'working';

// A map, not an object: a label of `constructor` must not find one.
const labels: ReadonlyMap<string, LimitLabel> = new Map([
  ['on site', 'on_site'],
  ['safe', 'safe'],
  ['seen in person', 'seen_in_person'],
  ['first look', 'first_look'],
  ['fix', 'fix'],
  ['reply', 'reply'],
]);
const milestoneKinds: readonly string[] = ['on_site', 'safe', 'seen_in_person', 'first_look'] satisfies MilestoneKind[];
const minutesPer: Readonly<Record<string, number>> = { min: 1, h: 60, wh: 60, wd: minutesPerWorkday };
const finishOfLoneMilestone: Limit = { amount: 24, unit: 'h', label: 'fix', milestone: false };

const isMilestone = (limit: Limit): limit is Limit & { label: MilestoneKind } => limit.milestone;

function parsePart(part: string, whole: string): Limit {
  if (part === 'shift end') return { amount: 0, unit: 'shift_end', milestone: false };
  const match = /^([1-9]\d{0,3}) ?(min|h|wh|wd)(?: ([a-z ]+))?$/.exec(part);
  if (!match) throw new Error(`limit not understood: "${whole}"`);
  const limit: Limit = { amount: Number(match[1]), unit: match[2] as LimitUnit, milestone: false };
  if (match[3] === undefined) return limit;
  const label = labels.get(match[3]);
  if (!label) throw new Error(`limit not understood: "${whole}"`);
  return { ...limit, label, milestone: milestoneKinds.includes(label) };
}

/**
 * Reads the notation of the taxonomy: one limit, or two joined by `; `, which are a milestone and the finish.
 * @throws Error on anything else, so that a typing error stops the load and never becomes a due time.
 */
export function parseLimit(text: string): Limit[] {
  const parts = text.split('; ').map((part) => parsePart(part, text));
  const [first, second] = parts;
  const fits = parts.length === 1 || (parts.length === 2 && first?.milestone && second?.milestone === false);
  if (!fits) throw new Error(`limit not understood: "${text}"`);
  return parts;
}

/** The accept and finish column of one item together. @throws Error as `parseLimit`, and when accept is not one plain limit. */
export function parseItemLimits(acceptText: string, finishText: string): ItemLimits {
  const [accept, more] = parseLimit(acceptText);
  if (!accept || more || accept.label || accept.unit === 'shift_end') {
    throw new Error(`accept limit not understood: "${acceptText}"`);
  }
  const [first, second] = parseLimit(finishText);
  if (!first) throw new Error(`limit not understood: "${finishText}"`);
  if (!isMilestone(first)) return { accept, milestone: null, finish: first, finishIsDefault: false };
  return { accept, milestone: first, finish: second ?? finishOfLoneMilestone, finishIsDefault: !second };
}

/** Minutes of a limit on its own clock; 0 for `shift_end`. */
export const limitMinutes = (limit: Limit): number => limit.amount * (minutesPer[limit.unit] ?? 0);

/**
 * Which clock a limit runs on (3.2): `min` and `h` on the wall in U1 and U2 and on working time in U3 and U4;
 * `wh` and `wd` always on working time. A shift is a stretch of real hours, so its end is wall time.
 */
export function clockKindOf(limit: Limit, urgency: Urgency): ClockKind {
  if (limit.unit === 'wh' || limit.unit === 'wd') return 'working';
  if (limit.unit === 'shift_end') return 'wall';
  return urgency === 'U1' || urgency === 'U2' ? 'wall' : 'working';
}
