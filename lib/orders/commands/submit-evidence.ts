import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { findHandler } from '@/lib/people/queries/find-handler';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { addClock } from '../clock-store';
import { verifyDue } from '../clocks';
import { keepEvidence } from '../evidence';
import type { OrderRow } from '../facts';
import { refuseHeld } from '../held';
import { submitEvidenceInput } from '../input';
import { releaseClaim } from '../quota';
import { addEvidence, addParts } from '../store';
import type { OrderSummary } from '../view';
import { lacksOf } from '../weak-reply';

/** What the requester must be told in words, whatever the photos show. */
const wordsNeeded: readonly string[] = ['partly_resolved', 'explained', 'not_ours', 'unresolvable'];

/** 办完了: the outcome and each piece of the item's evidence, or per missing piece a reason. */
export async function submitEvidence(ctx: Context, raw: z.input<typeof submitEvidenceInput>): Promise<OrderSummary> {
  const input = parse(submitEvidenceInput, raw);
  return act(ctx, 'submit_evidence', input, async ({ tx, order, now, calendar }) => {
    if (ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.not_for_you.submit_evidence');
    const said = Boolean(input.words) || input.pieces.some((p) => p.text);
    if (wordsNeeded.includes(input.outcome) && !said) throw new DomainError('rule', 'order.outcome_needs_words');
    refuseBareExplanation(order, input);
    await refuseHeld(tx, order.id);
    const item = await getItem(tx, order.itemCode);
    const lacks = await lacksOf(tx, order, input);
    const kept = await keepEvidence(tx, order, item.evidenceKinds, input, now);
    if (input.words) {
      const reply = await addEvidence(tx, {
        orderId: order.id,
        round: order.lastSeq + 1,
        kind: 'reply',
        text: input.words,
      });
      kept.pieces.push({ kind: 'reply', evidence: reply, photos: [] });
    }
    if (input.legalBasis) {
      const round = order.lastSeq + 1;
      const basis = await addEvidence(tx, { orderId: order.id, round, kind: 'legal_basis', text: input.legalBasis });
      kept.pieces.push({ kind: 'legal_basis', evidence: basis, photos: [] });
    }
    const unit = order.assigneeUnit ? await findHandler(tx, { unit: order.assigneeUnit }, shanghaiDate(now)) : null;
    await addParts(tx, order.id, 'handled', [ctx.actor.personId, ...(unit?.members ?? [])], now);
    await releaseClaim(tx, order);
    const due = verifyDue(order.urgency, now, await calendar());
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'verify',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    return {
      to: 'awaiting_verification',
      set: { outcome: input.outcome, evidenceAt: now, explainedSignedAt: null, verifyBy: due.at, dueAt: due.at },
      data: { outcome: input.outcome, ...kept, verifyBy: due.at, ...lacks },
    };
  });
}

/** After a second reopening an explanation alone is not enough: an article, and a photo of the paper (journey 7.5). */
function refuseBareExplanation(order: OrderRow, input: z.output<typeof submitEvidenceInput>): void {
  if (order.reopenCount < 2 || input.outcome !== 'explained') return;
  if (!input.legalBasis) throw new DomainError('rule', 'order.explained_needs_basis');
  if (!input.pieces.some((piece) => piece.photos.length > 0))
    throw new DomainError('rule', 'order.explained_needs_photo');
}
