import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { getArea } from '@/lib/places/queries/get-area';
import { rulesInput } from '../input';
import { mayChooseRules } from '../policy';
import { nextPack } from '../queries/next-pack';
import { packsOf } from '../rule-packs';
import { putRules } from '../store';

/**
 * By which rules a community's next case is decided, of those of its legal form. Writes the audit row
 * `deliberation.rules_chosen`.
 * @throws forbidden `settings.admin_only`, not_found no such community, rule the pack is of another legal form
 */
export async function chooseRules(
  ctx: Context,
  raw: z.input<typeof rulesInput>,
): Promise<{ community: string; pack: string }> {
  if (!mayChooseRules(ctx.actor)) throw new DomainError('forbidden', 'settings.admin_only');
  const { community, pack } = parse(rulesInput, raw);
  const { kind, legalForm } = await getArea(ctx, { code: community });
  if (kind !== 'community') throw new DomainError('not_found', 'place.area_unknown', { params: { code: community } });
  const form = legalForm ?? 'resident';
  if (!packsOf(form).some(({ id }) => id === pack)) throw new DomainError('rule', 'deliberation.pack_of_other_form');
  await ctx.transaction(async (tx) => {
    const before = (await nextPack(tx, community, form)).id;
    await putRules(tx, { communityCode: community, packId: pack, byId: actorKey(ctx.actor), at: ctx.now() });
    await writeAudit(tx, ctx, {
      action: 'deliberation.rules_chosen',
      subjectKind: 'area',
      subjectId: community,
      data: { before, after: pack },
    });
  });
  return { community, pack };
}
