import { parseItemLimits } from '@/lib/calendar/limits';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parseEvidenceKinds } from '../evidence';
import { saveTaxonomy, type Taxonomy } from '../store';

/**
 * Loads categories, items and emergency words; idempotent. Every limit and every evidence notation is read once here,
 * so that a typing error stops the load instead of an order.
 */
export async function loadTaxonomy(ctx: Context, taxonomy: Taxonomy): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'item.system_only');
  for (const item of taxonomy.items) {
    parseItemLimits(item.acceptLimit, item.finishLimit);
    parseEvidenceKinds(item.evidenceKinds);
  }
  await ctx.transaction((tx) => saveTaxonomy(tx, taxonomy));
}
