import { and, eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { area } from '../tables';

/**
 * The letters that a community's order numbers begin with: 坡里 is `PL`. A community that was given none has its code
 * written in letters, long but its own.
 * @throws DomainError `not_found` place.area_unknown
 */
export async function communityLetters(db: Pick<Reader, 'select'>, communityCode: string): Promise<string> {
  const [community] = await db
    .select({ letters: area.letters })
    .from(area)
    .where(and(eq(area.code, communityCode), eq(area.kind, 'community')));
  if (!community) throw new DomainError('not_found', 'place.area_unknown', { params: { code: communityCode } });
  return community.letters ?? lettersOf(communityCode);
}

/** Digits → A…J: as distinct as the codes are. */
function lettersOf(code: string): string {
  return code.replace(/\d/g, (digit) => String.fromCharCode(65 + Number(digit)));
}
