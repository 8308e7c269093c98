import { inArray } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import { volunteer } from '../tables';

/** As `getVolunteer`, of several people in one query; who is no registered volunteer is left out. */
export async function listVolunteers(
  db: Reader,
  personIds: readonly string[],
  now: number,
): Promise<Map<string, { skills: string[]; adult: boolean }>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(volunteer)
    .where(inArray(volunteer.personId, [...personIds]));
  const today = shanghaiDate(now);
  return new Map(rows.map(({ personId, skills, adultFrom }) => [personId, { skills, adult: today >= adultFrom }]));
}
