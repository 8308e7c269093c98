import { index, instant, integer, table, text } from '#dialect';
import type { DayKind } from './working-calendar';

/** Only exceptions from the plain week (Monday to Friday): public holidays, and weekend days that are worked (调休). */
export const calendarDay = table(
  'calendar_day',
  {
    date: text('date').primaryKey(),
    kind: text('kind').$type<DayKind>().notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    /** The notice that says so. */
    source: text('source').notNull(),
    note: text('note'),
    updatedAt: instant('updated_at').notNull(),
    /** Who edited it by hand; null when it came with the reference data, which a later load may then replace. */
    updatedBy: text('updated_by'),
  },
  (t) => [index('calendar_day_kind').on(t.kind, t.date)],
);

/** Years whose holidays are known. Without a row here the plain week is a guess, and every due time says so. */
export const calendarYear = table('calendar_year', {
  year: integer('year').primaryKey(),
  source: text('source').notNull(),
  checkedOn: text('checked_on').notNull(),
});
