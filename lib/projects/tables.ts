import { index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Funding, Status } from './status';

export const project = table(
  'project',
  {
    id: text('id').primaryKey(),
    /** `PL-BS-2024-003`: community, 办实事, year, serial without a gap. */
    code: text('code').notNull(),
    communityCode: text('community_code').notNull(),
    streetCode: text('street_code').notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en'),
    words: text('words').notNull(),
    place: text('place').notNull(),
    status: text('status').$type<Status>().notNull(),
    /** In fen; the budget that holds now. Each change of it is a row of `project_budget`. */
    budgetFen: integer('budget_fen').notNull(),
    /** In fen, kept by the store under the guard `spent <= budget`. */
    spentFen: integer('spent_fen').notNull(),
    fundings: json<Funding[]>('fundings').notNull(),
    plannedOn: text('planned_on').notNull(),
    /** The date that was promised first, and the one that holds now: last day, inclusive. */
    firstDueOn: text('first_due_on').notNull(),
    dueOn: text('due_on').notNull(),
    startedOn: text('started_on'),
    completedOn: text('completed_on'),
    deliberationCode: text('deliberation_code'),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    version: integer('version').notNull(),
    lastSeq: integer('last_seq').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (t) => [
    uniqueIndex('project_code').on(t.code),
    index('project_community').on(t.communityCode, t.status, t.dueOn, t.id),
  ],
);

/** The orders that asked for it; who sent one is told of every step. */
export const projectSource = table(
  'project_source',
  { projectId: text('project_id').notNull(), orderId: text('order_id').notNull() },
  (t) => [primaryKey({ columns: [t.projectId, t.orderId] }), index('project_source_order').on(t.orderId)],
);

/** The first budget and every change; what goes beyond asks for a decision of its own. */
export const projectBudget = table(
  'project_budget',
  {
    projectId: text('project_id').notNull(),
    version: integer('version').notNull(),
    amountFen: integer('amount_fen').notNull(),
    /** The deliberation that decided it; the first may stand on the year's list alone. */
    deliberationCode: text('deliberation_code'),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.version] })],
);

export const projectSpend = table(
  'project_spend',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id').notNull(),
    on: text('spent_on').notNull(),
    label: text('label').notNull(),
    amountFen: integer('amount_fen').notNull(),
    receiptNo: text('receipt_no').notNull(),
    byId: text('by_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('project_spend_of').on(t.projectId, t.on, t.id)],
);

export const projectMilestone = table(
  'project_milestone',
  {
    projectId: text('project_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    title: text('title').notNull(),
    dueOn: text('due_on').notNull(),
    doneOn: text('done_on'),
    words: text('words'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.ordinal] })],
);

/** Why a date was not kept, in public; with a new date, or without one yet. */
export const projectDelay = table(
  'project_delay',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id').notNull(),
    missedOn: text('missed_on').notNull(),
    newDueOn: text('new_due_on'),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('project_delay_of').on(t.projectId, t.at, t.id)],
);

/** Photos of the work, in the order in which they were taken; none with a person that did not agree. */
export const projectPhoto = table(
  'project_photo',
  {
    projectId: text('project_id').notNull(),
    uploadId: text('upload_id').notNull(),
    words: text('words').notNull(),
    takenOn: text('taken_on').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.uploadId] })],
);
