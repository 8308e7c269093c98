import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Reader, Tx } from '@/lib/kernel/context';
import { enqueue } from '@/lib/outbox/store';
import type { CalendarEventData } from './events';
import { calendarDay, calendarYear } from './tables';
import type { DayKind } from './working-calendar';

export type CalendarDayRow = typeof calendarDay.$inferSelect;
export type CalendarYearRow = typeof calendarYear.$inferSelect;

/** The exceptions of one year, by date. */
export function readDays(db: Reader, year: number): Promise<CalendarDayRow[]> {
  return Promise.resolve(
    db
      .select()
      .from(calendarDay)
      .where(and(gte(calendarDay.date, `${year}-01-01`), lte(calendarDay.date, `${year}-12-31`)))
      .orderBy(calendarDay.date),
  );
}

export async function readYear(db: Reader, year: number): Promise<CalendarYearRow | null> {
  const [row] = await db.select().from(calendarYear).where(eq(calendarYear.year, year));
  return row ?? null;
}

export function readYears(db: Reader): Promise<CalendarYearRow[]> {
  return Promise.resolve(db.select().from(calendarYear).orderBy(calendarYear.year));
}

/** Puts an exception where none stood. False when one stands there now. */
export async function insertDay(tx: Tx, row: CalendarDayRow): Promise<boolean> {
  const done = await tx.insert(calendarDay).values(row).onConflictDoNothing().returning({ date: calendarDay.date });
  return done.length === 1;
}

/** Replaces an exception of kind `expected`. False when it is of another kind or gone. */
export async function replaceDay(tx: Tx, row: CalendarDayRow, expected: DayKind): Promise<boolean> {
  const done = await tx
    .update(calendarDay)
    .set(row)
    .where(and(eq(calendarDay.date, row.date), eq(calendarDay.kind, expected)))
    .returning({ date: calendarDay.date });
  return done.length === 1;
}

/** Removes an exception of kind `expected`. False when it is of another kind or gone. */
export async function removeDay(tx: Tx, date: string, expected: DayKind): Promise<boolean> {
  const done = await tx
    .delete(calendarDay)
    .where(and(eq(calendarDay.date, date), eq(calendarDay.kind, expected)))
    .returning({ date: calendarDay.date });
  return done.length === 1;
}

/** Takes away what reference data brought for a year; what was edited by hand stays. */
export async function removeLoadedDays(tx: Tx, year: number): Promise<void> {
  await tx
    .delete(calendarDay)
    .where(
      and(
        gte(calendarDay.date, `${year}-01-01`),
        lte(calendarDay.date, `${year}-12-31`),
        isNull(calendarDay.updatedBy),
      ),
    )
    .returning({ date: calendarDay.date });
}

/** Puts exceptions where none stand and returns the dates of those it put. */
export async function insertDays(tx: Tx, rows: CalendarDayRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const done = await tx.insert(calendarDay).values(rows).onConflictDoNothing().returning({ date: calendarDay.date });
  return done.map((row) => row.date);
}

export async function putYear(tx: Tx, row: CalendarYearRow): Promise<void> {
  await tx
    .insert(calendarYear)
    .values(row)
    .onConflictDoUpdate({ target: calendarYear.year, set: { source: row.source, checkedOn: row.checkedOn } })
    .returning({ year: calendarYear.year });
}

/** False when the year was not covered. */
export async function removeYear(tx: Tx, year: number): Promise<boolean> {
  const done = await tx.delete(calendarYear).where(eq(calendarYear.year, year)).returning({ year: calendarYear.year });
  return done.length === 1;
}

/** Tells whoever stores due times that working days changed. */
export function enqueueChanged(tx: Tx, data: CalendarEventData['calendar.changed']): Promise<void> {
  return enqueue(tx, 'calendar.changed', { ...data });
}
