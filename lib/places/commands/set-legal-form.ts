import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { legalFormInput } from '../input';
import { maySetLegalForm } from '../policy';
import { getArea } from '../queries/get-area';
import type { LegalForm } from '../status';
import { putLegalForm } from '../store';

/**
 * Whether a community is one of villagers or of residents: which rules and names its next deliberation starts with. Those
 * that were begun keep theirs. Writes the audit row `area.legal_form_set`.
 * @throws forbidden `settings.admin_only`, not_found no community has this code
 */
export async function setLegalForm(
  ctx: Context,
  raw: z.input<typeof legalFormInput>,
): Promise<{ code: string; legalForm: LegalForm }> {
  if (!maySetLegalForm(ctx.actor)) throw new DomainError('forbidden', 'settings.admin_only');
  const { area: code, legalForm } = parse(legalFormInput, raw);
  const { kind, legalForm: before } = await getArea(ctx, { code });
  if (kind !== 'community') throw new DomainError('not_found', 'place.area_unknown', { params: { code } });
  await ctx.transaction(async (tx) => {
    await putLegalForm(tx, code, legalForm);
    await writeAudit(tx, ctx, {
      action: 'area.legal_form_set',
      subjectKind: 'area',
      subjectId: code,
      data: { before, after: legalForm },
    });
  });
  return { code, legalForm };
}
