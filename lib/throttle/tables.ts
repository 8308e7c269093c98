import { index, instant, integer, table, text } from '#dialect';

/** One counter a throttle and subject, on the real clock. The subject is stored as a hash only. */
export const throttleCounter = table(
  'throttle_counter',
  {
    key: text('key').primaryKey(),
    hits: integer('hits').notNull(),
    windowStartedAt: instant('window_started_at').notNull(),
    /** 0 = not blocked. */
    blockedUntil: instant('blocked_until').notNull(),
    /** When nothing of this row matters any more. */
    sweepAfter: instant('sweep_after').notNull(),
  },
  (t) => [index('throttle_counter_sweep').on(t.sweepAfter, t.key)],
);
