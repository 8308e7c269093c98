import type { Tx } from '@/lib/kernel/context';
import { volunteer } from './tables';

export type VolunteerRow = typeof volunteer.$inferInsert;

/** Registers volunteers, or renews what the register says of them. */
export async function saveVolunteers(tx: Tx, rows: VolunteerRow[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insert(volunteer)
      .values(row)
      .onConflictDoUpdate({ target: volunteer.personId, set: { skills: row.skills, adultFrom: row.adultFrom } });
  }
}
