import { index, integer, json, real, table, text } from '#dialect';

export const category = table('category', {
  code: text('code').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
});

/** One of the 56 items: limits in the notation of lib/calendar/limits, evidence and handler in that of the taxonomy. */
export const item = table(
  'item',
  {
    code: text('code').primaryKey(),
    categoryCode: text('category_code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    urgency: text('urgency').$type<'U1' | 'U2' | 'U3' | 'U4'>().notNull(),
    acceptLimit: text('accept_limit').notNull(),
    finishLimit: text('finish_limit').notNull(),
    flags: json<string[]>('flags').notNull(),
    evidenceZh: text('evidence_zh').notNull(),
    evidenceKinds: text('evidence_kinds').notNull(),
    handler: text('handler').notNull(),
    itemFactor: real('item_factor').notNull(),
    keywords: json<string[]>('keywords').notNull(),
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [index('item_category').on(t.categoryCode, t.sortKey)],
);

/**
 * Phrases (notation of ./phrase) that call for `call` — 110, 119, 120, 12356 or `110/12356` — and U1 (3.9). Those that
 * begin with `~` are examples, only compared by their likeness; of these, `none` is what sounds like danger and is none.
 */
export const emergencyWord = table('emergency_word', { word: text('word').primaryKey(), call: text('call').notNull() });
