import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { guardOrigin } from '@/lib/transport/http';
import { readPostedForm } from '../_resident/form-body';
import type { Reader } from '../_track/viewer';
import { refusedBoard } from './board-answer';
import type { PublicContext, ReceiptAnswer } from './board-kind';
import { kindAt, pageAnswer } from './page-answer';
import { publicContext } from './public-context';

const bodyLimits = { fileBytes: 0, files: 0, totalBytes: 64 * 1024 };

/** `POST /board/CODE/receipt`: finds the line of a receipt. What was typed comes back neither in the page nor its address. */
export async function receiptAnswer(
  request: Request,
  reader: Reader,
  { part, nonce }: { part: string; nonce: string | null },
): Promise<Response> {
  let ctx: PublicContext | null = null;
  try {
    guardOrigin(request);
    const { fields } = await readPostedForm(request, bodyLimits);
    ctx = await publicContext();
    const { kind, code } = kindAt(part);
    if (!kind.findReceipt) throw new DomainError('not_found', 'deliberation.no_tally');
    const meeting = typeof fields.meeting === 'string' ? fields.meeting.slice(0, 64) : '';
    const receipt = typeof fields.receipt === 'string' ? fields.receipt.slice(0, 60) : '';
    let choice: ReceiptAnswer['choice'] = null;
    try {
      choice = (await kind.findReceipt(ctx, { code, meeting, receipt })).choice;
    } catch (error) {
      if (!isDomainError(error) || error.reason !== 'deliberation.receipt_unknown') throw error;
    }
    return await pageAnswer(reader, { part, nonce, receipt: { meeting, choice }, status: choice === null ? 404 : 200 });
  } catch (error) {
    return refusedBoard(ctx, reader, error, nonce);
  }
}
