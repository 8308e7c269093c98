import type { BarTone } from '@/components/list-rows';
import { nearShare } from '@/lib/calendar/used-share';

/** `near` from 80 % of the limit on (3.5), `late` past it, `paused` while the clock is stopped. */
export type RemainingPhase = 'calm' | 'near' | 'late' | 'paused';

export interface RunningClock {
  startedAt: number;
  dueAt: number;
  now: number;
  /** Part of the limit that is used, 0 to 1, on the limit's own clock; without it clock time is taken. */
  usedShare?: number;
  paused?: boolean;
}

/** Where a clock stands, and the milliseconds left (negative: past). */
export function readRemaining(clock: RunningClock): { phase: RemainingPhase; leftMs: number } {
  const leftMs = clock.dueAt - clock.now;
  if (clock.paused) return { phase: 'paused', leftMs };
  if (leftMs < 0) return { phase: 'late', leftMs };
  const span = clock.dueAt - clock.startedAt;
  const used = clock.usedShare ?? (span > 0 ? (clock.now - clock.startedAt) / span : 1);
  return { phase: used >= nearShare ? 'near' : 'calm', leftMs };
}

/** The bar at the left of a list row. */
export const barOfPhase: Record<RemainingPhase, BarTone | undefined> = {
  calm: undefined,
  near: 'gold',
  late: 'cinnabar',
  paused: 'grey',
};
