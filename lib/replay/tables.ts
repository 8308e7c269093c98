import { index, instant, json, table, text } from '#dialect';

/** The first answer to each write's key, so that the same key again gives it and changes nothing. */
export const replayKey = table(
  'replay_key',
  {
    key: text('key').primaryKey(),
    fingerprint: text('fingerprint').notNull(),
    answer: json<unknown>('answer').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('replay_key_created').on(t.createdAt)],
);
