import type { Channel } from '@/lib/orders/status';
import { isDisputeItem, isPropertyItem, type PlanItem, planItems } from './plan-items';

/** What the history must add up to (5.1, 5.2); every figure is counted again by the tests. */
export const quotas = {
  orders: 440,
  property: 200,
  disputes: 26,
  withdrawn: 7,
  declined: 4,
  noInfo: 3,
  anonymous: 9,
  confidential: 4,
  typos: 22,
  returns: 22,
  reworkShare: 0.07,
  secondReworkShare: 0.008,
  reopened: 9,
  ratedShare: 0.64,
  stars: [
    [5, 71],
    [4, 17],
    [3, 7],
    [2, 3],
    [1, 2],
  ],
  solved: { no: 0.03, partly: 0.04 },
  lateAcceptShare: 0.04,
  lateFinishShare: 0.06,
  lateUrgentShare: 0.02,
} as const;

/** Channels of 坡里 in percent (5.1). */
export const channelMix: readonly (readonly [Channel, number])[] = [
  ['chat', 27],
  ['hall', 22],
  ['representative', 14],
  ['patrol', 15],
  ['web', 14],
  ['phone', 5],
  ['hotline', 2],
  ['power', 1],
];

/** Splits `total` by weights into whole numbers that add up to it; the earlier entry wins a tie. */
export function largestRemainder<T>(weights: readonly (readonly [T, number])[], total: number): [T, number][] {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  const shares = weights.map(([value, weight], index) => {
    const exact = (weight * total) / sum;
    return { value, count: Math.floor(exact), rest: exact - Math.floor(exact), index };
  });
  let left = total - shares.reduce((all, share) => all + share.count, 0);
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    share.count++;
    left--;
  }
  return shares.map(({ value, count }) => [value, count]);
}

/** As many of each item as its weight asks, at least one of every item that has a weight at all. */
function itemCounts(items: readonly PlanItem[], total: number): [string, number][] {
  const counts = largestRemainder(
    items.map((item) => [item.code, item.weight] as const),
    total,
  );
  for (const row of counts) {
    if (row[1] > 0 || !items.some((item) => item.code === row[0] && item.weight > 0)) continue;
    const largest = counts.reduce((best, other) => (other[1] > best[1] ? other : best));
    largest[1]--;
    row[1]++;
  }
  return counts;
}

/** The items of the history: 200 property, 26 disputes, the rest by weight. */
export function historyItems(): string[] {
  const property = planItems.filter((item) => isPropertyItem(item.code));
  const disputes = planItems.filter((item) => isDisputeItem(item.code));
  const others = planItems.filter((item) => !isPropertyItem(item.code) && !isDisputeItem(item.code));
  return [
    ...itemCounts(property, quotas.property),
    ...itemCounts(disputes, quotas.disputes),
    ...itemCounts(others, quotas.orders - quotas.property - quotas.disputes),
  ].flatMap(([code, count]) => Array.from({ length: count }, () => code));
}

export const historyChannels = (): [Channel, number][] => largestRemainder(channelMix, quotas.orders);
