import { index, instant, json, table, text } from '#dialect';

/** What somebody typed into a form that was refused, for 24 hours, without a login. */
export const draft = table(
  'draft',
  {
    /** SHA-256 of the random id in the browser's cookie: the table alone opens no draft. */
    idHash: text('id_hash').primaryKey(),
    form: text('form').notNull(),
    fields: json<Record<string, string | string[]>>('fields').notNull(),
    photoIds: json<string[]>('photo_ids').notNull(),
    /** Real clock. */
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('draft_expiry').on(t.expiresAt, t.idHash)],
);
