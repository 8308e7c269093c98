import { index, instant, json, table, text, uniqueIndex } from '#dialect';

/** A view of the queue that somebody saved for themselves: a name for a part of the address. */
export const deskView = table(
  'desk_view',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    /** As the address of the queue says it: view, cell, item, state, words, sort; nothing else. */
    filter: json<Record<string, string>>('filter').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('desk_view_name').on(t.personId, t.name),
    index('desk_view_person').on(t.personId, t.createdAt, t.id),
  ],
);

/** Which order a tab of somebody at the desk has open now; a row that is not said again is over by itself. */
export const deskLook = table(
  'desk_look',
  {
    /** Made by the tab. */
    tab: text('tab').primaryKey(),
    personId: text('person_id').notNull(),
    orderCode: text('order_code').notNull(),
    /** Real clock. */
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [index('desk_look_order').on(t.orderCode, t.seenAt), index('desk_look_seen').on(t.seenAt)],
);
