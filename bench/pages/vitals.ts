import { type Entry, leastTold, type Seen } from './watch';

export const firstPaintOf = (seen: Seen): number =>
  seen.paint.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN;

/** The last candidate before the first press: the browser stops looking then. */
export const lcpOf = (seen: Seen): number => seen['largest-contentful-paint'].at(-1)?.startTime ?? Number.NaN;

/** What tasks between the first paint and `quiet` took beyond 50 ms each; of one that had begun, what came after the paint. */
export function tbtOf(seen: Seen, quiet: number): number {
  const from = firstPaintOf(seen);
  const parts = seen.longtask.map(
    ({ startTime, duration }) => Math.min(startTime + duration, quiet) - Math.max(startTime, from),
  );
  return parts.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);
}

/** The worst window of shifts: less than a second apart, five at most. What follows a press within half a second is its answer. */
export function clsOf(seen: Seen): number {
  let worst = 0;
  let sum = 0;
  let first = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { startTime, value = 0, hadRecentInput } of seen['layout-shift']) {
    if (hadRecentInput) continue;
    const goesOn = startTime - last < 1000 && startTime - first < 5000;
    sum = goesOn ? sum + value : value;
    first = goesOn ? first : startTime;
    last = startTime;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** The press that waited longest for its picture; null where all were answered too fast to be told. */
export function worstPress(seen: Seen): Entry | null {
  const presses = seen.event.filter(({ interactionId }) => interactionId);
  return presses.reduce<Entry | null>(
    (worst, entry) => (!worst || entry.duration > worst.duration ? entry : worst),
    null,
  );
}

export const inpOf = (seen: Seen): number => worstPress(seen)?.duration ?? leastTold;
