import { eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import { volunteer } from '../tables';

/** Skills, and whether of age (18) at `now`; null when the person is no registered volunteer. */
export async function getVolunteer(
  db: Reader,
  personId: string,
  now: number,
): Promise<{ skills: string[]; adult: boolean } | null> {
  const [row] = await db.select().from(volunteer).where(eq(volunteer.personId, personId));
  return row ? { skills: row.skills, adult: shanghaiDate(now) >= row.adultFrom } : null;
}
