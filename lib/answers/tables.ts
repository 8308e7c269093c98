import { index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Decision, Status, WeighedBy } from './status';

/** The public answer to a suggestion: decided, with its reason, and when adopted with a date. */
export const answer = table(
  'answer',
  {
    id: text('id').primaryKey(),
    /** `PL-DF-2024-012`: community, 答复, year, serial without a gap. */
    code: text('code').notNull(),
    /** The suggestion it answers. */
    orderId: text('order_id').notNull(),
    communityCode: text('community_code').notNull(),
    streetCode: text('street_code').notNull(),
    /** What was suggested, in words for everybody: written by whoever answers, without names. */
    title: text('title').notNull(),
    titleEn: text('title_en'),
    decision: text('decision').$type<Decision>().notNull(),
    status: text('status').$type<Status>().notNull(),
    weighedBy: text('weighed_by').$type<WeighedBy>().notNull(),
    weighedOn: text('weighed_on').notNull(),
    /** Last day of the promise, inclusive, `YYYY-MM-DD`; null only where nothing was adopted. */
    dueOn: text('due_on'),
    doneOn: text('done_on'),
    deliberationCode: text('deliberation_code'),
    projectCode: text('project_code'),
    at: instant('at').notNull(),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (t) => [
    uniqueIndex('answer_code').on(t.code),
    uniqueIndex('answer_order').on(t.orderId),
    index('answer_community').on(t.communityCode, t.status, t.at, t.id),
  ],
);

/** Everything that was said, each beside the one before; a row is never changed. */
export const answerWords = table(
  'answer_words',
  {
    answerId: text('answer_id').notNull(),
    version: integer('version').notNull(),
    words: text('words').notNull(),
    wordsEn: text('words_en'),
    /** Why it was decided so; of a new date, why the old one was not kept. */
    reason: text('reason').notNull(),
    dueOn: text('due_on'),
    photos: json<string[]>('photos').notNull(),
    byId: text('by_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.answerId, t.version] })],
);
