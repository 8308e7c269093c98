import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { area } from '../tables';

/** The letters that a community's order numbers begin with; `SQ` where none were set. */
export async function communityLetters(db: Pick<Reader, 'select'>, communityCode: string): Promise<string> {
  const [row] = await db.select({ letters: area.letters }).from(area).where(eq(area.code, communityCode));
  return row?.letters ?? 'SQ';
}
