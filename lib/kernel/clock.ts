/** Epoch milliseconds. Only `ctx.now()` is read by the domain; sessions and tokens use the real clock. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The demo's clock: the system clock minus an offset stored in the demo database (5.1 "Time in the demo"). */
export const offsetClock = (offsetMs: number): Clock => ({ now: () => Date.now() - offsetMs });

/** A clock that a test or the demo's loader moves by hand. */
export function manualClock(startAt: number): Clock & { set(at: number): void; advance(ms: number): void } {
  let at = startAt;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

const shanghaiOffsetMs = 8 * 3_600_000;

/** RFC 3339 with milliseconds and +08:00 (China has no summer time). */
export const rfc3339 = (at: number): string => `${new Date(at + shanghaiOffsetMs).toISOString().slice(0, -1)}+08:00`;
