import { historyOf, watchesOver } from '@/lib/casework/history';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findProject } from '../facts';
import { keepsPapers, standingOf } from '../policy';
import { caseKind } from '../store';

/**
 * The history of a project with its hashes. It names the orders that asked for it, so it is for those who keep the papers
 * and those who watch over them.
 * @throws not_found · forbidden `project.not_for_you`
 */
export async function listEvents(ctx: Context, { code }: { code: string }): Promise<{ items: HashedEvent[] }> {
  const row = await findProject(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'project.not_found');
  const reads = keepsPapers(standingOf(ctx.actor, row)) || watchesOver(ctx.actor, row.communityCode);
  if (!reads) throw new DomainError('forbidden', 'project.not_for_you');
  return historyOf(ctx.db, caseKind, row.id);
}
