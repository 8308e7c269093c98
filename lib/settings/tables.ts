import { instant, json, table, text } from '#dialect';

/** What an administrator may turn without a new version; keys and defaults stand in `definitions.ts`. */
export const setting = table('setting', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
});
