import { historyOf, watchesOver } from '@/lib/casework/history';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findRound } from '../facts';
import { readsEntries, standingOf } from '../policy';
import { caseKind } from '../store';

/**
 * The history of a round with its hashes: when an opinion came in, and neither whose nor what. For those who write the list
 * and those who watch over them.
 * @throws not_found · forbidden `round.not_for_you`
 */
export async function listEvents(ctx: Context, { code }: { code: string }): Promise<{ items: HashedEvent[] }> {
  const row = await findRound(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'round.not_found');
  const reads = readsEntries(standingOf(ctx.actor, row)) || watchesOver(ctx.actor, row.communityCode);
  if (!reads) throw new DomainError('forbidden', 'round.not_for_you');
  return historyOf(ctx.db, caseKind, row.id);
}
