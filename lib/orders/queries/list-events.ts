import { eq } from 'drizzle-orm';
import { chainedEvent } from '@/lib/casework/chain';
import type { HashedEvent } from '@/lib/casework/told-event';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findOrder, loadStandingFacts } from '../facts';
import { standingOf } from '../policy';
import { orderEvent } from '../tables';
import { seesOnlyTheOffer } from '../view';

/**
 * The append-only history with its hashes, for those who see the order and for the auditor. It is given whole or not at
 * all, since each hash is over all of an event; notes and photos are ids in it, and what they name is asked for apart.
 */
export async function listEvents(ctx: Context, input: { code: string }): Promise<{ items: HashedEvent[] }> {
  const order = await findOrder(ctx.db, input.code);
  if (!order) throw new DomainError('not_found', 'order.not_found');
  const standing = standingOf(ctx.actor, order, await loadStandingFacts(ctx.db, ctx.actor, order, ctx.now()));
  const auditor = standing.relations.has('auditor') && !standing.relations.has('subject');
  if ((!standing.sees || seesOnlyTheOffer(standing)) && !auditor) throw new DomainError('not_found', 'order.not_found');
  const rows = await ctx.db.select().from(orderEvent).where(eq(orderEvent.orderId, order.id)).orderBy(orderEvent.seq);
  return { items: rows.map((row) => ({ ...chainedEvent(row), hash: row.hash })) };
}
