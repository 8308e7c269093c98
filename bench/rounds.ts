/** One side of a comparison: runs for about so many seconds and says how often a second. */
export type Measure = (seconds: number) => Promise<{ done: number; seconds: number }>;

export interface Timing {
  rounds: number;
  seconds: number;
  warmSeconds: number;
}

export interface Comparison {
  what: string;
  unit: string;
  ours: number;
  ceiling: number;
  ratio: number;
  /** The lowest and the highest ratio of a round. */
  spread: [number, number];
  rounds: number;
  /** How many of ours were measured in all. */
  n: number;
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/**
 * Ours and one or more ceilings in turn, round after round, so that whatever else the machine does falls on all of
 * them. The ratio is taken within each round; its median is the result.
 */
export async function alternate(
  timing: Timing,
  ours: Measure,
  ceilings: { what: string; unit: string; measure: Measure }[],
): Promise<Comparison[]> {
  await ours(timing.warmSeconds);
  for (const { measure } of ceilings) await measure(timing.warmSeconds / 2);
  const own: number[] = [];
  const theirs: number[][] = ceilings.map(() => []);
  let n = 0;
  for (let round = 0; round < timing.rounds; round++) {
    const { done, seconds } = await ours(timing.seconds);
    n += done;
    own.push(done / seconds);
    for (const [i, { measure }] of ceilings.entries()) {
      const ceiling = await measure(timing.seconds);
      theirs[i]?.push(ceiling.done / ceiling.seconds);
    }
  }
  return ceilings.map(({ what, unit }, i) => {
    const rates = theirs[i] ?? [];
    const ratios = own.map((rate, round) => rate / (rates[round] ?? Number.NaN));
    return {
      what,
      unit,
      ours: median(own),
      ceiling: median(rates),
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      rounds: timing.rounds,
      n,
    };
  });
}
