import { index, instant, integer, primaryKey, table, text } from '#dialect';

/**
 * The append-only history of every kind of case but orders (which have their own): each event carries the hash of the
 * one before. `data` is kept as the bytes that were hashed and holds no personal data.
 */
export const caseEvent = table(
  'case_event',
  {
    /** The kind of case: `deliberation`, `project`, `mediation` … */
    kind: text('kind').notNull(),
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    actor: text('actor').notNull(),
    relation: text('relation').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    data: text('data').notNull(),
    at: instant('at').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.caseId, t.seq] }), index('case_event_at').on(t.at, t.kind, t.caseId, t.seq)],
);

/** The next number of a series without gaps: `PL-YS-2024` → 1, 2, 3. */
export const caseSerial = table('case_serial', { key: text('key').primaryKey(), last: integer('last').notNull() });
