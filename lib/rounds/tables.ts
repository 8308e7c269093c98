import { index, instant, integer, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Status, Way } from './status';

export const opinionRound = table(
  'opinion_round',
  {
    id: text('id').primaryKey(),
    /** `PL-YJ-2024-001`: community, 意见, year, serial without a gap. */
    code: text('code').notNull(),
    communityCode: text('community_code').notNull(),
    streetCode: text('street_code').notNull(),
    question: text('question').notNull(),
    questionEn: text('question_en'),
    words: text('words').notNull(),
    status: text('status').$type<Status>().notNull(),
    opensOn: text('opens_on').notNull(),
    /** Last day, inclusive. */
    closesOn: text('closes_on').notNull(),
    publishedAt: instant('published_at'),
    /** Why it ended before its last day, for everybody. */
    endedEarly: text('ended_early'),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (t) => [
    uniqueIndex('opinion_round_code').on(t.code),
    index('opinion_round_community').on(t.communityCode, t.status, t.openedAt, t.id),
  ],
);

/** What somebody said. Never published as it stands: the list of what was heard is written by people. */
export const opinionEntry = table(
  'opinion_entry',
  {
    id: text('id').primaryKey(),
    roundId: text('round_id').notNull(),
    way: text('way').$type<Way>().notNull(),
    words: text('words').notNull(),
    /** How many said so, where a meeting was written down: 1 on paper and on the web. */
    heads: integer('heads').notNull(),
    /** Who typed it at the desk; null on the web. */
    typedBy: text('typed_by'),
    at: instant('at').notNull(),
  },
  (t) => [index('opinion_entry_of').on(t.roundId, t.at, t.id)],
);

/** 我们听到 / 我们做: each version of the list beside the one before. */
export const opinionAnswer = table(
  'opinion_answer',
  {
    roundId: text('round_id').notNull(),
    version: integer('version').notNull(),
    ordinal: integer('ordinal').notNull(),
    heard: text('heard').notNull(),
    heardEn: text('heard_en'),
    doing: text('doing').notNull(),
    doingEn: text('doing_en'),
    /** Who does it, as a role or a unit; never a resident. */
    who: text('who'),
    dueOn: text('due_on'),
    /** When its version was published; null only of lists from before this was kept. */
    at: instant('at'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.version, t.ordinal] })],
);
