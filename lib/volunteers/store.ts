import type { Tx } from '@/lib/kernel/context';
import { serviceVisit, volunteer } from './tables';

export type VolunteerRow = typeof volunteer.$inferInsert;
export type VisitRow = typeof serviceVisit.$inferInsert;

/** Registers volunteers, or renews what the register says of them. */
export async function saveVolunteers(tx: Tx, rows: VolunteerRow[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insert(volunteer)
      .values(row)
      .onConflictDoUpdate({ target: volunteer.personId, set: { skills: row.skills, adultFrom: row.adultFrom } });
  }
}

/** Keeps a visit; once, however often its event is told. */
export async function addVisit(tx: Tx, row: VisitRow): Promise<void> {
  await tx.insert(serviceVisit).values(row).onConflictDoNothing();
}
