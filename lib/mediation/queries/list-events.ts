import { historyOf } from '@/lib/casework/history';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { keepsPapers } from '../policy';
import { caseKind } from '../store';
import { loadCase } from './load-case';

/**
 * The history of a mediation with its hashes, for its mediator and the secretary alone; nobody who watches elsewhere (15).
 * @throws not_found for whoever stands outside · forbidden `mediation.not_for_you` a party
 */
export async function listEvents(ctx: Context, { code }: { code: string }): Promise<{ items: HashedEvent[] }> {
  const { row, standing } = await loadCase(ctx, code);
  if (!keepsPapers(standing)) throw new DomainError('forbidden', 'mediation.not_for_you');
  return historyOf(ctx.db, caseKind, row.id);
}
