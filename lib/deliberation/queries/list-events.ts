import { historyOf } from '@/lib/casework/history';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { watches } from '../policy';
import { caseKind } from '../status';
import { loadCase } from './load-case';

/**
 * The append-only history with its hashes. It names orders that are nobody else's business, so it is for those who keep the
 * papers and those who watch over them; what everybody may know of the same steps stands in the case.
 * @throws not_found · forbidden `deliberation.not_for_you`
 */
export async function listEvents(ctx: Context, { code }: { code: string }): Promise<{ items: HashedEvent[] }> {
  const { row, standing } = await loadCase(ctx, code);
  if (!watches(standing)) throw new DomainError('forbidden', 'deliberation.not_for_you');
  return historyOf(ctx.db, caseKind, row.id);
}
