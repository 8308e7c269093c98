import { index, instant, json, table, text } from '#dialect';

/** Changes outside a workflow: roles, areas, the calendar, a revealed phone number, an export. Append-only. */
export const auditEntry = table(
  'audit_entry',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [index('audit_entry_at').on(t.at, t.id), index('audit_entry_subject').on(t.subjectKind, t.subjectId)],
);
