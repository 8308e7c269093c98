import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type TieInput, tieInput } from '../input';
import { mayManageSomeMemberships } from '../policy';
import { deleteTie } from '../store';

/**
 * Ends a declared tie (R8): declared by mistake, or over. Only who manages memberships, since who is bound by a tie must
 * not loose it for themselves. That it was declared and ended stays in the audit.
 * @throws forbidden `tie.admin_only`, not_found `tie.unknown`
 */
export async function endTie(ctx: Context, input: TieInput): Promise<void> {
  const { actor } = ctx;
  if (!mayManageSomeMemberships(actor)) throw new DomainError('forbidden', 'tie.admin_only');
  const { personA, personB } = parse(tieInput, input);
  if (actor.kind === 'person' && [personA, personB].includes(actor.personId)) {
    throw new DomainError('forbidden', 'tie.own');
  }
  const [a, b] = [personA, personB].sort() as [string, string];
  await ctx.transaction(async (tx) => {
    if (!(await deleteTie(tx, a, b))) throw new DomainError('not_found', 'tie.unknown');
    await writeAudit(tx, ctx, { action: 'tie.ended', subjectKind: 'person', subjectId: a, data: { with: b } });
  });
}
