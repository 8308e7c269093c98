import type { DistanceBand } from '@/lib/places/distance-band';

/** Why somebody stands in the list, and what is to know of them; each is a message key below `candidate`. */
export type CandidateReason =
  | 'rule'
  | 'route_first'
  | 'route_or'
  | 'route_with'
  | 'route_then'
  | 'group'
  | 'cell_own'
  | 'cell_beside'
  | 'distance_under_200m'
  | 'distance_from_200m'
  | 'distance_from_500m'
  | 'distance_over_1km'
  | 'handled_before'
  | 'returned_before';

export type CandidateTarget = { unit: string } | { person: string };

/** One who could take an order, as far as the ranking looks. */
export interface CandidateFacts {
  handler: CandidateTarget;
  name: { zh: string; en: string };
  group: string | null;
  /** Named by the rule that hit, or by the default table and as what. */
  named: ('rule' | 'route_first' | 'route_or' | 'route_with' | 'route_then')[];
  /** Its group is one that the item is handled by: the skill of a unit. */
  ofGroup: boolean;
  /** Works in the order's cell, or in one beside it. */
  near: 'own' | 'beside' | null;
  distance: DistanceBand | null;
  /** Orders that they hold now. */
  load: number;
  /** Orders of this item that they sent back in the last 90 days. */
  returns: number;
  handledBefore: boolean;
  preselected: boolean;
}

export interface Candidate {
  handler: CandidateTarget;
  name: { zh: string; en: string };
  group: string | null;
  load: number;
  returns: number;
  distance: DistanceBand | null;
  reasons: CandidateReason[];
  preselected: boolean;
}

/** What each fact is worth; what a rule or the table says outweighs everything that is only counted. */
const worth = {
  rule: 100,
  route_first: 60,
  route_or: 50,
  route_with: 40,
  route_then: 30,
  group: 15,
  own: 20,
  beside: 10,
  under_200m: 6,
  from_200m: 4,
  from_500m: 2,
  over_1km: 0,
} as const;
const mostLoad = 10;
const perReturn = 8;
const mostReturns = 24;
const before = 12;

/** Higher is better: named, near and of the group counts for somebody; a full hand and what they sent back against. */
export function scoreOf(facts: CandidateFacts): number {
  const named = Math.max(0, ...facts.named.map((one) => worth[one]));
  return (
    named +
    (facts.ofGroup ? worth.group : 0) +
    (facts.near ? worth[facts.near] : 0) +
    (facts.distance ? worth[facts.distance] : 0) -
    Math.min(mostLoad, facts.load) -
    Math.min(mostReturns, facts.returns * perReturn) -
    (facts.handledBefore ? before : 0)
  );
}

const keyOf = ({ handler }: CandidateFacts) =>
  'unit' in handler ? `unit:${handler.unit}` : `person:${handler.person}`;

const reasonsOf = (facts: CandidateFacts): CandidateReason[] => [
  ...facts.named,
  ...(facts.ofGroup ? (['group'] as const) : []),
  ...(facts.near ? ([`cell_${facts.near}`] as const) : []),
  ...(facts.distance ? ([`distance_${facts.distance}`] as const) : []),
  ...(facts.handledBefore ? (['handled_before'] as const) : []),
  ...(facts.returns > 0 ? (['returned_before'] as const) : []),
];

/** The best first; whom a rule or the table proposes stands at the top. Of equals the order is that of their codes. */
export function rankCandidates(list: readonly CandidateFacts[]): Candidate[] {
  const sorted = list
    .map((facts) => ({ facts, score: scoreOf(facts), key: keyOf(facts) }))
    .sort(
      (a, b) =>
        Number(b.facts.preselected) - Number(a.facts.preselected) || b.score - a.score || (a.key < b.key ? -1 : 1),
    );
  return sorted.map(({ facts }) => {
    const { handler, name, group, load, returns, distance, preselected } = facts;
    return { handler, name, group, load, returns, distance, reasons: reasonsOf(facts), preselected };
  });
}
