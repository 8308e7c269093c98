import { instant, json, table, text } from '#dialect';

/** A registered volunteer; the cells are memberships of the person (role `volunteer`). */
export const volunteer = table('volunteer', {
  personId: text('person_id').primaryKey(),
  skills: json<string[]>('skills').notNull(),
  /** Date of birth's year is with the person; this is the day from which the register says of age. */
  adultFrom: text('adult_from').notNull(),
  registeredAt: instant('registered_at').notNull(),
});
