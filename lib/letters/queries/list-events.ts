import { historyOf, watchesOver } from '@/lib/casework/history';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findLetter, unitsOfLetter } from '../facts';
import { standingOf } from '../policy';
import { caseKind } from '../store';

/**
 * The history of a letter with its hashes, for those who read the letter and those who watch over them.
 * @throws not_found there is none of this number, or not for this actor
 */
export async function listEvents(ctx: Context, { code }: { code: string }): Promise<{ items: HashedEvent[] }> {
  const row = await findLetter(ctx.db, code);
  const sees =
    row &&
    (standingOf(ctx.actor, row, await unitsOfLetter(ctx.db, row.id)).sees || watchesOver(ctx.actor, row.communityCode));
  if (!row || !sees) throw new DomainError('not_found', 'letter.not_found');
  return historyOf(ctx.db, caseKind, row.id);
}
