import { index, instant, table, text, uniqueIndex } from '#dialect';

/** One line in a person's inbox. Other channels (SMS, group robots) read the same rows once they are configured. */
export const notice = table(
  'notice',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** Message key below `notice.kind`. */
    kind: text('kind').notNull(),
    /** Empty where the reader may not know which order it is; then the line leads nowhere. */
    orderCode: text('order_code').notNull(),
    /** What it is about, once: the same event told twice makes one line. */
    dedupe: text('dedupe').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    uniqueIndex('notice_dedupe').on(t.personId, t.dedupe),
    index('notice_person').on(t.personId, t.createdAt, t.id),
  ],
);
