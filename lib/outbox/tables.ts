import { index, instant, integer, json, table, text } from '#dialect';

/** Effects to be done after the commit; written in the transaction of the event that causes them. */
export const outboxMessage = table(
  'outbox_message',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    createdAt: instant('created_at').notNull(),
    availableAt: instant('available_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** `pending`, `claimed`, `done`, `dead` */
    state: text('state').$type<'pending' | 'claimed' | 'done' | 'dead'>().notNull().default('pending'),
    claimedUntil: instant('claimed_until').notNull().default(0),
    lastError: text('last_error'),
  },
  (t) => [index('outbox_message_due').on(t.state, t.availableAt, t.id)],
);
