import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageSomeMemberships } from '../policy';
import { countPersons, insertTie } from '../store';

/**
 * Declares a tie between two persons (R8, 3.1.1): one's own, or any by who manages memberships. It stays on record.
 * @throws forbidden `tie.not_allowed`, invalid `tie.same_person`, not_found `person.unknown`
 */
export async function declareTie(ctx: Context, input: { personA: string; personB: string }): Promise<void> {
  const [a, b] = [input.personA, input.personB].sort() as [string, string];
  const { actor } = ctx;
  const own = actor.kind === 'person' && (actor.personId === a || actor.personId === b);
  if (!own && !mayManageSomeMemberships(actor)) throw new DomainError('forbidden', 'tie.not_allowed');
  if (a === b) throw new DomainError('invalid', 'tie.same_person');
  await ctx.transaction(async (tx) => {
    if ((await countPersons(tx, [a, b])) < 2) throw new DomainError('not_found', 'person.unknown');
    if (!(await insertTie(tx, { personA: a, personB: b, declaredAt: ctx.now() }))) return;
    await writeAudit(tx, ctx, { action: 'tie.declared', subjectKind: 'person', subjectId: a, data: { with: b } });
  });
}
