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
