import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { canonical } from '@/lib/casework/chain';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { agreementInput } from '../input';
import { addAgreement, clearParties, move } from '../store';
import type { MediationSummary } from '../view';

/**
 * The next version of 调解协议书 with its three blocks (29), or of what was agreed by word of mouth and is put on record
 * (28). Signatures stand below one version, so a new one has none.
 * @throws rule it would have to be performed in the past
 */
export async function writeAgreement(ctx: Context, raw: z.input<typeof agreementInput>): Promise<MediationSummary> {
  const input = parse(agreementInput, raw);
  return act(ctx, 'write_agreement', input, async ({ tx, row, facts, permit, now }) => {
    const { oral, parties, performance, performUntil = null } = input;
    if (performUntil !== null && performUntil < shanghaiDate(now)) {
      throw new DomainError('rule', 'mediation.performed_in_past');
    }
    const version = (facts.agreement?.version ?? 0) + 1;
    const text = { parties, facts: input.facts, performance, performUntil };
    await addAgreement(tx, { mediationId: row.id, version, oral, ...text, sealNo: null, at: now });
    await clearParties(tx, row.id, 'signedAt');
    const sha256 = createHash('sha256').update(canonical(text), 'utf8').digest('hex');
    return move(tx, row, permit, { data: { version, oral, sha256 }, actor: ctx.actor, at: now });
  });
}
