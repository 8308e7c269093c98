/** Event type → data. Append-only: entries are added, never edited. */
export interface CalendarEventData {
  /** Working days between these dates changed: the due times of open orders are to be computed again (3.2). */
  'calendar.changed': { fromDate: string; toDate: string };
}
export type CalendarEventType = keyof CalendarEventData;
