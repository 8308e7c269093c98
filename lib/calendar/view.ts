import type { CalendarDayRow } from './store';
import type { DayKind } from './working-calendar';

export interface CalendarDayView {
  date: string;
  kind: DayKind;
  name: string;
  nameEn: string;
  source: string;
  note: string | null;
  /** Changed here by a person, not by reference data. */
  edited: boolean;
  updatedAt: number;
}

/** Who edited a day stands in the audit, not in the view: the calendar is public. */
export const calendarDayView = (row: CalendarDayRow): CalendarDayView => ({
  date: row.date,
  kind: row.kind,
  name: row.name,
  nameEn: row.nameEn,
  source: row.source,
  note: row.note,
  edited: row.updatedBy !== null,
  updatedAt: row.updatedAt,
});
