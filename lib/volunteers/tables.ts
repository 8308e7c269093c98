import { index, instant, integer, json, primaryKey, table, text } from '#dialect';

/** A registered volunteer; the cells are memberships of the person (role `volunteer`). */
export const volunteer = table('volunteer', {
  personId: text('person_id').primaryKey(),
  skills: json<string[]>('skills').notNull(),
  /** Date of birth's year is with the person; this is the day from which the register says of age. */
  adultFrom: text('adult_from').notNull(),
  registeredAt: instant('registered_at').notNull(),
});

/** Being at an order once, from arriving to leaving: what hours of service are counted from (3.11). Never changed. */
export const serviceVisit = table(
  'service_visit',
  {
    orderId: text('order_id').notNull(),
    /** Of the event of arriving. */
    arrivedSeq: integer('arrived_seq').notNull(),
    personId: text('person_id').notNull(),
    orderCode: text('order_code').notNull(),
    itemCode: text('item_code').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
    leftAt: instant('left_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.arrivedSeq] }),
    index('service_visit_person').on(t.personId, t.arrivedAt, t.orderId),
  ],
);
