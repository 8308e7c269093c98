import { historyOf, watchesOver } from '@/lib/casework/history';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { readsHistory } from '../policy';
import { caseKind } from '../store';
import { loadCase } from './load-case';

/**
 * The history of an answer with its hashes. It names the order behind it, so of a closed order those who watch see it no
 * more than anybody else.
 * @throws not_found · forbidden `answer.not_for_you`
 */
export async function listEvents(ctx: Context, { code }: { code: string }): Promise<{ items: HashedEvent[] }> {
  const { row, parts, standing } = await loadCase(ctx, code);
  const reads = readsHistory(standing) || (!parts.isClosed && watchesOver(ctx.actor, row.communityCode));
  if (!reads) throw new DomainError('forbidden', 'answer.not_for_you');
  return historyOf(ctx.db, caseKind, row.id);
}
